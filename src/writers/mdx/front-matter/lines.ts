import type { Field, FrontMatter } from '../../../model/page.ts';
import { endOf } from '../../../model/place.ts';
import { printYaml, printYamlKey } from './yaml.ts';

/** A field and the key that the target has for it. */
export interface KeyedField {
  readonly key: string;
  readonly field: Field;
}

interface Block {
  readonly start: number;
  readonly end: number;
}

/**
 * YAML front matter by its lines: those of a field that nobody changed are the author's, with the comments around them.
 * Nothing where fields share lines or refer to each other, so that only the values can be written anew.
 */
export function editYamlLines(
  fields: readonly KeyedField[],
  { contentPlace }: FrontMatter,
  source: string,
): string | undefined {
  const contentEnd = endOf(contentPlace);
  const content = source.slice(contentPlace.offset, contentEnd);
  if (refersToItself(content)) return undefined;
  const indent = indentOf(fields, source);
  const parts: string[] = [];
  let at = contentPlace.offset;
  for (const { key, field } of fields) {
    const own = isWritten(field) ? blockOf(field, source) : undefined;
    if (!own) {
      if (field.place && isWritten(field)) return undefined;
      parts.push(indented(printYaml([{ key, value: field.value }]), indent));
      if (field.place) at = Math.max(at, lineEndFrom(endOf(field.place), source));
      continue;
    }
    if (own.start < at) return undefined;
    parts.push(commentLines(source.slice(at, own.start)), withKey(key, field, own, source));
    at = own.end;
  }
  parts.push(commentLines(source.slice(at, contentEnd)));
  return parts.map((part) => (part === '' || part.endsWith('\n') ? part : `${part}\n`)).join('');
}

/** What stands before every key: YAML wants the same before those that are added. */
function indentOf(fields: readonly KeyedField[], source: string): string {
  for (const { field } of fields) {
    const own = blockOf(field, source);
    if (own && field.keyPlace) return source.slice(own.start, field.keyPlace.offset);
  }
  return '';
}

const indented = (yaml: string, indent: string): string => (indent === '' ? yaml : yaml.replaceAll(/^(?=.)/gm, indent));

/** Whether the field's value stands in the source as it is. */
const isWritten = ({ place, value }: Field): boolean => place !== undefined && value.place !== undefined;

/** Anchors and aliases: a line may then mean something only together with another. */
const refersToItself = (content: string): boolean => /(?:^|[\s[{,:-])[&*][^\s&*]/.test(content);

/** The lines of a field, if it has them for itself. */
function blockOf({ place, keyPlace }: Field, source: string): Block | undefined {
  if (!place || !keyPlace) return undefined;
  let start = keyPlace.offset;
  while (start > 0 && source[start - 1] === ' ') start--;
  if (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') return undefined;
  return { start, end: lineEndFrom(endOf(place), source) };
}

function lineEndFrom(end: number, source: string): number {
  if (source[end - 1] === '\n') return end;
  const next = source.indexOf('\n', end);
  return next < 0 ? source.length : next + 1;
}

function withKey(key: string, { keyPlace }: Field, { start, end }: Block, source: string): string {
  if (!keyPlace) return source.slice(start, end);
  const written = source.slice(keyPlace.offset, endOf(keyPlace));
  if (written === key || written === `"${key}"` || written === `'${key}'`) return source.slice(start, end);
  return source.slice(start, keyPlace.offset) + printYamlKey(key) + source.slice(endOf(keyPlace), end);
}

/** The comments and blank lines of what stands between fields; the lines of a field that was dropped go. */
function commentLines(between: string): string {
  let dropped = false;
  let kept = '';
  for (const line of between.split(/(?<=\n)/)) {
    const text = line.trim();
    if (line.startsWith('#')) dropped = false;
    else if (text !== '' && !text.startsWith('#')) dropped = true;
    if (!dropped) kept += line;
  }
  return kept;
}
