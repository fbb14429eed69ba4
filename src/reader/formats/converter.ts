import type { ContentFormat } from '../../model/page.ts';

/** A format that decant reads through the HTML that a converter makes of it. */
export type ConvertedFormat = Exclude<ContentFormat, 'markdown' | 'html'>;

/** Makes HTML of a page's text. Throws where the text cannot be converted: the page is then kept as text. */
export type FormatConverter = (text: string) => string;

/** The converters that are at hand, by format. */
export type Converters = ReadonlyMap<ContentFormat, FormatConverter>;

/** What has to be installed for each format. */
export const PARTS: {
  readonly [F in ConvertedFormat]: { readonly part: string; readonly kind: 'package' | 'program' };
} = {
  asciidoc: { part: '@asciidoctor/core', kind: 'package' },
  org: { part: 'orga', kind: 'package' },
  rst: { part: 'pandoc', kind: 'program' },
  pandoc: { part: 'pandoc', kind: 'program' },
};
