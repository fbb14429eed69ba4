/** Markup in a line of text, by go-org's rules. */
import type { ElementContent } from 'hast';
import type { OrgPage } from './state.ts';
import { referenceTo } from './footnotes.ts';
import { element, text } from './hast.ts';
import { linkOf } from './link.ts';
import { plainText } from './plain-text.ts';
import { append } from '../../../model/append.ts';

/** What was found at a place of a text, and where it ends. */
interface Found {
  readonly end: number;
  readonly html: ElementContent;
}

interface Reading {
  readonly value: string;
  readonly page: OrgPage;
  readonly depth: number;
  /** Closing marks that were looked for and are not there: no sense in looking again. */
  readonly missing: Set<string>;
}

const SIGNS = /[*/_+=~[$\\]/g;
/** Deeper than anyone writes emphasis in emphasis. */
const DEEPEST = 20;

/** The HTML of some text; line breaks in it stay. */
export const inlinesOf = (value: string, page: OrgPage): ElementContent[] => readInlines(value, page, 0);

function readInlines(value: string, page: OrgPage, depth: number): ElementContent[] {
  if (depth > DEEPEST) return [text(value)];
  const reading: Reading = { value, page, depth, missing: new Set() };
  const html: ElementContent[] = [];
  let from = 0;
  for (let at = nextSign(value, 0); at >= 0;) {
    const found = findAt(at, reading);
    if (!found) {
      at = nextSign(value, at + 1);
      continue;
    }
    append(html, [...plainText(value.slice(from, at)), found.html]);
    from = found.end;
    at = nextSign(value, from);
  }
  append(html, plainText(value.slice(from)));
  return html;
}

function nextSign(value: string, from: number): number {
  SIGNS.lastIndex = from;
  return SIGNS.exec(value)?.index ?? -1;
}

function findAt(at: number, reading: Reading): Found | undefined {
  const { value } = reading;
  switch (value[at]) {
    case '[':
      return linkAt(at, reading) ?? noteAt(at, reading);
    case '$':
      return formulaAt(at, '$', '$', reading);
    case '\\':
      return value[at + 1] === '(' ? formulaAt(at, '\\(', '\\)', reading) : undefined;
    default:
      return emphasisAt(at, reading);
  }
}

const BEFORE = /[\s\-({'"]/;
const BEHIND = /[\s\-.,:!?;'")}[]/;

function emphasisAt(at: number, reading: Reading): Found | undefined {
  const { value, missing } = reading;
  const mark = value[at] ?? '';
  if (missing.has(mark) || (at > 0 && !BEFORE.test(value[at - 1] ?? '')) || isSpaceAt(value, at + 1)) return undefined;
  for (let end = value.indexOf(mark, at + 2); end >= 0; end = value.indexOf(mark, end + 1)) {
    const closes = !isSpaceAt(value, end - 1) && (end + 1 === value.length || BEHIND.test(value[end + 1] ?? ''));
    if (closes) return { end: end + 1, html: styled(mark, value.slice(at + 1, end), reading) };
  }
  missing.add(mark);
  return undefined;
}

const isSpaceAt = (value: string, at: number): boolean => at >= value.length || /\s/.test(value[at] ?? '');

function styled(mark: string, value: string, { page, depth }: Reading): ElementContent {
  const content = (): ElementContent[] => readInlines(value, page, depth + 1);
  switch (mark) {
    case '*':
      return element('strong', {}, content());
    case '/':
      return element('em', {}, content());
    case '+':
      return element('del', {}, content());
    case '_':
      return element('span', { style: 'text-decoration: underline;' }, content());
    case '=':
      return element('code', { class: 'verbatim' }, [text(value)]);
    default:
      return element('code', {}, [text(value)]);
  }
}

function linkAt(at: number, { value, page, depth, missing }: Reading): Found | undefined {
  if (value[at + 1] !== '[' || missing.has(']]')) return undefined;
  const end = value.indexOf(']]', at + 2);
  if (end < 0) missing.add(']]');
  if (end <= at + 2) return undefined;
  const inner = value.slice(at + 2, end);
  const middle = inner.indexOf('][');
  const [address, description] = middle < 0 ? [inner, undefined] : [inner.slice(0, middle), inner.slice(middle + 2)];
  return { end: end + 2, html: linkOf(address, description, (shown) => readInlines(shown, page, depth + 1)) };
}

const NOTE = /\[fn:([\w-]*)([:\]])/y;

/** `[fn:1]`, `[fn:1: its text]`, `[fn:: its text]`. */
function noteAt(at: number, { value, page, depth, missing }: Reading): Found | undefined {
  NOTE.lastIndex = at;
  const match = NOTE.exec(value);
  if (!match) return undefined;
  const [whole, label = '', sign] = match;
  if (sign === ']') {
    if (label === '') return undefined;
    return { end: at + whole.length, html: referenceTo(page.footnotes.refer(label, () => undefined)) };
  }
  const end = missing.has('note') ? -1 : closingBracket(value, at);
  if (end < 0) {
    missing.add('note');
    return undefined;
  }
  const content = value.slice(at + whole.length, end);
  return { end: end + 1, html: referenceTo(page.footnotes.refer(label, () => readInlines(content, page, depth + 1))) };
}

function closingBracket(value: string, open: number): number {
  let depth = 0;
  for (let at = open; at < value.length; at++) {
    if (value[at] === '[') depth++;
    else if (value[at] === ']' && --depth === 0) return at;
  }
  return -1;
}

/** Formulas stay with their signs, for the script that draws them in the browser. */
function formulaAt(at: number, open: string, close: string, { value, missing }: Reading): Found | undefined {
  if (missing.has(close)) return undefined;
  const end = value.indexOf(close, at + open.length);
  if (end < 0) {
    missing.add(close);
    return undefined;
  }
  // Two amounts of money are no formula.
  if (open === '$' && (isSpaceAt(value, at + 1) || isSpaceAt(value, end - 1) || /\w/.test(value[end + 1] ?? ''))) {
    return undefined;
  }
  return { end: end + close.length, html: text(value.slice(at, end + close.length)) };
}
