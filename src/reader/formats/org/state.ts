import type { ElementContent } from 'hast';
import type { Content, Document, FootnoteReference } from 'orga';

/** A node of orga with its place in the text at hand. */
export type OrgNode = Content | Document;

/** What the conversion of one page shares. */
export interface OrgPage {
  readonly parse: (text: string) => Document;
  /** Headlines so far: the number of one without an id of its own is its id. */
  headlines: number;
  readonly footnotes: Footnotes;
}

/** A text that is parsed by itself: the page, the content of a list item or of a block. */
export interface OrgText {
  readonly page: OrgPage;
  readonly lines: readonly string[];
  readonly depth: number;
  /** Converts a text that stands in this one. */
  readonly inside: (lines: readonly string[]) => ElementContent[];
}

/** The footnotes of a page in the order in which they are referred to. */
export interface Footnotes {
  /** The number of a note, and which reference to any note this is. */
  refer(reference: FootnoteReference): number;
  define(label: string, content: readonly ElementContent[]): void;
  all(): readonly { readonly number: number; readonly content: readonly ElementContent[] }[];
}
