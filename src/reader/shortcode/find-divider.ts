import type { CallTree } from '../../model/page.ts';
import { endOf, placeAt, indexLines, type Place } from '../../model/place.ts';
import { isSpace } from '../source-text.ts';

/**
 * The place of the summary divider and of the white space behind it, which Hugo takes with it: the first `<!--more-->`,
 * byte for byte, that stands in no shortcode tag. Code does not hide it. On a page with Org front matter it is `# more`.
 *
 * It may stand in the inner text of a call: then Hugo takes it out and the page has no divider.
 */
export function findSummaryDivider(source: string, bodyStart: number, calls: readonly CallTree[]): Place | undefined {
  const divider = isOrg(source, bodyStart) ? '# more' : '<!--more-->';
  let start = source.indexOf(divider, bodyStart);
  if (start < 0) return undefined;
  const tags = tagsOf(calls);
  const openMarks = new Set<string>();
  for (let at = bodyStart, tag = 0; ;) {
    const open = source.indexOf('{{', at);
    if (open < 0 || open > start) break;
    let call = tags[tag];
    while (call && endOf(call) <= open) call = tags[++tag];
    at = call?.offset === open ? endOf(call) : behindBraces(source, open, openMarks);
    if (start < at) start = source.indexOf(divider, at);
    if (start < 0) return undefined;
  }
  let end = start + divider.length;
  while (end < source.length && isSpace(source.charCodeAt(end))) end++;
  return placeAt(indexLines(source.slice(0, end)), start, end);
}

// Front matter that begins with `#` is Org; without front matter the body begins with the page.
function isOrg(source: string, bodyStart: number): boolean {
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < bodyStart && isSpace(source.charCodeAt(at))) at++;
  return at < bodyStart && source[at] === '#';
}

/** The tags of all calls in document order. */
function tagsOf(calls: readonly CallTree[]): readonly Place[] {
  const tags: Place[] = [];
  const stack: (CallTree | Place)[] = calls.toReversed();
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (!('openTag' in top)) {
      tags.push(top);
      continue;
    }
    tags.push(top.openTag);
    if (top.closeTag) stack.push(top.closeTag);
    for (let at = top.calls.length - 1; at >= 0; at--) {
      const call = top.calls[at];
      if (call) stack.push(call);
    }
  }
  return tags;
}

/** Where to go on behind braces that begin no tag: at the end of a comment form, if they begin one. */
function behindBraces(source: string, open: number, openMarks: Set<string>): number {
  const mark = { '<': '*/>}}', '%': '*/%}}' }[source[open + 2] ?? ''];
  if (mark === undefined || openMarks.has(mark) || !source.startsWith('/*', open + 3)) return open + 1;
  const close = source.indexOf(mark, open + 3);
  // Without an end here there is none further on: no sense in looking for one again.
  if (close < 0) openMarks.add(mark);
  return close > open + 4 ? close + mark.length : open + 1;
}
