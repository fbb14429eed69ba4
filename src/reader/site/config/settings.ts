/** The settings that decide which files are pages and where they go, read from the configuration once. */
import type { FieldValue } from '../../../model/page.ts';
import type { SiteReport } from '../site-report.ts';
import type { PathRules } from '../url/path-text.ts';
import type { GoPattern } from './go-pattern.ts';
import type { SiteLanguage } from './languages.ts';
import type { MapValue } from './values.ts';
import { lowerCase } from '../url/path-text.ts';
import { compileGoPattern } from './go-pattern.ts';
import { asBoolean, asText, asTexts, fieldsAt, valueAt } from './values.ts';

export interface SiteSettings {
  readonly pathRules: PathRules;
  /** Whether `ignoreFiles` leaves a content file out. */
  readonly ignores: (file: string) => boolean;
  /** The media types that count as content; absent for Hugo's own list. */
  readonly contentTypes?: ReadonlySet<string>;
  /** Whether pages of a section, or of the root with `''`, have `.html` in their URLs. */
  readonly isUgly: (section: string) => boolean;
}

/** What a language section may set for its own pages. */
export interface LanguageSettings {
  /** Logical paths of taxonomies, as in `/tags`. */
  readonly taxonomies: readonly string[];
  readonly disabledKinds: ReadonlySet<string>;
  readonly timeZone: string;
  readonly dates: DateSettings;
  /** Which pages are built although they are drafts and so on. */
  readonly builds: Readonly<Record<'draft' | 'future' | 'expired', boolean>>;
}

/** In which order front matter fields, file names and so on are asked for each of a page's dates. */
export interface DateSettings {
  readonly date: readonly string[];
  readonly lastmod: readonly string[];
  readonly publishDate: readonly string[];
  readonly expiryDate: readonly string[];
}

export function readSettings(config: MapValue, report: SiteReport): SiteSettings {
  const contentTypes = fieldsAt(config, 'contentTypes').map(({ name }) => name);
  const flag = (key: string): boolean => asBoolean(valueAt(config, key)) ?? false;
  return {
    pathRules: { keepCase: flag('disablePathToLower'), removeAccents: flag('removePathAccents') },
    ignores: readIgnoreFiles(valueAt(config, 'ignoreFiles'), report),
    ...(contentTypes.length > 0 && { contentTypes: new Set(contentTypes) }),
    isUgly: readUglyUrls(valueAt(config, 'uglyURLs')),
  };
}

export function readLanguageSettings({ config }: SiteLanguage): LanguageSettings {
  const flag = (key: string): boolean => asBoolean(valueAt(config, key)) ?? false;
  return {
    taxonomies: readTaxonomies(config),
    disabledKinds: new Set(asTexts(valueAt(config, 'disableKinds')).map(kindOf)),
    timeZone: asText(valueAt(config, 'timeZone')) ?? '',
    dates: readDates(valueAt(config, 'frontmatter')),
    builds: { draft: flag('buildDrafts'), future: flag('buildFuture'), expired: flag('buildExpired') },
  };
}

/** Before Hugo 0.73 the list of a taxonomy's terms was the kind `taxonomyTerm`. */
function kindOf(text: string): string {
  const kind = lowerCase(text);
  return kind === 'taxonomyterm' ? 'taxonomy' : kind;
}

/** `ignoreFiles` are regular expressions on the file's whole path; here the path below the site's folder, with a slash. */
function readIgnoreFiles(value: FieldValue | undefined, report: SiteReport): (file: string) => boolean {
  const patterns: GoPattern[] = [];
  for (const source of asTexts(value)) {
    const pattern = compileGoPattern(source);
    if (pattern) patterns.push(pattern);
    else report.report('config-value', { key: 'ignoreFiles', expected: 'regular expressions' }, report.whereIs(value));
  }
  return (file) => patterns.some((matches) => matches(`/${file}`));
}

/** `uglyURLs: true`, or a map of sections. */
function readUglyUrls(value: FieldValue | undefined): (section: string) => boolean {
  const all = asBoolean(value);
  if (all !== undefined) return () => all;
  const sections = new Set(fieldsAt(value).flatMap((field) => (asBoolean(field.value) ? [field.name] : [])));
  return (section) => sections.has(section);
}

/** `taxonomies: {tag: tags}`; an empty map turns the two that Hugo has by default off. */
function readTaxonomies(config: MapValue): readonly string[] {
  const value = valueAt(config, 'taxonomies') ?? valueAt(config, 'indexes');
  if (value?.type !== 'map') return ['/categories', '/tags'];
  return value.fields.flatMap((field) => {
    const plural = asText(field.value);
    return plural && field.name !== '_merge' ? [`/${lowerCase(plural).replaceAll(' ', '-')}`] : [];
  });
}

const DEFAULT_DATES: DateSettings = {
  date: ['date', 'publishdate', 'lastmod'],
  // `:git` and `:fileModTime` are not to be had from the text of the site.
  lastmod: ['lastmod', 'date', 'publishdate'],
  publishDate: ['publishdate', 'date'],
  expiryDate: ['expirydate'],
};

/** Other names under which Hugo finds the fields that hold dates. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  lastmod: ['modified'],
  publishdate: ['pubdate', 'published'],
  expirydate: ['unpublishdate'],
};

function readDates(value: FieldValue | undefined): DateSettings {
  const sources = (key: keyof DateSettings): readonly string[] => {
    const stated = asTexts(valueAt(value, key)).map(lowerCase);
    const names = stated.length > 0 ? stated : DEFAULT_DATES[key];
    const all = names.flatMap((name) => (name === ':default' ? DEFAULT_DATES[key] : [name]));
    return [...new Set(all.flatMap((name) => [name, ...(ALIASES[name] ?? [])]))];
  };
  return {
    date: sources('date'),
    lastmod: sources('lastmod'),
    publishDate: sources('publishDate'),
    expiryDate: sources('expiryDate'),
  };
}
