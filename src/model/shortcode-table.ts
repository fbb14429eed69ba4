import type { InnerReading } from './nodes.ts';

/** What a reader must know of a shortcode before it can read a page that calls it. */
export interface ShortcodeFact {
  /** Whether its template uses `.Inner`, so that a call must be closed. */
  readonly takesInner: boolean;
  /** How the inner text of a `{{< >}}` call is read. */
  readonly inner: InnerReading;
  /** How that of a `{{% %}}` call is read, where it is not as Hugo does by itself. */
  readonly markdownInner?: InnerReading;
  /** Whether it is code in some calls, as those that name a language, and shown as it is in others. */
  readonly isCodeAtTimes?: boolean;
  /** Whether a template takes the indentation of the call off its lines, as `.InnerDeindent` does. */
  readonly deindents?: boolean;
  /** Where that knowledge comes from. */
  readonly learnedFrom: 'template' | 'mapping' | 'content' | 'hugo';
}

/** Facts by lower-cased shortcode name: Hugo 0.169 ignores case there. */
export type ShortcodeTable = ReadonlyMap<string, ShortcodeFact>;
