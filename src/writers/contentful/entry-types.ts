/** The content types of the entries that stand inside pages. They are the same for every site: websites can rely on them. */
import type { EntryValue, FieldType } from './export.ts';
import type { Typed } from './values.ts';

export interface FieldSpec {
  readonly type: FieldType;
  readonly linkType?: 'Entry' | 'Asset';
  /** Of an Array: what its items are. */
  readonly items?: 'Symbol' | 'Entry' | 'Asset';
  /** Whether links lead to images alone. */
  readonly images?: boolean;
  /** Content types that a link may lead to. */
  readonly to?: readonly string[];
  readonly widget?: 'multipleLine' | 'slugEditor';
}

export interface EntryType {
  readonly name: string;
  readonly description: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
}

const symbol: FieldSpec = { type: 'Symbol' };
const plainText: FieldSpec = { type: 'Text', widget: 'multipleLine' };
const richText: FieldSpec = { type: 'RichText' };
const object: FieldSpec = { type: 'Object' };
const boolean: FieldSpec = { type: 'Boolean' };
const integer: FieldSpec = { type: 'Integer' };

/** What editors see of an entry in lists: its first words. Made by decant, of no meaning to a website. */
export const internalName = 'internalName';

export const entryTypes = {
  codeBlock: {
    name: 'Code block',
    description: 'A block of code. One that is longer than a Text field is cut at line ends into several parts.',
    fields: { code: plainText, language: symbol, filename: symbol, part: integer, parts: integer, options: object },
  },
  image: {
    name: 'Image',
    description:
      'An image with its own alternative text, caption, link or size. An image of another site has a url, no asset. A figure’s title is its heading, which readers see; title shows when the mouse rests on the image.',
    fields: {
      asset: { type: 'Link', linkType: 'Asset' },
      url: plainText,
      alt: plainText,
      title: plainText,
      heading: plainText,
      caption: richText,
      link: plainText,
      width: symbol,
      height: symbol,
      attributes: object,
    },
  },
  admonition: {
    name: 'Admonition',
    description: 'A note, tip or warning. richTitle is there when the title holds more than plain text.',
    fields: { kind: symbol, title: plainText, richTitle: richText, collapsible: symbol, body: richText },
  },
  details: {
    name: 'Details',
    description:
      'Content behind a summary that opens it. richSummary is there when the summary holds more than plain text.',
    fields: { summary: plainText, richSummary: richText, open: boolean, body: richText },
  },
  tabs: {
    name: 'Tabs',
    description: 'A set of tabs; sets of one group switch together.',
    fields: { group: symbol, tabs: { type: 'Array', items: 'Entry', to: ['tab'] } },
  },
  tab: {
    name: 'Tab',
    description: 'One tab of a set.',
    fields: { label: plainText, value: plainText, body: richText },
  },
  steps: {
    name: 'Steps',
    description: 'Instructions in order.',
    fields: { steps: { type: 'Array', items: 'Entry', to: ['step'] } },
  },
  step: {
    name: 'Step',
    description: 'One of several instructions. richTitle is there when the title holds more than plain text.',
    fields: { title: plainText, richTitle: richText, body: richText },
  },
  cards: {
    name: 'Cards',
    description: 'Boxes side by side.',
    fields: { columns: integer, cards: { type: 'Array', items: 'Entry', to: ['card'] } },
  },
  card: {
    name: 'Card',
    description:
      'A box about one thing. Its picture is an asset, or has a url where it is on another site. richTitle is there when the title holds more than plain text.',
    fields: {
      title: plainText,
      richTitle: richText,
      subtitle: richText,
      link: plainText,
      asset: { type: 'Link', linkType: 'Asset' },
      url: plainText,
      icon: symbol,
      tag: symbol,
      body: richText,
      footer: richText,
    },
  },
  columns: {
    name: 'Columns',
    description: 'Content side by side.',
    fields: { columns: { type: 'Array', items: 'Entry', to: ['column'] } },
  },
  column: {
    name: 'Column',
    description: 'One of several columns; the width is as CSS has it.',
    fields: { width: symbol, body: richText },
  },
  gallery: {
    name: 'Gallery',
    description: 'Pictures that are looked at together.',
    fields: { images: { type: 'Array', items: 'Entry', to: ['image'] } },
  },
  video: {
    name: 'Video',
    description: 'A video in one form or several: files, or addresses on other sites in sources.',
    fields: {
      files: { type: 'Array', items: 'Asset' },
      sources: object,
      poster: { type: 'Link', linkType: 'Asset' },
      posterUrl: plainText,
      title: plainText,
      caption: richText,
      width: symbol,
      height: symbol,
      attributes: object,
    },
  },
  audio: {
    name: 'Audio',
    description: 'A recording in one form or several: files, or addresses on other sites in sources.',
    fields: {
      files: { type: 'Array', items: 'Asset' },
      sources: object,
      title: plainText,
      caption: richText,
      attributes: object,
    },
  },
  diagram: {
    name: 'Diagram',
    description:
      'A drawing in a language such as Mermaid. What goes beyond a Text field is a list of strings in continued.',
    fields: { title: plainText, language: symbol, source: plainText, continued: object },
  },
  button: {
    name: 'Button',
    description: 'A link that looks like a button.',
    fields: { label: plainText, url: plainText, kind: symbol, icon: symbol, attributes: object },
  },
  badge: {
    name: 'Badge',
    description: 'A word or two on a coloured ground.',
    fields: { label: plainText, kind: symbol, url: plainText },
  },
  icon: {
    name: 'Icon',
    description: 'An icon by its name in a set.',
    fields: { name: symbol, set: symbol, label: plainText },
  },
  quote: {
    name: 'Quote',
    description: 'A quotation that holds more than paragraphs, which is all that a rich text quote may hold.',
    fields: { body: richText },
  },
  table: {
    name: 'Table',
    description: 'A table inside a list item or a cell, where rich text allows none.',
    fields: { body: richText },
  },
  embed: {
    name: 'Embed',
    description: 'Content of another site: a video, a gist, a post.',
    fields: { provider: symbol, embedId: plainText, url: plainText, title: plainText, attributes: object },
  },
  math: {
    name: 'Math',
    description: 'A formula in TeX, with the marks that stood around it.',
    fields: { tex: plainText, display: boolean, open: symbol, close: symbol },
  },
  html: {
    name: 'HTML',
    description: 'HTML that rich text cannot express. What goes beyond a Text field is a list of strings in continued.',
    fields: { html: plainText, continued: object },
  },
  container: {
    name: 'Container',
    description: 'An HTML element around content.',
    fields: { tagName: symbol, attributes: object, body: richText },
  },
  shortcode: {
    name: 'Shortcode',
    description:
      'A call of a Hugo shortcode as the author wrote it; its inner text is body if Hugo reads it as Markdown.',
    fields: {
      name: symbol,
      notation: symbol,
      arguments: object,
      inner: plainText,
      continued: object,
      body: richText,
    },
  },
  chapter: {
    name: 'Chapter',
    description: 'A part of a page that is too long for one entry; the page embeds its chapters in order.',
    fields: { body: richText },
  },
} as const satisfies Record<string, EntryType>;

export type EntryTypeId = keyof typeof entryTypes;

/** An entry inside a page before it is known how the fields of its content type are typed. */
export interface EntryDraft {
  readonly id: string;
  /** One of the types above, or for a component its name. */
  readonly type: { readonly known: EntryTypeId } | { readonly component: string };
  readonly fields: Readonly<Record<string, EntryValue>>;
  /** Props of a component: their fields' types depend on all its uses on the site. */
  readonly props?: readonly DraftProp[];
}

export interface DraftProp {
  readonly name: string;
  readonly value: Typed;
}
