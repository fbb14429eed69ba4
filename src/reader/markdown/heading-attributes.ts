import type { Heading } from 'mdast';
import type { Attribute } from '../../model/nodes.ts';
import { isEscapable } from '../../model/align-text.ts';
import { readAttributeList, type AttributeEntry } from './attribute-list.ts';
import { rangeOf, type Conversion } from './state.ts';

/** Attributes at the end of a heading. */
export interface HeadingAttributes {
  /** Where the braces stand in the composed text. */
  readonly start: number;
  readonly end: number;
  readonly entries: readonly AttributeEntry[];
  /** Attributes that an earlier reading of the document put aside. */
  readonly held?: readonly Attribute[];
}

/** Finds `{…}` as the last thing on a heading's (last) line. */
export function findHeadingAttributes(node: Heading, state: Conversion): HeadingAttributes | undefined {
  const { text } = state.composed;
  const [start, end] = contentRange(node, text);
  const line = text.slice(start, end);
  const held = findHeld(line, start, state);
  if (held) return held;
  for (let at = line.indexOf('{'); at >= 0; at = line.indexOf('{', at + 1)) {
    if (isEscaped(line, at)) continue;
    const list = readAttributeList(line, at);
    if (list && line.slice(list.end).trim() === '')
      return { start: start + at, end: start + list.end, entries: list.entries };
  }
  return undefined;
}

/** From the heading's text to the end of its line; of a heading underlined with `===`, the last line of its text. */
function contentRange(node: Heading, text: string): readonly [number, number] {
  const [start, end] = rangeOf(node);
  if (text[start] === '#') {
    const lineEnd = text.indexOf('\n', start);
    return [start, lineEnd < 0 ? text.length : lineEnd];
  }
  const first = rangeOf(node.children[0] ?? node)[0];
  const last = rangeOf(node.children.at(-1) ?? node)[1];
  const contentEnd = Math.min(end, Math.max(first, last));
  return [Math.max(first, text.lastIndexOf('\n', contentEnd - 1) + 1), contentEnd];
}

function findHeld(line: string, start: number, state: Conversion): HeadingAttributes | undefined {
  const { words } = state.page;
  if (!words.used) return undefined;
  for (let word = words.find(line, 0); word; word = words.find(line, word.end)) {
    if (word.held.kind !== 'attributes' || line.slice(word.end).trim() !== '') continue;
    return { start: start + word.start, end: start + word.end, entries: [], held: word.held.attributes };
  }
  return undefined;
}

function isEscaped(line: string, at: number): boolean {
  let backslashes = 0;
  while (line[at - 1 - backslashes] === '\\' && isEscapable(line.charCodeAt(at - backslashes))) backslashes++;
  return backslashes % 2 === 1;
}
