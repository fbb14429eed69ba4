import type { Collector } from '../diagnostics/diagnostic.ts';
import type { CallTree } from '../model/page.ts';
import type { RemarkShortcodesOptions } from './options.ts';
import { findFrontMatter } from '../reader/front-matter/find.ts';
import { lexBody } from '../reader/shortcode/lex.ts';
import { scanShortcodes } from '../reader/shortcode/scan.ts';
import { takesInnerIn } from './options.ts';
import { append } from '../model/append.ts';
import { callsWithin } from '../model/walk.ts';

/** A stretch of the document that the Markdown parser must not see: a tag, a whole call, or text that looks like one. */
export type Piece =
  | { readonly role: 'open' | 'close' | 'whole'; readonly call: CallTree; readonly start: number; readonly end: number }
  /** A tag with comment marks, and what Hugo shows of it. */
  | { readonly role: 'literal'; readonly text: string; readonly start: number; readonly end: number }
  /** A tag that Hugo refuses and that stays text. */
  | { readonly role: 'refused'; readonly start: number; readonly end: number };

export interface ScannedDocument {
  readonly source: string;
  readonly calls: readonly CallTree[];
  /** What is no call and still is not read as Markdown. */
  readonly others: readonly Piece[];
}

/** Finds the shortcodes of a document. Front matter has none: Hugo does not look there. */
export function scanDocument(source: string, options: RemarkShortcodesOptions, collector: Collector): ScannedDocument {
  if (!source.includes('{{')) return { source, calls: [], others: [] };
  const found = findFrontMatter(source);
  const bodyStart = found.kind === 'found' ? found.bounds.bodyStart : 0;
  const takesInner = takesInnerIn(source, bodyStart, options.takesInner);
  const { calls, literals, ok } = scanShortcodes(source, bodyStart, takesInner, collector);
  const others: Piece[] = literals.map((literal) => ({ role: 'literal', ...literal }));
  if (!ok) append(others, refusedTags(source, bodyStart, calls));
  return { source, calls, others };
}

/** Whether a paired call has its closing tag; Hugo refuses one that has none, and its opening tag is all there is. */
export const isClosed = (call: CallTree): boolean => call.body === 'paired' && call.closeTag !== undefined;

// What a tag without an end swallows is anybody's guess: only a tag that ends on its line is kept together.
function refusedTags(source: string, bodyStart: number, calls: readonly CallTree[]): Piece[] {
  const taken = new Set<number>();
  for (const { openTag, closeTag } of callsWithin(calls)) {
    taken.add(openTag.offset);
    if (closeTag) taken.add(closeTag.offset);
  }
  const refused: Piece[] = [];
  for (const { start, end } of lexBody(source, bodyStart, () => {}).tags) {
    const text = source.slice(start, end);
    if (!taken.has(start) && isComplete(text)) refused.push({ role: 'refused', start, end });
  }
  return refused;
}

const isComplete = (tag: string): boolean =>
  (tag.endsWith('>}}') || tag.endsWith('%}}')) && !tag.includes('\n') && !tag.includes('\r');
