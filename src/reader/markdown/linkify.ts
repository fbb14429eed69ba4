import type { Link, Text } from 'mdast';
import type { Inline } from '../../model/nodes.ts';
import type { Conversion } from './state.ts';
import type { Stretch, TextRun } from './run.ts';
import { readAddress, type Address } from './address.ts';
import { toSource } from './composed-text.ts';
import { inflate } from './inflate.ts';
import { placeOf, rangeOf } from './state.ts';

/**
 * Goldmark's linkify: bare addresses in text become links. It reads the source, not the parsed text, so an address may
 * swallow what Markdown takes for emphasis or code; then the whole document is read again with the address held.
 */
export function findAddresses(run: TextRun, state: Conversion): readonly Stretch[] {
  const { value } = run;
  if (!state.page.markup.linkify || state.inLink) return NONE;
  if (!mayHoldAddress(value)) return NONE;
  const mayHoldAny = hasAddressSign(value);
  const found: Stretch[] = [];
  let sign = value.indexOf('@');
  for (let index = 0; index < value.length; index++) {
    countBracket(run, index, state);
    if (sign >= 0 && sign < index) sign = value.indexOf('@', index);
    if (!mayHoldAny || state.openBrackets > 0 || !mayBegin(value, index, sign)) continue;
    const address = addressAt(run, index, state);
    if (!address) continue;
    const [start, end] = [run.offsetOf(index), address.end];
    if (end > run.end) {
      hold(start, end, linkTo(address, start, state), state);
      break;
    }
    const from = index;
    while (index < value.length && run.offsetOf(index) < end) index++;
    found.push({ start: from, end: index, make: () => [linkTo(address, start, state)] });
    index--;
  }
  return found;
}

const NONE: readonly Stretch[] = [];

/** Whether a text has to be looked at: for an address, or for brackets, which decide about addresses behind them. */
export const mayHoldAddress = (value: string): boolean =>
  hasAddressSign(value) || value.includes('[') || value.includes(']');

const hasAddressSign = (value: string): boolean =>
  value.includes('://') || value.includes('www.') || value.includes('@');

// Behind a bracket that is not closed again Goldmark makes no links of bare addresses: they may be in a link's text.
function countBracket(run: TextRun, index: number, state: Conversion): void {
  const character = run.value[index];
  if (character !== '[' && character !== ']') return;
  if (state.composed.text[run.offsetOf(index)] !== character) return;
  state.openBrackets = character === '[' ? state.openBrackets + 1 : Math.max(0, state.openBrackets - 1);
}

// An address begins with h, f or w; a mail address with anything, but an @ follows.
function mayBegin(value: string, index: number, sign: number): boolean {
  const first = value[index];
  if (first === 'h' || first === 'f' || first === 'w') return true;
  return sign > index && sign - index < MAX_MAIL_NAME;
}

// Nobody's mail address is longer, and no page is to be read over and over in search of one.
const MAX_MAIL_NAME = 256;

function addressAt(run: TextRun, index: number, state: Conversion): Address | undefined {
  const { text } = state.composed;
  const start = run.offsetOf(index);
  const behindInline = index === 0 && start > state.blockStart;
  if (!behindInline && !isTrigger(text, start, state)) return undefined;
  const address = readAddress(text, start, lineEndOf(text, start));
  if (!address) return undefined;
  // A host ends where a call begins; a word that only part of would fit into the address is no part of it.
  const { words } = state.page;
  for (let word = words.find(text, start); word && word.start < address.end; word = words.find(text, word.end)) {
    if (word.end > address.end) return readAddress(text, start, word.start);
  }
  return address;
}

/** Goldmark looks for an address at line starts, behind white space, `*`, `_`, `~`, `(`, and behind any parsed inline. */
function isTrigger(text: string, start: number, state: Conversion): boolean {
  if (start <= state.blockStart) return true;
  if (TRIGGERS.has(text[start - 1] ?? '\n')) return true;
  // Back-ticks that open no code are an inline of their own.
  if (text[start - 1] === '`' && text[start - 2] !== '\\') return true;
  const { source, markup } = state.page;
  return markup.typographer !== null && isTypographic(source, toSource(state.composed, start, 'start') - 1);
}

const TRIGGERS = new Set([' ', '\t', '\n', '\r', '*', '_', '~', '(']);

// Marks that the typographer replaces count as parsed inlines.
function isTypographic(text: string, at: number): boolean {
  const mark = text[at];
  if (mark === '"' || mark === "'") return isOpening(text[at - 1] ?? '\n');
  if (mark === '-' || mark === '<' || mark === '>') return text[at - 1] === mark;
  return mark === '.' && text.startsWith('...', at - 2);
}

const isOpening = (before: string): boolean => TRIGGERS.has(before) || '[{-"\'—–:;,/'.includes(before);

function lineEndOf(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function linkTo(address: Address, start: number, state: Conversion): Inline {
  const { page, composed } = state;
  const label = composed.text.slice(start, address.end);
  const prefix =
    address.kind === 'mail' ? 'mailto:' : address.kind === 'www' ? `${page.markup.linkifyProtocol}://` : '';
  const place = placeOf(state, start, address.end);
  const parts = inflate(label, page, state.depth);
  return {
    type: 'link',
    notation: 'linkify',
    url: prefix === '' ? parts : typeof parts === 'string' ? prefix + parts : [prefix, ...parts],
    children:
      typeof parts === 'string'
        ? [{ type: 'text', value: label, place }]
        : parts.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part)),
    place,
  };
}

function hold(start: number, end: number, node: Inline, state: Conversion): void {
  const text = state.composed.text.slice(start, end);
  state.edits.push({ start, end, text: state.page.words.hold({ kind: 'inline', node, text }) });
}

// What means something to Markdown and may be part of an address to GFM.
const MARKUP = '*_`[]<>~\\&!|';

/**
 * GFM's addresses are longer than Goldmark's, and there where Goldmark has none. What the engine swallowed in one has to
 * be read as Markdown: the document is read again with the address, or a sign that GFM needs in it, held.
 */
export function freeSwallowedText(
  nodes: readonly (Text | Link)[],
  run: TextRun,
  addresses: readonly Stretch[],
  state: Conversion,
): void {
  let next = 0;
  for (const node of nodes) {
    if (node.type !== 'link') continue;
    const [start, end] = rangeOf(node);
    // Links and addresses are both in order.
    while (run.offsetOf(addresses[next]?.start ?? run.value.length) < start) next++;
    const found = addresses[next];
    const own = found && run.offsetOf(found.start) < end ? found : undefined;
    const [from, to] = own ? [run.offsetOf(own.start), run.offsetOf(own.end)] : [start, start];
    if (!hasMarkup(state.composed.text.slice(start, from)) && !hasMarkup(state.composed.text.slice(to, end))) continue;
    const [held] = own?.make() ?? [];
    // An address is always made of one link.
    if (held?.type === 'link') hold(from, to, held as Inline, state);
    else holdSign(start, end, state);
  }
}

const hasMarkup = (text: string): boolean => [...text].some((character) => MARKUP.includes(character));

function holdSign(start: number, end: number, state: Conversion): void {
  const { composed, page } = state;
  const address = composed.text.slice(start, end);
  const at = start + Math.max(0, ['@', ':', '.'].map((sign) => address.indexOf(sign)).find((index) => index >= 0) ?? 0);
  const text = composed.text.slice(at, at + 1);
  state.edits.push({ start: at, end: at + 1, text: page.words.hold({ kind: 'literal', text }) });
}
