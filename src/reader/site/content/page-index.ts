/** The page index: every content file that is a page, with its address. */
import type { PageMeta, Resource } from '../../../model/page.ts';
import type { GeneratedPage, StaticFile } from '../../../model/site.ts';
import type { SiteLanguages } from '../config/languages.ts';
import type { LanguageSettings, SiteSettings } from '../config/settings.ts';
import type { SiteReport } from '../site-report.ts';
import type { CivilTime } from '../dates/go-date.ts';
import type { PermalinkRule } from '../url/permalink-patterns.ts';
import type { TargetPath } from '../url/target-path.ts';
import type { AddressContext } from './page-address.ts';
import type { PageTree } from './page-tree.ts';
import type { PreparedPage, PreparedPages } from './prepare-pages.ts';
import { fieldOf } from '../../../model/field.ts';
import { instantOf } from '../dates/instant.ts';
import { comparePaths } from '../site-files.ts';
import { assignFiles, nameBelow, ownerKey } from './bundle-files.ts';
import { formatOfMarkup } from './content-path.ts';
import { generatedPages } from './generated-pages.ts';
import { addressOf, aliasesOf, folderAddress, listAddress } from './page-address.ts';

export interface IndexContext {
  readonly languages: SiteLanguages;
  readonly settings: SiteSettings;
  readonly languageSettings: ReadonlyMap<string, LanguageSettings>;
  readonly permalinks: ReadonlyMap<string, readonly PermalinkRule[]>;
  /** Milliseconds since 1970; without it no page counts as future or expired. */
  readonly now: number | undefined;
  readonly report: SiteReport;
}

export interface PageIndex {
  /** By language, in the site's order, and then file path. */
  readonly pages: readonly PageMeta[];
  readonly staticFiles: readonly StaticFile[];
  readonly generated: readonly GeneratedPage[];
  /** The next time at which a page comes out or goes out of date; infinite where none does. */
  readonly nextChange: number;
}

export function indexPages(tree: PageTree, prepared: PreparedPages, context: IndexContext): PageIndex {
  const { report } = context;
  const codes = context.languages.all.map(({ language }) => language.code);
  const contexts = new Map(codes.map((code) => [code, addressContext(code, prepared, context)]));
  const owners = new Map(codes.map((code) => [code, ownersOf(code, prepared, contexts)]));
  const addresses = new Map<PreparedPage, TargetPath>();
  for (const [code, pages] of prepared) {
    const own = contexts.get(code);
    if (own) for (const page of pages.values()) addresses.set(page, addressOf(page, own));
  }
  const files = assignFiles(tree.others, {
    languages: codes,
    owners,
    report,
    addressOf: (code, path, written) => {
      const page = prepared.get(code)?.get(path);
      const own = contexts.get(code);
      if (page) return publishesFiles(page, context) ? addresses.get(page)?.resourceFolder : undefined;
      return own && folderAddress(written, own);
    },
  });
  const pages = codes.flatMap((code) => {
    const own = contexts.get(code);
    const ofLanguage = [...(prepared.get(code)?.values() ?? [])];
    const metas = ofLanguage.flatMap((page) => {
      const address = addresses.get(page);
      if (!own || !address) return [];
      const bundled = page.bundled.map((file) => metaOf(file, { permalink: '', aliases: [], resources: [] }, context));
      const contentFiles = page.bundled.map((file) => bundledName(file, page));
      const resources = [...contentFiles, ...(files.resources.get(ownerKey(code, page.path)) ?? [])];
      const sorted = resources.toSorted((a, b) => comparePaths(a.file, b.file));
      const aliases = aliasesOf(page, address, own);
      return [metaOf(page, { permalink: address.permalink, aliases, resources: sorted }, context), ...bundled];
    });
    return metas.toSorted((a, b) => comparePaths(a.file, b.file));
  });
  reportClashes(pages, report);
  const generated = codes.flatMap((code) => listsOf(code, pages, contexts.get(code), context));
  return { pages, staticFiles: files.published, generated, nextChange: nextChangeOf(prepared, context) };
}

function listsOf(
  code: string,
  metas: readonly PageMeta[],
  address: AddressContext | undefined,
  { languageSettings, settings }: IndexContext,
): readonly GeneratedPage[] {
  const own = languageSettings.get(code);
  if (!address || !own) return [];
  return generatedPages({
    language: code,
    pathRules: settings.pathRules,
    taxonomies: own.taxonomies,
    disabledKinds: own.disabledKinds,
    sections: address.sections,
    pages: address.pages,
    metas: metas.filter(({ language }) => language === code),
    addressOf: (path) => listAddress(path, address).permalink,
  });
}

function reportClashes(pages: readonly PageMeta[], report: SiteReport): void {
  const taken = new Map<string, PageMeta>();
  for (const page of pages) {
    if (page.permalink === '' || page.hidden.length > 0) continue;
    const other = taken.get(page.permalink);
    if (!other) taken.set(page.permalink, page);
    else report.report('permalink-clash', { url: page.permalink, other: other.file }, { file: page.file });
  }
}

const isEnabled = ({ language, kind }: PreparedPage, { languageSettings }: IndexContext): boolean =>
  !languageSettings.get(language)?.disabledKinds.has(kind);

