/** The addresses of pages: permalinks, aliases, and where the files of a bundle go. */
import type { Language } from '../../../model/site.ts';
import type { SiteSettings } from '../config/settings.ts';
import type { SiteReport } from '../site-report.ts';
import type { PatternPage } from '../url/expand-pattern.ts';
import type { PermalinkRule } from '../url/permalink-patterns.ts';
import type { TargetPath } from '../url/target-path.ts';
import type { PreparedPage } from './prepare-pages.ts';
import { fieldOf } from '../../../model/field.ts';
import { resolveAlias } from '../url/aliases.ts';
import { expandPattern, titlePart, ZERO_TIME } from '../url/expand-pattern.ts';
import { normalizePath } from '../url/path-text.ts';
import { targetPath } from '../url/target-path.ts';
import { sectionOf } from './page-tree.ts';

export interface AddressContext {
  readonly language: Language;
  readonly settings: SiteSettings;
  readonly rules: readonly PermalinkRule[];
  /** The language's pages by path. */
  readonly pages: ReadonlyMap<string, PreparedPage>;
  /** Slugs of the language's sections by path. */
  readonly sectionSlugs: ReadonlyMap<string, string>;
  /** Paths of the sections that the language has, with files of their own or not. */
  readonly sections: ReadonlySet<string>;
  readonly report: SiteReport;
}

/** Where a page goes, and what its bundle's files go below. */
export function addressOf(page: PreparedPage, context: AddressContext): TargetPath {
  const { settings, language } = context;
  const isPage = page.kind === 'page';
  const parts = slugged(settings.pathRules.keepCase ? page.source.unnormalized : page.path, context);
  const rule = context.rules.find(({ matches }) => matches(page));
  return targetPath(
    {
      kind: page.kind,
      isBundle: page.source.parts.bundle !== 'none',
      folder: (isPage ? parts.slice(0, -1) : parts).join('/'),
      baseName: page.slug || (parts.at(-1) ?? ''),
      url: expandUrl(page, context),
      expanded: rule && expandPattern(rule.pattern, patternPage(page, context), settings.pathRules),
      ugly: settings.isUgly(page.section),
      prefix: language.urlPrefix,
    },
    settings.pathRules,
  );
}

/** Where the files go that belong to a section without a file of its own; `path` as its folders are written. */
export const folderAddress = (path: string, context: AddressContext): string =>
  listAddress(path, context).resourceFolder;

/** The address of a list without a file of its own; `path` as its folders are written. */
export function listAddress(path: string, context: AddressContext): TargetPath {
  const { settings, language } = context;
  const folder = slugged(settings.pathRules.keepCase ? path : normalizePath(path), context).join('/');
  const input = {
    kind: 'section',
    isBundle: true,
    baseName: '',
    url: '',
    ugly: false,
    prefix: language.urlPrefix,
  } as const;
  return targetPath({ ...input, folder }, settings.pathRules);
}

/** The old addresses of a page, where Hugo puts them. */
export function aliasesOf(page: PreparedPage, address: TargetPath, context: AddressContext): readonly string[] {
  const { settings, language, report } = context;
  const ugly = settings.isUgly(page.section);
  const resolved = page.facts.aliases.map((alias) => {
    const found = resolveAlias(alias, { resourceFolder: address.resourceFolder, prefix: language.urlPrefix, ugly });
    if (found === undefined) {
      const place = fieldOf(page.frontMatter.fields, 'aliases')?.place;
      report.report('alias-invalid', { alias }, { file: page.source.file, ...(place && { place }) });
    }
    return found ?? [];
  });
  return [...new Set(resolved.flat())];
}

/** The parts of a path, each section's own slug in the place of its folder's name. */
function slugged(path: string, { sectionSlugs }: AddressContext): readonly string[] {
  const parts = path.split('/').filter((part) => part !== '');
  if (sectionSlugs.size === 0) return parts;
  let at = '';
  return parts.map((part) => {
    at += `/${normalizePath(part)}`;
    return sectionSlugs.get(at) ?? part;
  });
}

/** A `url` may hold the names of permalink patterns too. */
function expandUrl(page: PreparedPage, context: AddressContext): string {
  const { url } = page.facts;
  if (!url.includes(':')) return url;
  const expanded = expandPattern(url, patternPage(page, context), context.settings.pathRules);
  if (expanded === undefined) {
    const place = fieldOf(page.frontMatter.fields, 'url')?.place;
    context.report.report('permalink-pattern', { pattern: url }, { file: page.source.file, ...(place && { place }) });
  }
  return expanded ?? url;
}

function patternPage(page: PreparedPage, { pages, sections }: AddressContext): PatternPage {
  const current = page.kind === 'page' ? sectionOf(page.path, sections) : page.path;
  const parts = current.split('/').filter((part) => part !== '');
  const ancestors = parts.map((_, at) => `/${parts.slice(0, at + 1).join('/')}`).filter((path) => sections.has(path));
  return {
    title: page.facts.title,
    slug: page.slug,
    date: page.dates.date ?? ZERO_TIME,
    section: page.section,
    sections: parts,
    sectionSlugs: ancestors.map((path) => {
      const section = pages.get(path);
      return section?.slug || titlePart(section?.facts.title ?? '') || path.slice(path.lastIndexOf('/') + 1);
    }),
    fileName: page.source.parts.bundle === 'branch' ? '' : page.baseName,
    contentBaseName: page.baseName,
  };
}
