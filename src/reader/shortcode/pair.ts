import type { CallTree } from '../../model/page.ts';
import type { SourceText } from '../source-text.ts';
import { MOST_NESTING } from '../../model/limits.ts';
import { buildCall } from './build-call.ts';
import { MARKS, type ClosingTag, type FaultyTag, type OpeningTag, type Tag } from './tag.ts';

export interface Paired {
  readonly calls: readonly CallTree[];
  /** Whether Hugo refuses the page for the way its tags open and close. */
  readonly isFaulty: boolean;
}

/** Whether a shortcode, by its lower-cased name, takes inner text, so that its calls have to be closed. */
export type TakesInner = (name: string) => boolean;

/**
 * Builds the calls from the tags. Hugo lets a closing tag end the innermost call that is open, whatever its name, so
 * that is the rule where it works out; where it does not, the names tell what the author meant.
 */
export function pairTags(tags: readonly Tag[], takesInner: TakesInner, text: SourceText): Paired {
  const page: Holder = { calls: [], path: '', count: 0 };
  const pairing: Pairing = { text, takesInner, page, stack: [], openNames: new Map(), isFaulty: false };
  const closeOne = isBalanced(tags, takesInner) ? closeInnermost : closeByName;
  for (const tag of tags) {
    if (tag.kind === 'closing') closeOne(tag, pairing);
    else if (tag.kind === 'faulty') openFaulty(tag, pairing);
    else open(tag, pairing);
  }
  while (pairing.stack.length > 0) endUnclosed(text.source.length, pairing);
  return { calls: page.calls, isFaulty: pairing.isFaulty };
}

/** What calls are collected in: the page, or a call that is open. */
interface Holder {
  readonly calls: CallTree[];
  readonly path: string;
  count: number;
}

interface Frame {
  /** Absent for a tag that stays text: its closing tag has to be found, and what is between belongs to what is around. */
  readonly tag: OpeningTag | undefined;
  readonly name: string;
  readonly holder: Holder;
  readonly around: Holder;
}

interface Pairing {
  readonly text: SourceText;
  readonly takesInner: TakesInner;
  readonly page: Holder;
  readonly stack: Frame[];
  /** How many open calls there are of each lower-cased name. */
  readonly openNames: Map<string, number>;
  isFaulty: boolean;
}

const takesBody = (tag: OpeningTag, takesInner: TakesInner): boolean =>
  tag.isInline || takesInner(tag.name.toLowerCase());

const needsClosing = (tag: OpeningTag | FaultyTag, takesInner: TakesInner): boolean => {
  if (tag.isSelfClosed || tag.name === '') return false;
  return tag.kind === 'opening' ? takesBody(tag, takesInner) : takesInner(tag.name.toLowerCase());
};

function isBalanced(tags: readonly Tag[], takesInner: TakesInner): boolean {
  let depth = 0;
  for (const tag of tags) {
    if (tag.kind !== 'closing') depth += needsClosing(tag, takesInner) ? 1 : 0;
    else if (depth-- === 0) return false;
  }
  return depth === 0;
}

function open(tag: OpeningTag, pairing: Pairing): void {
  const { text, takesInner, stack, page } = pairing;
  const around = stack.at(-1)?.holder ?? page;
  const ordinal = around.count++;
  const path = pathOf(tag, ordinal, pairing);
  if (needsClosing(tag, takesInner)) {
    push({ tag, name: tag.name.toLowerCase(), holder: { calls: [], path, count: 0 }, around }, pairing);
    return;
  }
  if (tag.isSelfClosed && !takesBody(tag, takesInner)) reportNoInner(tag, 'selfClosing', pairing);
  around.calls.push(buildCall(tag, path, text));
}

/** Of all the ordinals on the way down, as long as they are not more than are ever read: thousands of calls in calls would have billions. */
function pathOf(tag: OpeningTag, ordinal: number, { stack }: Pairing): string {
  const around = stack.at(-1)?.holder.path ?? '';
  if (stack.length > MOST_NESTING) return `00.${tag.start}.${ordinal}`;
  return around === '' ? String(ordinal) : `${around}.${ordinal}`;
}

function openFaulty(tag: FaultyTag, pairing: Pairing): void {
  if (!needsClosing(tag, pairing.takesInner)) return;
  const around = pairing.stack.at(-1)?.holder ?? pairing.page;
  push({ tag: undefined, name: tag.name.toLowerCase(), holder: around, around }, pairing);
}

function push(frame: Frame, { stack, openNames }: Pairing): void {
  stack.push(frame);
  openNames.set(frame.name, (openNames.get(frame.name) ?? 0) + 1);
}

function pop({ stack, openNames }: Pairing): Frame | undefined {
  const frame = stack.pop();
  if (frame) openNames.set(frame.name, (openNames.get(frame.name) ?? 1) - 1);
  return frame;
}

function closeInnermost(tag: ClosingTag, pairing: Pairing): void {
  const frame = pop(pairing);
  if (frame) end(frame, tag, pairing);
}

function closeByName(tag: ClosingTag, pairing: Pairing): void {
  const { stack, openNames } = pairing;
  const name = tag.name.toLowerCase();
  const isNameless = tag.isUnknown || name === '';
  if (stack.length === 0 || (!isNameless && !openNames.get(name))) {
    reportStray(tag, pairing);
    return;
  }
  if (!isNameless) while (stack.at(-1)?.name !== name) endUnclosed(tag.start, pairing);
  closeInnermost(tag, pairing);
}

function end({ tag, name, holder, around }: Frame, closing: ClosingTag, { text }: Pairing): void {
  if (!tag) return;
  if (closing.name !== '' && !closing.isUnknown && closing.name.toLowerCase() !== name) {
    const { line } = text.placeOf(tag.start, tag.end);
    text.report('shortcode-closed-by-other', { name: closing.name, open: tag.name, line }, closing.start, closing.end);
  }
  const callEnd = { innerEnd: closing.start, end: closing.end, isClosed: true };
  around.calls.push(buildCall(tag, holder.path, text, { end: callEnd, calls: holder.calls }));
}

// A call that is never closed ends with what it stands in.
function endUnclosed(at: number, pairing: Pairing): void {
  const { tag, holder, around } = pop(pairing) ?? {};
  if (!tag || !holder || !around) return;
  const { text } = pairing;
  pairing.isFaulty = true;
  text.report('shortcode-not-closed', { name: tag.name, ...MARKS[tag.notation] }, tag.start, tag.end);
  const callEnd = { innerEnd: at, end: at, isClosed: false };
  around.calls.push(buildCall(tag, holder.path, text, { end: callEnd, calls: holder.calls }));
}

function reportStray(tag: ClosingTag, pairing: Pairing): void {
  pairing.isFaulty = true;
  // What never was a name has been reported by the lexer.
  if (tag.isUnknown) return;
  if (tag.name !== '' && !pairing.takesInner(tag.name.toLowerCase())) reportNoInner(tag, 'closing', pairing);
  else pairing.text.report('shortcode-closing-unopened', { name: tag.name }, tag.start, tag.end);
}

function reportNoInner(tag: ClosingTag | OpeningTag, form: 'closing' | 'selfClosing', pairing: Pairing): void {
  pairing.isFaulty = true;
  pairing.text.report('shortcode-takes-no-inner', { name: tag.name, form }, tag.start, tag.end);
}
