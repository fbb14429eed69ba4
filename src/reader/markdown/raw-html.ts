import type { Html } from 'mdast';
import type { RawHtmlBlock, RawHtmlInline } from '../html/raw.ts';
import { placeOf, rangeOf, type Conversion } from './state.ts';

/** An HTML block as the pairing takes it. */
export function rawBlock(node: Html, state: Conversion): RawHtmlBlock {
  state.hasRaw = true;
  return { type: 'rawHtmlBlock', value: node.value, locate: locator(node, state) };
}

/** A tag, comment or the like inside a paragraph as the pairing takes it. */
export function rawInline(node: Html, state: Conversion): RawHtmlInline {
  state.hasRaw = true;
  return { type: 'rawHtmlInline', value: node.value, locate: locator(node, state) };
}

function locator(node: Html, state: Conversion): RawHtmlBlock['locate'] {
  const [start, end] = rangeOf(node);
  let offsetOf: ((index: number) => number) | undefined;
  return (from, to) => {
    offsetOf ??= lineOffsets(node.value, state.composed.text, start, end);
    return placeOf(state, offsetOf(from), offsetOf(to));
  };
}

/**
 * Where each character of a value of several lines stands in the composed text. Each line of the value is the end of a
 * line of the text: the engine takes container prefixes off the front.
 */
function lineOffsets(value: string, text: string, start: number, end: number): (index: number) => number {
  if (text.startsWith(value, start)) return (index) => start + index;
  const valueLines: number[] = [];
  const textLines: number[] = [];
  const textOffsets: number[] = [];
  let textLine = start;
  for (let line = 0; line <= value.length;) {
    const valueEnd = lineEnd(value, line);
    const textEnd = Math.min(end, lineEnd(text, textLine));
    valueLines.push(line);
    textLines.push(textLine);
    // Of a tab that a container takes a part of, the rest is spaces to the engine: more of them than the text has.
    textOffsets.push(textEnd - (valueEnd - line));
    line = valueEnd + 1;
    textLine = textEnd + 1;
  }
  return (index) => {
    let low = 0;
    let high = valueLines.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((valueLines[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const offset = (textOffsets[low] ?? start) + index - (valueLines[low] ?? 0);
    return Math.min(end, Math.max(textLines[low] ?? start, offset));
  };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