/** The files of a draft are carried over with it, if it is. */
const publishesFiles = (page: PreparedPage, context: IndexContext): boolean =>
  page.facts.publishesResources && isEnabled(page, context);

/** Hugo's name for a content file of a bundle has no language code. */
function bundledName({ source }: PreparedPage, owner: PreparedPage): Resource {
  const name = nameBelow(source, owner.path);
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  return { file: source.file, name: `${folder}${source.parts.stem}${source.parts.extension}` };
}

function metaOf(
  page: PreparedPage,
  place: Pick<PageMeta, 'permalink' | 'aliases' | 'resources'>,
  context: IndexContext,
): PageMeta {
  const { source, facts } = page;
  const enabled = isEnabled(page, context);
  const hasAddress = !facts.headless && facts.render !== 'never' && enabled;
  return {
    file: source.file,
    path: page.path,
    language: page.language,
    kind: page.kind,
    bundle: page.owner === undefined ? source.parts.bundle : 'none',
    ...(page.owner !== undefined && { owner: page.owner }),
    format: formatOf(page, context.report),
    section: page.section,
    contentType: facts.type || page.section || 'page',
    permalink: hasAddress ? place.permalink : '',
    aliases: place.aliases,
    resources: place.resources,
    hidden: hiddenOf(page, enabled, context),
    frontMatter: page.frontMatter,
  };
}

function formatOf({ source, facts, frontMatter }: PreparedPage, report: SiteReport): PageMeta['format'] {
  const byExtension = source.parts.format ?? 'markdown';
  if (facts.markup === '') return byExtension;
  const stated = formatOfMarkup(facts.markup);
  if (!stated) {
    const place = fieldOf(frontMatter.fields, 'markup')?.place;
    report.report(
      'markup-unknown',
      { markup: facts.markup, used: byExtension },
      { file: source.file, ...(place && { place }) },
    );
  }
  return stated ?? byExtension;
}

function nextChangeOf(prepared: PreparedPages, { languageSettings, now = Number.NaN }: IndexContext): number {
  let next = Number.POSITIVE_INFINITY;
  for (const [language, pages] of prepared) {
    const zone = languageSettings.get(language)?.timeZone ?? '';
    for (const page of pages.values()) {
      for (const { dates } of [page, ...page.bundled]) {
        for (const time of [dates.publishDate, dates.expiryDate]) {
          const at = time ? instantOf(time, zone) : Number.NaN;
          if (at >= now && at < next) next = at;
        }
      }
    }
  }
  return next;
}

function hiddenOf(page: PreparedPage, enabled: boolean, context: IndexContext): PageMeta['hidden'] {
  const { facts, dates, owner } = page;
  const settings = context.languageSettings.get(page.language);
  const { now = Number.NaN } = context;
  const instant = (time: CivilTime | undefined): number =>
    time ? instantOf(time, settings?.timeZone ?? '') : Number.NaN;
  // Where the time or a date is unknown, no comparison holds.
  const hidden: readonly (readonly [PageMeta['hidden'][number], boolean])[] = [
    ['draft', facts.draft && !settings?.builds.draft],
    ['future', instant(dates.publishDate) > now && !settings?.builds.future],
    ['expired', instant(dates.expiryDate) < now && !settings?.builds.expired],
    ['headless', facts.headless || owner !== undefined],
    ['notRendered', facts.render !== 'always' || !enabled],
  ];
  return hidden.filter(([, holds]) => holds).map(([reason]) => reason);
}

function addressContext(code: string, prepared: PreparedPages, context: IndexContext): AddressContext {
  const language = context.languages.all.find((each) => each.language.code === code)?.language;
  if (!language) throw new Error(`no language ${code}`);
  const pages = prepared.get(code) ?? new Map<string, PreparedPage>();
  return {
    language,
    settings: context.settings,
    rules: context.permalinks.get(code) ?? [],
    pages,
    sectionSlugs: new Map(
      [...pages].flatMap(([path, { kind, slug }]) => (kind === 'page' || slug === '' ? [] : [[path, slug]])),
    ),
    sections: sectionsOf(pages, context.languageSettings.get(code)?.taxonomies ?? []),
    report: context.report,
  };
}

/** Pages with an `_index` file, the top-level folder of every page, the taxonomies, and the root. */
function sectionsOf(pages: ReadonlyMap<string, PreparedPage>, taxonomies: readonly string[]): ReadonlySet<string> {
  const sections = new Set(['/', ...taxonomies]);
  for (const { kind, path } of pages.values()) {
    if (kind !== 'page') sections.add(path);
    const end = path.indexOf('/', 1);
    if (end > 0) sections.add(path.slice(0, end));
  }
  return sections;
}

/** What files can belong to: sections and leaf bundles. */
function ownersOf(
  code: string,
  prepared: PreparedPages,
  contexts: ReadonlyMap<string, AddressContext>,
): ReadonlySet<string> {
  const owners = new Set(contexts.get(code)?.sections);
  for (const page of prepared.get(code)?.values() ?? []) if (page.source.parts.bundle === 'leaf') owners.add(page.path);
  return owners;
}
