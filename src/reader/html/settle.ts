/** Settles what is a block and what is inline where both may stand, and drops white space that means nothing there. */
import type { FlowContent, Inline, ShortcodeInline, Text } from '../../model/nodes.ts';
import type { PairingContext } from './raw.ts';
import { endOf, placeAt } from '../../model/place.ts';
import { isBlank, isSpace, isTextLevel } from './content-model.ts';
import { isBlock } from '../../model/kinds.ts';
import { append } from '../../model/append.ts';

/**
 * Walks over the runs of inline content between blocks.
 * A run without any text is blocks: Hugo's output for a call that stands alone, a comment, an `<iframe>` on its line.
 * Other runs lose the white space at their ends, which no browser shows.
 */
export function settleFlow(content: readonly FlowContent[], context: PairingContext): FlowContent[] {
  const settled: FlowContent[] = [];
  let run: Inline[] = [];
  const endRun = (): void => {
    if (run.length > 0) append(settled, run.some(standsInLine) ? trimRun(run, context) : run.flatMap(asBlock));
    run = [];
  };
  for (const node of content) {
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    endRun();
    settled.push(node);
  }
  endRun();
  return settled;
}

function standsInLine(node: Inline): boolean {
  switch (node.type) {
    case 'text':
      return !isBlank(node.value);
    case 'shortcodeInline':
    case 'commentInline':
      return false;
    case 'elementInline':
      return isTextLevel(node.tagName);
    default:
      return true;
  }
}

function asBlock(node: Inline): FlowContent[] {
  switch (node.type) {
    case 'shortcodeInline':
      // Text to Hugo, which in an HTML block stands among the elements without a paragraph.
      return isTextCall(node) ? [node] : [{ ...node, type: 'shortcodeBlock' }];
    case 'commentInline':
      return [{ ...node, type: 'commentBlock' }];
    case 'elementInline':
      return [{ ...node, type: 'elementBlock' }];
    // The run holds no other text than white space.
    case 'text':
      return [];
    default:
      return [node];
  }
}

/** The output of `{{% %}}`, and of any call inside another, is put into the text before Markdown is read. */
const isTextCall = ({ call, innerReading }: ShortcodeInline): boolean =>
  innerReading === 'none' && (call.notation === 'markdown' || call.path.includes('.'));

function trimRun(run: readonly Inline[], context: PairingContext): Inline[] {
  const first = run.findIndex((node) => node.type !== 'text' || !isBlank(node.value));
  const last = run.findLastIndex((node) => node.type !== 'text' || !isBlank(node.value));
  return run.slice(first, last + 1).map((node, at, kept) => {
    if (node.type !== 'text' || (at > 0 && at < kept.length - 1)) return node;
    return trimText(node, { start: at === 0, end: at === kept.length - 1 }, context);
  });
}

function trimText(text: Text, at: { readonly start: boolean; readonly end: boolean }, context: PairingContext): Text {
  const { value, place } = text;
  const [from, to] = trimBounds(value, 0, value.length, at);
  if (from === 0 && to === value.length) return text;
  const trimmed: Text = { ...text, value: value.slice(from, to) };
  if (!place) return trimmed;
  const [start, end] = trimBounds(context.source, place.offset, endOf(place), at);
  return { ...trimmed, place: placeAt(context.lines, start, end) };
}

function trimBounds(
  text: string,
  from: number,
  to: number,
  at: { readonly start: boolean; readonly end: boolean },
): [from: number, to: number] {
  let [start, end] = [from, to];
  if (at.start) while (start < end && isSpace(text.charCodeAt(start))) start++;
  if (at.end) while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return [start, end];
}
