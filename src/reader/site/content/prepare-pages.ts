/** Everything about a page that does not need other pages' addresses. */
import type { Field, FieldValue, FrontMatter, PageMeta } from '../../../model/page.ts';
import type { LanguageSettings } from '../config/settings.ts';
import type { SiteReport } from '../site-report.ts';
import type { ContentFile } from './content-files.ts';
import type { CascadesFor } from './inherit.ts';
import type { PageDates } from './page-dates.ts';
import type { PageFacts } from './page-facts.ts';
import type { PageNode, PageTree } from './page-tree.ts';
import type { PageSource } from './read-sources.ts';
import { fileName } from '../site-files.ts';
import { lowerCase } from '../url/path-text.ts';
import { applyCascades } from './cascade.ts';
import { readPageDates } from './page-dates.ts';
import { byName, readPageFacts } from './page-facts.ts';

export interface PreparedPage {
  readonly source: ContentFile;
  readonly language: string;
  readonly kind: PageMeta['kind'];
  readonly path: string;
  readonly section: string;
  readonly frontMatter: FrontMatter;
  readonly facts: PageFacts;
  readonly dates: PageDates;
  readonly slug: string;
  /** Name for patterns and dates: the file's without extension and language, or the folder's of a bundle; as written. */
  readonly baseName: string;
  /** The bundle that the file is a resource of. */
  readonly owner?: string;
  readonly bundled: readonly PreparedPage[];
}

export interface PrepareContext {
  readonly sources: ReadonlyMap<string, PageSource>;
  readonly settings: ReadonlyMap<string, LanguageSettings>;
  readonly cascades: CascadesFor;
  readonly report: SiteReport;
  /** Values that have been reported. */
  readonly reported: WeakSet<FieldValue>;
}

/** Prepared pages of each language by path. */
export type PreparedPages = ReadonlyMap<string, ReadonlyMap<string, PreparedPage>>;

export function preparePages(tree: PageTree, context: PrepareContext): PreparedPages {
  return new Map(
    [...tree.pages].map(([language, pages]) => [
      language,
      new Map([...pages].map(([path, node]) => [path, prepareNode(node, language, context)])),
    ]),
  );
}

function prepareNode(node: PageNode, language: string, context: PrepareContext): PreparedPage {
  const { source } = node;
  const page = preparePage(source, language, source.path, context);
  if (source.path === '/' && source.parts.bundle === 'leaf')
    context.report.report('home-as-leaf', {}, { file: source.file });
  return {
    ...page,
    // Hugo keeps the extension in the path of a bundle's content file: it is a resource first.
    bundled: node.bundled.map((file) => ({
      ...preparePage(file, language, file.path + lowerCase(file.parts.extension), context),
      kind: 'page',
      owner: source.file,
    })),
  };
}

function preparePage(source: ContentFile, language: string, path: string, context: PrepareContext): PreparedPage {
  const settings = context.settings.get(language);
  const read = context.sources.get(source.file);
  if (!settings || !read) throw new Error(`${source.file} is in the page index without having been read`);
  const kind = kindOf(source, settings.taxonomies);
  const own = read.frontMatter;
  const fields = applyCascades(own.fields, context.cascades(language, path), { kind, path, language });
  const named = byName(fields);
  const facts = readPageFacts(named);
  const baseName = nameOf(source);
  const dates = readPageDates(named, baseName, settings.dates);
  for (const field of dates.unreadable) reportDate(field, source.file, context);
  return {
    source,
    language,
    kind,
    path,
    section: sectionName(source),
    frontMatter: fields === own.fields ? own : { ...own, fields },
    facts,
    dates,
    slug: facts.slug || (dates.slug ?? ''),
    baseName,
    bundled: [],
  };
}

/** A field that a cascade brings to many pages is reported once, where it stands. */
function reportDate(
  { key, value, place, cascadedFrom }: Field,
  file: string,
  { report, reported }: PrepareContext,
): void {
  if (reported.has(value)) return;
  reported.add(value);
  const own = place ?? value.place;
  const where = cascadedFrom === undefined ? { file, ...(own && { place: own }) } : report.whereIs(value);
  report.report('date-unreadable', { key, value: 'source' in value ? value.source : '' }, where);
}

/** `_index` of a taxonomy's folder is its list of terms, further down a term; elsewhere a section. */
function kindOf({ path, parts }: ContentFile, taxonomies: readonly string[]): PageMeta['kind'] {
  if (parts.bundle === 'none') return 'page';
  if (path === '/') return 'home';
  if (parts.bundle === 'leaf') return 'page';
  if (taxonomies.includes(path)) return 'taxonomy';
  return taxonomies.some((taxonomy) => path.startsWith(`${taxonomy}/`)) ? 'term' : 'section';
}

/** The first folder of the file's path; a bundle at the top level is in none. */
function sectionName({ path, parts }: ContentFile): string {
  if (parts.folder === '') return '';
  const [first = '', ...rest] = path.slice(1).split('/');
  return parts.bundle === 'leaf' && rest.length === 0 ? '' : first;
}

const nameOf = ({ parts }: ContentFile): string => (parts.bundle === 'none' ? parts.stem : fileName(parts.folder));
