import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { TypographerMarkup } from '../../model/markup.ts';
import type { TemplatedString } from '../../model/nodes.ts';
import type { Unpaired } from '../html/raw.ts';
import type { PageState } from './state.ts';
import { alignText } from '../../model/align-text.ts';

/** The plain text of a heading as Hugo makes its id of it. */
export interface HeadingText {
  readonly text: string;
  /** Whether a call stands in the heading: then Hugo's id holds what the call's template prints. */
  readonly hasCalls: boolean;
}

/**
 * Markup, raw tags and automatic links leave nothing, pictures their alternative text, emoji their name; of a heading
 * of several lines the last one counts.
 */
export function headingText(nodes: readonly Unpaired[], { source, markup }: PageState): HeadingText {
  const text = nodes.map((node) => textOf(node, source, markup.typographer)).join('');
  const lines = text.split('\n');
  return { text: (lines.at(-1) ?? '').trim(), hasCalls: nodes.some(hasCall) };
}

function textOf(node: Unpaired, source: string, typographer: TypographerMarkup | null): string {
  switch (node.type) {
    case 'text':
      return replaceDashes(keepNumericReferences(node.value, node.place, source), typographer);
    case 'emoji':
      return node.name;
    case 'break':
      return '\n';
    case 'inlineCode':
      return resolveNames(plain(node.value));
    case 'image':
    case 'imageReference':
      return replaceDashes(plain(node.alt), typographer);
    case 'link':
      return node.notation === 'inline' ? childText(node, source, typographer) : '';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'insert':
    case 'mark':
    case 'subscript':
    case 'superscript':
    case 'linkReference':
      return childText(node, source, typographer);
    default:
      return '';
  }
}

const childText = (
  node: { readonly children: readonly Unpaired[] },
  source: string,
  typographer: TypographerMarkup | null,
): string => node.children.map((child) => textOf(child, source, typographer)).join('');

const plain = (text: TemplatedString): string =>
  typeof text === 'string' ? text : text.filter((part) => typeof part === 'string').join('');

/** Hugo makes ids of the text that the typographer leaves: of the dash, not of the hyphens that it was written with. */
function replaceDashes(text: string, typographer: TypographerMarkup | null): string {
  if (!typographer || !text.includes('--')) return text;
  const { emDash, enDash } = typographer;
  let replaced = '';
  for (let at = 0; at < text.length; at++) {
    if (emDash !== '' && text.startsWith('---', at)) {
      replaced += plainDash(emDash);
      at += 2;
    } else if (enDash !== '' && text.startsWith('--', at)) {
      replaced += plainDash(enDash);
      at += 1;
    } else replaced += text[at];
  }
  return replaced;
}

// A character reference stands for a dash; to ids it is a sign like any other. Other text counts as it is.
const plainDash = (replacement: string): string => (replacement.startsWith('&') ? '\u2013' : replacement);

function hasCall(node: Unpaired): boolean {
  if (node.type === 'shortcodeInline' || node.type === 'shortcodeMark') return true;
  return 'children' in node && (node.children as readonly Unpaired[]).some(hasCall);
}

/** Hugo resolves named references in the whole text at last, also where they stand in code. */
function resolveNames(text: string): string {
  let resolved = '';
  let at = 0;
  for (let open = text.indexOf('&'); open >= 0; open = text.indexOf('&', open + 1)) {
    const close = text.indexOf(';', open);
    const name = close < 0 || close - open > MAX_NAME ? '' : text.slice(open + 1, close);
    const character = name === '' || name.startsWith('#') ? false : decodeNamedCharacterReference(name);
    if (character === false) continue;
    resolved += text.slice(at, open) + character;
    at = close + 1;
  }
  return resolved + text.slice(at);
}

const MAX_NAME = 40;

/** Hugo resolves `&eacute;` in the text of an id, but of `&#233;` it keeps the digits. */
function keepNumericReferences(
  value: string,
  place: { readonly offset: number; readonly length: number } | undefined,
  source: string,
): string {
  if (!place || !source.slice(place.offset, place.offset + place.length).includes('&#')) return value;
  const offsets = alignText(value, source, [place.offset, place.offset + place.length], Infinity);
  if (!offsets) return value;
  let text = '';
  for (let index = 0; index < value.length; index++) {
    const at = offsets[index] ?? 0;
    if (offsets[index - 1] === at) continue;
    text += source.startsWith('&#', at) ? source.slice(at, source.indexOf(';', at) + 1) : value[index];
  }
  return text;
}
