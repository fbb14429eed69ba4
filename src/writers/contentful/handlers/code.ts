import type { Attribute, Code, InlineCode, MathBlock, MathInline } from '../../../model/nodes.ts';
import type { Place } from '../../../model/place.ts';
import type { JsonObject, JsonValue } from '../export.ts';
import type { Piece } from '../pieces.ts';
import type { State } from '../state.ts';
import { limits } from '../limits.ts';
import { MARK, embeddedBlock, embeddedInline, text } from '../rich-text.ts';
import { cleanText } from '../values.ts';

/** Rich text has no code blocks: each is an entry. */
export function code(node: Code, state: State): readonly Piece[] {
  const { options } = node;
  const settings = omitAbsent({
    highlightedLines: options?.highlightedLines?.map(([first, last]) => [first, last]),
    lineNumbers: options?.lineNumbers,
    startLine: options?.startLine,
    meta: node.meta === undefined ? undefined : cleanText(node.meta),
    attributes: attributesOf(node.attributes, state),
    other: attributesOf(options?.other, state),
  });
  return codeEntries(
    { code: state.text(node.value, 'code'), language: node.lang, filename: options?.title, options: settings },
    state,
    node.place,
  );
}

interface CodeFields {
  readonly code: string;
  readonly language: string | undefined;
  readonly filename: string | undefined;
  readonly options: JsonObject | undefined;
}

export function codeEntries(fields: CodeFields, state: State, place: Place | undefined): readonly Piece[] {
  const parts = splitText(fields.code, limits.text);
  if (parts.length === 1) return [embeddedBlock(state.entry('codeBlock', { ...fields }, place))];
  return parts.map((part, at) =>
    embeddedBlock(state.entry('codeBlock', { ...fields, code: part, part: at + 1, parts: parts.length }, place)),
  );
}

/** A text in parts of at most `most` characters, cut behind line ends where there are any. */
export function splitText(value: string, most: number): string[] {
  if (value.length <= most) return [value];
  const parts: string[] = [];
  let start = 0;
  while (value.length - start > most) {
    const lineEnd = value.lastIndexOf('\n', start + most - 1);
    let end = lineEnd < start ? start + most : lineEnd + 1;
    const last = value.charCodeAt(end - 1);
    if (last >= 0xd800 && last < 0xdc00) end--;
    parts.push(value.slice(start, end));
    start = end;
  }
  parts.push(value.slice(start));
  return parts;
}

export function inlineCode(node: InlineCode, state: State): readonly Piece[] {
  const value = state.text(node.value, 'code', node.place);
  return value === '' ? [] : [text(cleanText(value).replace(/[\r\n]+/g, ' '), state.marks | MARK.code)];
}

export const mathBlock = (node: MathBlock, state: State): readonly Piece[] => [
  embeddedBlock(mathEntry(node, true, state)),
];

export const mathInline = (node: MathInline, state: State): readonly Piece[] => [
  embeddedInline(mathEntry(node, false, state)),
];

const mathEntry = (node: MathBlock | MathInline, display: boolean, state: State): string =>
  state.entry('math', { tex: node.value, display, open: node.delimiters[0], close: node.delimiters[1] }, node.place);

/** Attributes as JSON, names as written; one without a value is `true`. */
export function attributesOf(attributes: readonly Attribute[] | undefined, state: State): JsonObject | undefined {
  if (!attributes || attributes.length === 0) return undefined;
  return Object.fromEntries(attributes.map(({ name, value }) => [cleanText(name), attributeValue(value, state)]));
}

function attributeValue(value: Attribute['value'], state: State): JsonValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return typeof value === 'boolean' ? value : cleanText(state.text(value, 'an attribute'));
}

function omitAbsent(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  const kept: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
