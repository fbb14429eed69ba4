import type { Call, ShortcodeBlock, ShortcodeInline, CallString } from '../../model/nodes.ts';
import type { CallTree } from '../../model/page.ts';
import type { PageState } from './state.ts';
import { endOf } from '../../model/place.ts';

/** A call without the calls in its inner text: what a shortcode node carries. */
export function callOf({ calls: _calls, ...call }: CallTree): Call {
  return call;
}

/** A call among blocks whose inner text is read apart from the Markdown around it. */
export function shortcodeBlock(call: CallTree, page: PageState, depth: number): ShortcodeBlock {
  return { type: 'shortcodeBlock', ...shortcode(call, page, depth) };
}

/** The same inside a paragraph or a string. */
export function shortcodeInline(call: CallTree, page: PageState, depth: number): ShortcodeInline {
  return { type: 'shortcodeInline', ...shortcode(call, page, depth) };
}

const shortcode = (call: CallTree, page: PageState, depth: number): Omit<ShortcodeBlock, 'type'> => ({
  call: callOf(call),
  innerReading: page.readingOf(call),
  children: page.readInner(call, depth),
  place: call.place,
});

type Part = string | ShortcodeInline;

/**
 * Turns the placeholder words in a string (a destination, an attribute, code) back into calls. Of a call whose inner
 * text stands in the string between two marks, the marks go and the inner text becomes the call's content.
 */
export function inflate(text: string, page: PageState, depth: number): CallString {
  if (!page.words.used) return text;
  let found = page.words.find(text, 0);
  if (!found) return text;
  const root: Frame = { call: undefined, parts: [] };
  const open: Frame[] = [root];
  let at = 0;
  for (; found; found = page.words.find(text, at)) {
    const { held } = found;
    const frame = open.at(-1) ?? root;
    const [start, end] = held.kind === 'edge' ? withMark(text, found.start, found.end) : [found.start, found.end];
    addText(frame, text.slice(at, Math.max(at, start)));
    at = end;
    if (held.kind === 'call') frame.parts.push(shortcodeInline(held.call, page, depth));
    else if (held.kind === 'inline' || held.kind === 'attributes' || held.kind === 'literal') addText(frame, held.text);
    else if (held.kind === 'edge') {
      const closes = held.edge === 'close' || text.startsWith('</', start);
      if (!closes) open.push({ call: held.call, parts: [] });
      else closeFrame(open, held.call);
    }
  }
  addText(open.at(-1) ?? root, text.slice(at));
  // A call that is opened in the string and closed elsewhere leaves its text.
  for (const frame of open.slice(1)) for (const part of frame.parts) addPart(root, part);
  return root.parts.some((part) => typeof part !== 'string') ? root.parts : root.parts.join('');
}

interface Frame {
  readonly call: CallTree | undefined;
  readonly parts: Part[];
}

function addText(frame: Frame, text: string): void {
  const last = frame.parts.length - 1;
  const before = frame.parts[last];
  if (typeof before === 'string') frame.parts[last] = before + text;
  else if (text !== '') frame.parts.push(text);
}

const addPart = (frame: Frame, part: Part): void => {
  if (typeof part === 'string') addText(frame, part);
  else frame.parts.push(part);
};

function closeFrame(open: Frame[], call: CallTree): void {
  const at = open.findLastIndex((frame) => frame.call === call);
  if (at < 1) return;
  // Calls opened inside and not closed there end with the one around them.
  while (open.length > at) {
    const frame = open.pop();
    const around = open.at(-1);
    if (!frame?.call || !around) return;
    around.parts.push({
      type: 'shortcodeInline',
      call: callOf(frame.call),
      innerReading: 'markdown',
      children: frame.parts.map((part) => (typeof part === 'string' ? { type: 'text', value: part } : part)),
      place: frame.call.place,
    });
  }
}

/** A piece of composed text as the author wrote it, calls included: for what the model keeps as plain text. */
export function sourceText(text: string, { words, source }: Pick<PageState, 'words' | 'source'>): string {
  let plain = '';
  let at = 0;
  for (let word = words.find(text, 0); word; word = words.find(text, at)) {
    plain += text.slice(at, word.start);
    const { held } = word;
    if (held.kind === 'call') plain += source.slice(held.call.place.offset, endOf(held.call.place));
    else if ('text' in held) plain += held.text;
    at = word.end;
  }
  return plain + text.slice(at);
}

/** Widens a word to the comment, tag or blank lines that mark the edge of a call. */
function withMark(text: string, start: number, end: number): readonly [number, number] {
  for (const [before, after] of MARKS) {
    if (text.startsWith(after, end) && start >= before.length && text.startsWith(before, start - before.length)) {
      return [start - before.length, end + after.length];
    }
  }
  return [start, end];
}

const MARKS = [
  ['<!--', '-->'],
  ['</', '>'],
  ['<', '>'],
  ['\n\n', '\n\n'],
] as const;
