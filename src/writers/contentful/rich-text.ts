/**
 * Contentful's rich text as types that do not let a bad tree be written: quotes and cells hold paragraphs, list items no
 * tables, links only text. It is what `validateRichTextDocument` of @contentful/rich-text-types checks.
 */

export type MarkType = 'bold' | 'italic' | 'underline' | 'code' | 'superscript' | 'subscript' | 'strikethrough';

type NoData = Readonly<Record<never, never>>;

export interface RichText {
  readonly nodeType: 'text';
  readonly value: string;
  readonly marks: readonly { readonly type: MarkType }[];
  readonly data: NoData;
}

export interface Link<T extends 'Entry' | 'Asset' | 'ContentType' | 'Tag' = 'Entry' | 'Asset'> {
  readonly sys: { readonly type: 'Link'; readonly linkType: T; readonly id: string };
}

export interface Hyperlink {
  readonly nodeType: 'hyperlink';
  readonly data: { readonly uri: string };
  readonly content: readonly RichText[];
}

export interface TargetHyperlink {
  readonly nodeType: 'entry-hyperlink' | 'asset-hyperlink';
  readonly data: { readonly target: Link };
  readonly content: readonly RichText[];
}

export interface EmbeddedInline {
  readonly nodeType: 'embedded-entry-inline';
  readonly data: { readonly target: Link<'Entry'> };
  readonly content: readonly [];
}

export type RichInline = RichText | Hyperlink | TargetHyperlink | EmbeddedInline;

export interface RichParagraph {
  readonly nodeType: 'paragraph';
  readonly data: NoData;
  readonly content: readonly RichInline[];
}

export interface RichHeading {
  readonly nodeType: 'heading-1' | 'heading-2' | 'heading-3' | 'heading-4' | 'heading-5' | 'heading-6';
  readonly data: NoData;
  readonly content: readonly RichInline[];
}

interface RichQuote {
  readonly nodeType: 'blockquote';
  readonly data: NoData;
  readonly content: readonly RichParagraph[];
}

export interface RichList {
  readonly nodeType: 'ordered-list' | 'unordered-list';
  readonly data: NoData;
  readonly content: readonly RichListItem[];
}

export interface RichListItem {
  readonly nodeType: 'list-item';
  readonly data: NoData;
  readonly content: readonly Exclude<RichBlock, RichTable>[];
}

export interface RichCell {
  readonly nodeType: 'table-cell' | 'table-header-cell';
  readonly data: { readonly colspan?: number; readonly rowspan?: number };
  readonly content: readonly RichParagraph[];
}

export interface RichRow {
  readonly nodeType: 'table-row';
  readonly data: NoData;
  readonly content: readonly RichCell[];
}

export interface RichTable {
  readonly nodeType: 'table';
  readonly data: NoData;
  readonly content: readonly RichRow[];
}

interface RichRule {
  readonly nodeType: 'hr';
  readonly data: NoData;
  readonly content: readonly [];
}

export interface EmbeddedBlock {
  readonly nodeType: 'embedded-entry-block';
  readonly data: { readonly target: Link<'Entry'> };
  readonly content: readonly [];
}

export interface EmbeddedAsset {
  readonly nodeType: 'embedded-asset-block';
  readonly data: { readonly target: Link<'Asset'> };
  readonly content: readonly [];
}

export type RichBlock =
  | RichParagraph
  | RichHeading
  | RichQuote
  | RichList
  | RichTable
  | RichRule
  | EmbeddedBlock
  | EmbeddedAsset;

export interface RichDocument {
  readonly nodeType: 'document';
  readonly data: NoData;
  readonly content: readonly RichBlock[];
}

/** Marks as bits, so that nested emphasis is one number. */
export const MARK = {
  bold: 1,
  italic: 2,
  underline: 4,
  code: 8,
  superscript: 16,
  subscript: 32,
  strikethrough: 64,
} as const satisfies Record<MarkType, number>;

const MARK_NAMES = Object.keys(MARK) as MarkType[]; // the keys of a table typed by MarkType
const markLists = new Map<number, RichText['marks']>();

/** The list of marks for some bits; equal bits give the same list, so that texts compare by identity. */
export function marksOf(bits: number): RichText['marks'] {
  let marks = markLists.get(bits);
  if (!marks) {
    marks = MARK_NAMES.filter((name) => bits & MARK[name]).map((type) => ({ type }));
    markLists.set(bits, marks);
  }
  return marks;
}

export const text = (value: string, bits = 0): RichText => ({
  nodeType: 'text',
  value,
  marks: marksOf(bits),
  data: {},
});

/** A paragraph; one without content gets an empty text, as Contentful's editor writes it. */
export const paragraph = (content: readonly RichInline[]): RichParagraph => ({
  nodeType: 'paragraph',
  data: {},
  content: content.length > 0 ? content : [text('')],
});

/** A paragraph that begins with some plain text. */
export function ledParagraph(lead: string, content: readonly RichInline[]): RichParagraph {
  if (lead === '') return paragraph(content);
  const [first, ...rest] = content;
  if (first?.nodeType !== 'text' || first.marks.length > 0) return paragraph([text(lead), ...content]);
  return paragraph([text(lead + first.value), ...rest]);
}

export const entryLink = (id: string): Link<'Entry'> => ({ sys: { type: 'Link', linkType: 'Entry', id } });
export const assetLink = (id: string): Link<'Asset'> => ({ sys: { type: 'Link', linkType: 'Asset', id } });

export const embeddedBlock = (id: string): EmbeddedBlock => ({
  nodeType: 'embedded-entry-block',
  data: { target: entryLink(id) },
  content: [],
});

export const embeddedInline = (id: string): EmbeddedInline => ({
  nodeType: 'embedded-entry-inline',
  data: { target: entryLink(id) },
  content: [],
});

export const embeddedAsset = (id: string): EmbeddedAsset => ({
  nodeType: 'embedded-asset-block',
  data: { target: assetLink(id) },
  content: [],
});

export const richDocument = (content: readonly RichBlock[]): RichDocument => ({
  nodeType: 'document',
  data: {},
  content: content.length > 0 ? content : [paragraph([])],
});
