import type { Unpaired } from '../html/raw.ts';
import { alignText } from './align-text.ts';

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
export function headingText(nodes: readonly Unpaired[], source: string): HeadingText {
  const text = nodes.map((node) => textOf(node, source)).join('');
  const lines = text.split('\n');
  return { text: (lines.at(-1) ?? '').trim(), hasCalls: nodes.some(hasCall) };
}

function textOf(node: Unpaired, source: string): string {
  switch (node.type) {
    case 'text':
      return keepNumericReferences(node.value, node.place, source);
    case 'emoji':
      return node.name;
    case 'break':
      return '\n';
    case 'inlineCode':
      return plain(node.value);
    case 'image':
    case 'imageReference':
      return plain(node.alt);
    case 'link':
      return node.notation === 'inline' ? childText(node, source) : '';
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'insert':
    case 'mark':
    case 'subscript':
    case 'superscript':
    case 'linkReference':
      return childText(node, source);
    default:
      return '';
  }
}

const childText = (node: { readonly children: readonly Unpaired[] }, source: string): string =>
  node.children.map((child) => textOf(child, source)).join('');

const plain = (text: string | readonly unknown[]): string =>
  typeof text === 'string' ? text : text.filter((part) => typeof part === 'string').join('');

function hasCall(node: Unpaired): boolean {
  if (node.type === 'shortcodeInline' || node.type === 'shortcodeMark') return true;
  return 'children' in node && (node.children as readonly Unpaired[]).some(hasCall);
}

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
    text += source.startsWith('&#', at) ? source.slice(at, source.indexOf(';', at)) : value[index];
  }
  return text;
}
