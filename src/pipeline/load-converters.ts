import type { ContentFormat, PageMeta } from '../model/page.ts';
import type { Converters, FormatConverter } from '../reader/formats/converter.ts';
import { loadConverter } from '../reader/formats/load.ts';
import { createPandocConverter } from './pandoc.ts';

/** Loads what the formats of `pages` need, and nothing else; a format whose part is not installed gets none. */
export async function loadConverters(pages: readonly Pick<PageMeta, 'format'>[]): Promise<Converters> {
  const converters = new Map<ContentFormat, FormatConverter>();
  for (const format of new Set(pages.map((page) => page.format))) {
    const converter = await converterFor(format);
    if (converter) converters.set(format, converter);
  }
  return converters;
}

async function converterFor(format: ContentFormat): Promise<FormatConverter | undefined> {
  switch (format) {
    case 'asciidoc':
    case 'org':
      return loadConverter(format);
    case 'rst':
    case 'pandoc':
      return createPandocConverter(format);
    default:
      return undefined;
  }
}
