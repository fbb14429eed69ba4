/** What a page's handlers share: where they are, whom they ask, and what they have found. */
import type { Collector } from '../../diagnostics/diagnostic.ts';
import type { Markup } from '../../model/markup.ts';
import type {
  ComponentBlock,
  ComponentInline,
  ElementBlock,
  ElementInline,
  Node,
  TemplatedString,
} from '../../model/nodes.ts';
import type { PageMeta } from '../../model/page.ts';
import type { Place } from '../../model/place.ts';
import type { Outcome } from '../writer.ts';
import type { EntryTypeId } from './entry-types.ts';
import type { EntryValue } from './export.ts';
import type { LinkResolver } from './links.ts';
import type { ImagePiece, Piece } from './pieces.ts';
import type { References } from './references.ts';
import type { RichBlock, RichDocument } from './rich-text.ts';
import type { Tally } from './tally.ts';

export interface HeadingFact {
  readonly id: string;
  /** Whether the author wrote the id, so that people elsewhere may link to it. */
  readonly explicit: boolean;
  readonly depth: number;
  readonly text: string;
}

export interface Address {
  readonly url: string;
  /** Whether calls stand in it that only Hugo can run, so that nobody can say where it leads. */
  readonly isOpen: boolean;
}

export interface State {
  readonly page: PageMeta;
  /** The text of the page's file. */
  readonly source: string;
  readonly markup: Markup;
  readonly links: LinkResolver;
  readonly references: References;
  readonly findings: Collector;
  /** Findings that are reported once with how often they came up. */
  readonly tally: Tally;
  readonly headings: HeadingFact[];
  /** Marks that the enclosing nodes put on text. */
  marks: number;
  /** The address that the enclosing link leads to. */
  link: string | undefined;

  /** What some nodes become, in order. */
  pieces(nodes: readonly Node[]): Piece[];
  /** The same with a mark on every text. */
  marked(bits: number, nodes: readonly Node[]): Piece[];
  /** The nodes as a rich text of their own; nothing where they hold nothing. */
  document(nodes: readonly Node[]): RichDocument | undefined;
  /** A text with its shortcode calls as the author wrote them; `where` says for the finding what the text is. */
  text(template: TemplatedString, where: string, place?: Place): string;
  /** An address; a call that is left in it stands there as its author wrote it. */
  address(template: TemplatedString, place?: Place): Address;

  /** Adds an entry to the page and returns its id; equal entries of a page are one. Absent and empty values are left out. */
  entry(type: EntryTypeId, fields: Readonly<Record<string, EntryValue | undefined>>, place?: Place): string;
  component(node: ComponentBlock | ComponentInline, body: RichDocument | undefined): string;
  /** An image alone: the asset itself if that says all, else an entry. */
  imageBlock(image: ImagePiece): RichBlock;
  imageEntry(image: ImagePiece): string;
  /** The entry that stands for an embedded asset where only an inline may stand. */
  assetEntry(asset: string): string;

  /** Says that a block inside a table cell became lines. */
  flattened(what: string, place: Place | undefined): void;
  /** Enters into the account what became of a raw HTML element. */
  decide(element: ElementBlock | ElementInline, result: Outcome['result'], by: string): void;
}
