import { isInserted } from './composed-text.ts';
import type { Conversion } from './state.ts';

/** Whether the line above the one that an offset is in holds nothing but white space and the marks of open quotes. */
export function isBlankBefore(offset: number, state: Conversion): boolean {
  const { text } = state.composed;
  let lineStart = text.lastIndexOf('\n', offset - 1);
  // A line that only the engine sees is none of the author's.
  if (lineStart >= 0 && isInserted(state.composed, lineStart)) lineStart = text.lastIndexOf('\n', lineStart - 1);
  if (lineStart < 0) return false;
  let quotes = state.quotes;
  for (let at = lineStart - 1; at >= 0 && text[at] !== '\n'; at--) {
    const character = text[at];
    if (character === ' ' || character === '\t' || character === '\r') continue;
    if (character !== '>' || quotes-- === 0) return false;
  }
  return true;
}
