import type { ElementContent } from 'hast';

/** What the conversion of one page shares. */
export interface OrgPage {
  /** Headlines so far: the number of one without an id of its own is its id. */
  headlines: number;
  readonly footnotes: Footnotes;
}

/** Where a stretch of lines stands, and how what is inside it is converted. */
export interface OrgScope {
  readonly page: OrgPage;
  /** Converts lines that stand inside: of a list item, of a quote. */
  readonly inside: (lines: readonly string[]) => ElementContent[];
}

/** The footnotes of a page in the order in which they are referred to. */
export interface Footnotes {
  /** The number of the note with that label; a note without one is new each time. */
  refer(label: string, content: () => ElementContent[] | undefined): number;
  define(label: string, content: readonly ElementContent[]): void;
  all(): readonly { readonly number: number; readonly content: readonly ElementContent[] }[];
}
