import type { Code } from '../../../model/nodes.ts';
import type { Writing } from '../writing.ts';
import { endOf } from '../../../model/place.ts';
import { writtenText } from '../templated.ts';
import { codeInfo } from '../tree/code.ts';
import type { Frame } from './frame.ts';
import { isInlineSpace, isLineEnding, splitLines, withoutLead } from './lines.ts';
import { isCallAt } from './text.ts';

/**
 * Edits a fenced code block: what stands behind its language, and nothing else. False for other code, and where the code
 * itself is not the author's any more.
 */
export function editCode(node: Code, frame: Frame, writing: Writing): boolean {
  const { source, draft } = writing;
  const { place } = node;
  if (!place || node.origin) return false;
  const isMdx = writing.dialect.syntax === 'mdx';
  const start = place.offset;
  const end = endOf(place);
  // Only MDX knows no indented code.
  if (node.notation === 'indented') return !isMdx && !node.attributes?.length && !hasCallBetween(source, start, end);
  if (node.notation !== 'fenced') return false;
  const char = source[start] ?? '';
  if (char !== '`' && char !== '~') return false;
  let infoStart = start;
  while (source[infoStart] === char) infoStart++;
  let infoEnd = infoStart;
  while (infoEnd < end && !isLineEnding(source.charCodeAt(infoEnd))) infoEnd++;
  const value = writtenText(node.value, writing);
  if (isMdx && closesEarly(value, char, infoStart - start)) return false;
  if (writing.hasCalls && hasCallBetween(source, infoEnd, end) && !isSameCode(value, infoEnd, end, frame, source))
    return false;
  if (!isInfo(node, source.slice(infoStart, infoEnd))) {
    const info = codeInfo(node, writing);
    if (/[\r\n`\\&]/.test(info)) return false;
    draft.edit(infoStart, infoEnd, info);
  }
  return true;
}

/** Whether the info string already says what the target wants: language and the rest as written, no braces of Hugo's. */
function isInfo(node: Code, info: string): boolean {
  if (node.options || node.attributes?.length) return false;
  let at = 0;
  while (isInlineSpace(info.charCodeAt(at))) at++;
  return info.startsWith(node.lang ?? '', at) && (node.lang !== undefined || info.trim() === '');
}

/**
 * MDX takes a fence for the closing one however deep it is indented; CommonMark does so up to three spaces.
 */
export function closesEarly(value: string, char: string, size: number): boolean {
  const fence = char.repeat(size);
  for (let at = value.indexOf(fence); at >= 0; at = value.indexOf(fence, at + 1)) {
    if (!startsLine(value, at)) continue;
    let end = at;
    while (value[end] === char) end++;
    while (isInlineSpace(value.charCodeAt(end))) end++;
    if (end === value.length || isLineEnding(value.charCodeAt(end))) return true;
  }
  return false;
}

function startsLine(value: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isInlineSpace(value.charCodeAt(before))) before--;
  return before < 0 || isLineEnding(value.charCodeAt(before));
}

function hasCallBetween(source: string, from: number, to: number): boolean {
  for (let at = source.indexOf('{{', from); at >= 0 && at < to; at = source.indexOf('{{', at + 1)) {
    if (isCallAt(source, at)) return true;
  }
  return false;
}

/** Whether the code between the fences is `value`, the white space of blank lines aside. */
function isSameCode(value: string, from: number, to: number, frame: Frame, source: string): boolean {
  const lines = splitLines(withoutLead(source.slice(from, to), frame.prefix)).slice(1);
  const code = splitLines(value);
  return (
    lines.length <= code.length + 1 &&
    lines.every((line, index) => {
      const own = code[index];
      return own === undefined
        ? /^[ \t]*[`~]*[ \t]*$/.test(line)
        : line === own || (line.trim() === '' && own.trim() === '');
    })
  );
}
