/** How each page is read and mapped: with what its own site has. */
import type { PageMeta } from '../model/page.ts';
import type { VersionSite } from '../model/site.ts';
import type { Converters } from '../reader/formats/converter.ts';
import type { MarkdownEngine } from '../reader/markdown/engine.ts';
import type { RunFunction } from '../mapping/functions.ts';
import type { WriterInput } from '../writers/writer.ts';
import type { ConversionOptions } from './open-conversion.ts';
import type { OpenedSite } from './open-site.ts';
import type { PageReading, PageSource } from './page-pipeline.ts';
import { readPage } from '../reader/read-page.ts';
import { pageFromText } from '../reader/site/page-from-text.ts';
import { createMappingHooks } from './mapping-hooks.ts';
import { mapPage, readOptions, shownAs } from './page-pipeline.ts';
import { mappingForSite } from './site-mapping.ts';

/** What reads pages, whatever they are converted to. */
export interface ReadingTools {
  readonly engine: MarkdownEngine;
  readonly converters: Converters;
}

/** What the readings of a run have in common. */
export interface ReadingOptions extends ConversionOptions, ReadingTools {
  readonly run: RunFunction;
}

/** A page as its own site has it, and how it is read there. */
export interface OwnReading extends Omit<PageSource, 'source' | 'bodyStart'> {
  readonly reading: PageReading;
}

/** Finds the reading of a page; `onRead` is told of each file that the page takes in. */
export type ReadingOf = (page: PageMeta, onRead: (file: string) => void) => OwnReading;

/** Prepares the readings of a site's pages, those of versions that are sites of their own among them. */
export function createReadings(opened: OpenedSite, options: ReadingOptions): ReadingOf {
  const { joined } = opened.site;
  if (!joined) return siteReadings(opened, options);
  const own = siteReadings({ ...opened, site: joined.own }, options);
  const versions = new Map(
    (opened.versions ?? []).flatMap((site, at) => {
      const version = joined.versions[at];
      return version ? [[version.name, versionReadings(version, siteReadings(site, options))] as const] : [];
    }),
  );
  return (page, onRead) => ((page.version !== undefined && versions.get(page.version)) || own)(page, onRead);
}

/** A version's pages are read as its own site names and addresses them. */
function versionReadings({ site, dir }: VersionSite, readingOf: ReadingOf): ReadingOf {
  const known = new Map(site.pages.map((page) => [`${page.language}\n${dir}/${page.file}`, page]));
  return (page, onRead) => {
    const own = known.get(`${page.language}\n${page.file}`);
    if (!own) throw new Error(`the version has no page ${page.file}`);
    const reading = readingOf(own, (file) => onRead(`${dir}/${file}`));
    return { ...reading, shown: { page, dir } };
  };
}

function siteReadings(opened: OpenedSite, options: ReadingOptions): ReadingOf {
  const { site } = opened;
  const { engine, converters, run, target, unmapped } = options;
  const mapping = mappingForSite(options.mapping.mapping, opened);
  const hooksFor = createMappingHooks({ opened, engine, mapping, target: target.name, unmapped, run });
  const markups = new Map(site.languages.map(({ code, markup }) => [code, markup]));
  return (meta, onRead) => {
    const markup = markups.get(meta.language);
    if (!markup) throw new Error(`page in the unknown language ${meta.language}`);
    const reading: PageReading = {
      engine,
      converters,
      shortcodes: site.shortcodes,
      markup,
      mapping,
      hooks: hooksFor(meta, markup, onRead),
      ...(unmapped && { unmapped }),
      ...(options.inner && { inner: options.inner }),
      ...(options.limits && { limits: options.limits }),
      target: target.name,
    };
    return { meta, reading };
  };
}

/** A page that another one asks for. It is read as a file of the site is, so that all is done again when it changes. */
export function readOther(
  meta: PageMeta,
  opened: OpenedSite,
  { meta: own, shown, reading }: OwnReading,
): WriterInput | undefined {
  const source = opened.read(meta.file);
  if (source === undefined) return undefined;
  const { bodyStart } = pageFromText(source, own);
  const { page } = readPage({ meta: own, source, bodyStart, ...readOptions(reading) });
  return { page: shownAs(mapPage(page, source, reading).page, shown), source, markup: reading.markup };
}
