import type { ContentFormat } from '../../model/page.ts';

/** Makes HTML of a page's text. Throws where the text cannot be converted: the page is then kept as text. */
export type FormatConverter = (text: string) => string;

/** The converters that are at hand, by format. */
export type Converters = ReadonlyMap<ContentFormat, FormatConverter>;

/** What has to be installed for formats that decant does not read itself. */
export const PARTS: {
  readonly [F in ContentFormat]?: { readonly part: string; readonly kind: 'package' | 'program' };
} = {
  asciidoc: { part: '@asciidoctor/core', kind: 'package' },
  rst: { part: 'pandoc', kind: 'program' },
  pandoc: { part: 'pandoc', kind: 'program' },
};
