/**
 * What a front matter field is to a reader of the site, whatever its key: a mapping says it, and each target has its own key for it.
 */
export type FieldMeaning = (typeof FIELD_MEANINGS)[number];

/** Every meaning that a mapping can give to a field, with what it stands for. */
export const FIELD_MEANINGS = [
  /** The page's title. */
  'title',
  /** The short title for menus and lists. */
  'label',
  /** The position among the pages of a section: a lower number comes first. */
  'order',
  /** One or two sentences for search engines and link previews. */
  'description',
  /** The text that stands for the page in lists. */
  'summary',
  /** The last part of the page's address. */
  'slug',
  /** The whole address. */
  'url',
  /** Old addresses that lead here. */
  'aliases',
  'date',
  /** When the text was last changed. */
  'updated',
  /** When the page goes live. */
  'published',
  /** When the page is taken down. */
  'expires',
  /** Whether the page is left out of a build for the public. */
  'draft',
  'tags',
  'categories',
  'keywords',
  'authors',
  /** Pictures for link previews. */
  'images',
  /** Whether the page shows a table of contents. */
  'tableOfContents',
  /** Whether menus and lists leave the page out. */
  'hidden',
  /** The template that the page is shown with. */
  'layout',
] as const;
