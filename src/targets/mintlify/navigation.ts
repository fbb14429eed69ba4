/** The navigation of `docs.json`: Mintlify shows no page in a menu that stands nowhere in it. */
import type { Branch } from '../page-tree.ts';
import type { LanguageTree, UrlSite } from '../url-site.ts';
import { asText, valueAt } from '../../reader/site/config/values.ts';
import { chromeOf } from './chrome.ts';
import { pathOf } from './paths.ts';
import { localeOf } from './locales.ts';
import { sectionLines } from './sections.ts';

export interface Group {
  readonly group: string;
  /** The page that its title leads to. */
  readonly root?: string;
  readonly pages: readonly Entry[];
}

type Entry = string | Group;

export interface Tab {
  readonly tab: string;
  readonly groups: readonly Group[];
}

/** What is below a language or a version. */
export type Division = { readonly groups: readonly Group[] } | { readonly tabs: readonly Tab[] };

export type VersionedDivision = Division | { readonly versions: readonly ({ readonly version: string } & Division)[] };

/** The whole of it; each language has its own links above and below the pages. */
export function navigationOf(shape: UrlSite): unknown {
  const shown = shape.languages.flatMap((language) => {
    const locale = localeOf(language.code);
    const division = divisionOf(language, shape);
    return locale === undefined || division === undefined ? [] : [{ language, locale, division }];
  });
  if (shown.length <= 1) return shown[0]?.division ?? {};
  return {
    languages: shown.map(({ language, locale, division }, at) => ({
      language: locale,
      ...(at === 0 && { default: true }),
      ...chromeOf(shape, language.code),
      ...division,
    })),
  };
}

function divisionOf(language: LanguageTree, shape: UrlSite): VersionedDivision | undefined {
  const { versions } = language;
  const rest = sectionsOf(language, shape);
  if (versions.length === 0) return rest;
  const divisions = versions.flatMap(({ name, tree }) => {
    const groups = groupsOf(tree, tree.page ? tree.label : name, shape);
    return groups.length === 0 ? [] : [{ version: name, groups }];
  });
  if (!rest) return divisions.length === 0 ? undefined : { versions: divisions };
  const newest = asText(valueAt(shape.site.config, 'params', 'version')) ?? 'Latest';
  return { versions: [{ version: newest, ...rest }, ...divisions] };
}

/** A tab for each section that the menu at the top leads to, and one for all else; groups alone where it leads to none or one. */
function sectionsOf(language: LanguageTree, shape: UrlSite): Division | undefined {
  const { tree, code } = language;
  const home = tree.label || shape.site.title || 'Home';
  const sections = sectionLines(language, shape);
  if (sections.length === 0) {
    const groups = groupsOf(tree, home, shape);
    return groups.length === 0 ? undefined : { groups };
  }
  const named = new Set(sections.map(({ branch }) => branch.name));
  const others = { ...tree, below: tree.below.filter(({ name }) => !named.has(name)) };
  const tabs = [
    { tab: home, groups: groupsOf(others, home, shape) },
    ...sections.map(({ branch, line }) => {
      const tab = line.labels[code] ?? line.label;
      return { tab, groups: groupsOf(branch, branch.label, shape) };
    }),
  ].filter(({ groups }) => groups.length > 0);
  return tabs.length === 0 ? undefined : { tabs };
}

/** Pages without others below them stand in a group of their own, in front of the rest. */
function groupsOf(branch: Branch, label: string, shape: UrlSite): readonly Group[] {
  const alone = branch.below.filter(({ below }) => below.length === 0).flatMap((page) => entriesOf(page, shape));
  const pages = [...ownPage(branch, shape), ...alone];
  const groups = branch.below
    .filter(({ below }) => below.length > 0)
    .flatMap((below) => entriesOf(below, shape))
    .map((entry) => (typeof entry === 'string' ? { group: label, pages: [entry] } : entry));
  return pages.length === 0 ? groups : [{ group: label, pages }, ...groups];
}

/** A hidden page is left out; what is below it is not. */
function entriesOf(branch: Branch, shape: UrlSite): readonly Entry[] {
  const own = ownPage(branch, shape);
  const pages = branch.below.flatMap((below) => entriesOf(below, shape));
  const [root] = own;
  if (pages.length === 0) return own;
  return [{ group: branch.label, ...(root !== undefined && { root }), pages }];
}

function ownPage({ page, list }: Branch, { isHidden, placeOf }: UrlSite): readonly string[] {
  const place = page ? (isHidden(page) ? undefined : placeOf(page)) : list && placeOf(list);
  return place ? [pathOf(place)] : [];
}
