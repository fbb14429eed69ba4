/** The menus of a site: what its configuration and the front matter of its pages put into them. */
import type { FieldValue, PageMeta } from '../../model/page.ts';
import type { GeneratedPage, Menu, MenuEntry } from '../../model/site.ts';
import type { SiteLanguages } from './config/languages.ts';
import { fieldOf } from '../../model/field.ts';
import { asItems, asNumber, asText, fieldsAt, valueAt } from './config/values.ts';
import { comparePaths } from './site-files.ts';
import { normalizePath } from './url/path-text.ts';

export interface MenuContext {
  readonly languages: SiteLanguages;
  readonly pages: readonly PageMeta[];
  readonly generated: readonly GeneratedPage[];
}

type Listed = PageMeta | GeneratedPage;

/** An entry before it has found its place below another. */
interface Loose extends Omit<MenuEntry, 'children'> {
  readonly parent: string;
}

/** All menus, by language and then name; Hugo puts entries without weight behind the others, equal ones by name. */
export function readMenus({ languages, pages, generated }: MenuContext): readonly Menu[] {
  return languages.all.flatMap(({ language, config }) => {
    const own = (page: Listed): boolean => page.language === language.code;
    const byPath = new Map<string, Listed>();
    for (const page of generated.filter(own)) byPath.set(page.path, page);
    for (const page of pages.filter(own)) if (page.hidden.length === 0) byPath.set(page.path, page);
    const menus = new Map<string, Loose[]>();
    const add = (menu: string, entry: Loose): void => {
      menus.set(menu, [...(menus.get(menu) ?? []), entry]);
    };
    const stated = valueAt(config, 'menus') ?? valueAt(config, 'menu');
    for (const { name, value } of fieldsAt(stated)) {
      for (const item of asItems(value)) add(name, entryFrom(item, pageOf(item, byPath)));
    }
    for (const page of byPath.values()) {
      if ('frontMatter' in page) for (const [menu, item] of menusIn(page)) add(menu, entryFrom(item, page));
    }
    const sections = asText(valueAt(config, 'sectionPagesMenu'))?.toLowerCase();
    if (sections) for (const entry of sectionEntries(byPath, menus.get(sections) ?? [])) add(sections, entry);
    return [...menus]
      .toSorted(([a], [b]) => comparePaths(a, b))
      .map(([name, entries]) => ({ name, language: language.code, entries: nest(entries) }));
  });
}

/** `pageRef`, as a path from the content root. */
function pageOf(item: FieldValue, byPath: ReadonlyMap<string, Listed>): Listed | undefined {
  const reference = asText(valueAt(item, 'pageRef'));
  if (!reference) return undefined;
  const path = normalizePath(`/${reference.replace(/^\/+/, '').replace(/\/+$/, '')}`);
  return byPath.get(path) ?? byPath.get(path.replace(/(?:\/_?index)?\.md$/, '') || '/');
}

/** The menus that a page is in: a name, a list of names, or a map of names to what the entry says. */
function menusIn({ frontMatter }: PageMeta): readonly (readonly [string, FieldValue | undefined])[] {
  const value = fieldOf(frontMatter, 'menus')?.value ?? fieldOf(frontMatter, 'menu')?.value;
  if (value?.type === 'map') return value.fields.map((field) => [field.name, field.value] as const);
  return asItems(value).flatMap((item) => {
    const name = asText(item)?.toLowerCase();
    return name ? [[name, undefined] as const] : [];
  });
}

function entryFrom(item: FieldValue | undefined, page: Listed | undefined): Loose {
  const text = (key: string): string => asText(valueAt(item, key)) ?? '';
  const own = page && 'frontMatter' in page ? page.frontMatter : undefined;
  const pageText = (key: string): string => (own && asText(fieldOf(own, key)?.value)) || '';
  const title = pageText('linktitle') || pageText('title') || (page && 'title' in page ? page.title : '');
  const weight = asNumber(valueAt(item, 'weight')) || (own && asNumber(fieldOf(own, 'weight')?.value)) || 0;
  return {
    name: text('name') || title,
    url: page?.permalink ?? text('url'),
    ...(page && 'file' in page && { page: page.file }),
    identifier: text('identifier'),
    weight,
    parent: text('parent'),
  };
}

/** `sectionPagesMenu` puts the sections of the root into a menu, without those that have an entry of their name there. */
function sectionEntries(byPath: ReadonlyMap<string, Listed>, known: readonly Loose[]): readonly Loose[] {
  const taken = new Set(known.map(({ identifier, name }) => identifier || name));
  return [...byPath.values()].flatMap((page) => {
    const identifier = page.path.slice(1);
    if (page.kind !== 'section' || identifier.includes('/') || taken.has(identifier)) return [];
    return [{ ...entryFrom(undefined, page), identifier }];
  });
}

/** Puts entries below the one that they name as their parent; one whose parent is not there is left out, as in Hugo. */
function nest(entries: readonly Loose[]): readonly MenuEntry[] {
  const below = (parent: string, seen: ReadonlySet<string>): readonly MenuEntry[] =>
    entries
      .filter((entry) => entry.parent === parent)
      .toSorted(compareEntries)
      .map(({ name, url, page, identifier, weight }) => {
        const key = identifier || name;
        const children = seen.has(key) || key === '' ? [] : below(key, new Set([...seen, key]));
        return { name, url, ...(page !== undefined && { page }), identifier, weight, children };
      });
  return below('', new Set());
}

function compareEntries(a: Loose, b: Loose): number {
  const rank = ({ weight }: Loose): number => (weight === 0 ? Number.MAX_SAFE_INTEGER : weight);
  return rank(a) - rank(b) || comparePaths(a.name, b.name) || comparePaths(a.identifier, b.identifier);
}
