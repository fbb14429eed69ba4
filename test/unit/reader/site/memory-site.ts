import type { FileText, SiteFiles } from '../../../../src/reader/site/site-files.ts';
import type { SiteOptions, SiteReading } from '../../../../src/reader/site/read-site.ts';
import type { PageMeta } from '../../../../src/model/page.ts';
import { readSite } from '../../../../src/reader/site/read-site.ts';
import { learnShortcodes } from '../../../../src/template/shortcode-facts.ts';

/** A site whose files are the entries of an object. */
export function memoryFiles(entries: Readonly<Record<string, string>>): SiteFiles {
  const texts = new Map(Object.entries(entries));
  const paths = [...texts.keys()].toSorted();
  const below = (folder: string): string[] => paths.filter((path) => folder === '' || path.startsWith(`${folder}/`));
  return {
    below,
    exists: (file) => texts.has(file),
    hasFolder: (folder) => below(folder).length > 0,
    read: (file): FileText => {
      const text = texts.get(file);
      return text === undefined ? { ok: false, reason: 'ENOENT' } : { ok: true, text };
    },
  };
}

/** The time in all of these tests: 2026-01-01. */
const NOW = 1_767_225_600_000;

export function open(entries: Readonly<Record<string, string>>, options: Partial<SiteOptions> = {}): SiteReading {
  return readSite(memoryFiles(entries), {
    environment: 'production',
    now: NOW,
    disabledLanguages: 'skip',
    variables: {},
    mappingFacts: new Map(),
    learn: learnShortcodes,
    ...options,
  });
}

/** Front matter and a line of text. */
export const page = (fields = 'title: T'): string => `---\n${fields}\n---\ntext\n`;

/** A page of the index by its file, in a language if it is in several. */
export function pageOf(reading: SiteReading, file: string, language?: string): PageMeta {
  const found = reading.site.pages.find(
    (meta) => meta.file === file && (language === undefined || meta.language === language),
  );
  if (!found)
    throw new Error(`${file} is no page; there are ${reading.site.pages.map((meta) => meta.file).join(', ')}`);
  return found;
}

/** The permalinks of all pages by their files below `content`. */
export const permalinks = (reading: SiteReading): Record<string, string> =>
  Object.fromEntries(reading.site.pages.map((meta) => [meta.file.replace(/^content\//, ''), meta.permalink]));

/** What was found, in short: code, file and line. */
export const findings = (reading: SiteReading): string[] =>
  reading.diagnostics.map(({ code, file, place }) =>
    [code, file, place?.line].filter((part) => part !== undefined).join(' '),
  );
