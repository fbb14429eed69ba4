import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { CallTree } from '../../model/page.ts';
import { createSourceText } from '../source-text.ts';
import { lexBody } from './lex.ts';
import { pairTags, type TakesInner } from './pair.ts';
import type { Literal } from './tag.ts';

export type { TakesInner } from './pair.ts';

/** The shortcode calls of a page. */
export interface ShortcodeScan {
  /** The calls that stand in no other call, in document order. */
  readonly calls: readonly CallTree[];
  /** Tags with comment marks inside, which are no calls: wherever they stand, and the text that Hugo makes of them. */
  readonly literals: readonly Literal[];
  /** Whether Hugo accepts the page's tags. */
  readonly ok: boolean;
}

const NOTHING: ShortcodeScan = { calls: [], literals: [], ok: true };

/**
 * Reads the shortcode calls of a page's body, exactly as Hugo's lexer does. `takesInner` says of a lower-cased name
 * whether the shortcode takes inner text: then its calls have to be closed.
 *
 * A tag that Hugo refuses is reported and stays text; the rest of the page is still read.
 */
export function scanShortcodes(
  source: string,
  bodyStart: number,
  takesInner: TakesInner,
  collector: Collector,
): ShortcodeScan {
  if (!source.includes('{{', bodyStart)) return NOTHING;
  const text = createSourceText(source, collector);
  const lexed = lexBody(source, bodyStart, text.report);
  const paired = pairTags(lexed.tags, takesInner, text);
  return { calls: paired.calls, literals: lexed.literals, ok: !lexed.isFaulty && !paired.isFaulty };
}
