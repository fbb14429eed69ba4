/** `_meta.ts`: the order and the names of what is in a folder. */
import type { Branch } from '../page-tree.ts';
import type { MenuLink } from '../scaffold/menus.ts';
import type { OutputFile } from '../target.ts';
import { addressIn, type LanguageTree, type UrlSite } from '../url-site.ts';
import { printCode } from '../code/print.ts';
import { type CodeValue, exportDefault, expression } from '../code/tree.ts';
import { keyFromText } from '../key-from-text.ts';
import { CONTENT_FOLDER } from './facts.ts';
import { append } from '../../model/append.ts';

type Entries = Record<string, CodeValue>;

/** A file for each folder that has something below it, that of the root aside. */
export function metaFiles(shape: UrlSite): OutputFile[] {
  const files: OutputFile[] = [];
  for (const language of shape.languages) {
    const pending = [...language.tree.below];
    for (let branch = pending.pop(); branch; branch = pending.pop()) {
      if (branch.below.length === 0) continue;
      append(pending, branch.below);
      files.push(metaFile(pathOf(language, branch.path), entriesOf(branch, shape)));
    }
  }
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const metaFile = (folder: string, entries: Entries): OutputFile => ({
  path: metaPath(folder),
  text: printMeta(entries),
});

const metaPath = (folder: string): string => `${folder}/_meta.ts`;

const printMeta = (entries: Entries): string => printCode([exportDefault(expression(entries))]);

const pathOf = ({ folder }: LanguageTree, path: string): string =>
  [CONTENT_FOLDER, folder, path].filter((part) => part !== '').join('/');

/** What is right below a branch: its own page is the folder's, and has no entry. */
const entriesOf = ({ below }: Branch, shape: UrlSite): Entries =>
  Object.fromEntries(below.map((branch) => [branch.name, entryOf(branch, shape)]));

function entryOf({ label, page, below }: Branch, shape: UrlSite): CodeValue {
  const isHidden = page !== undefined && shape.isHidden(page);
  // What is said of a folder holds for all that is below it.
  const isBare = page !== undefined && below.length === 0 && shape.isBare(page);
  if (!isHidden && !isBare) return label;
  return {
    title: label,
    // What is below a hidden page is shown.
    display: isHidden ? (below.length > 0 ? 'children' : 'hidden') : undefined,
    theme: isBare ? { toc: false } : undefined,
  };
}

/** The files of the roots, one a language: what the menu at the top names stands there, all else at the side. */
export const rootMetaFiles = (shape: UrlSite): OutputFile[] =>
  shape.languages
    .filter(({ tree }) => tree.below.length > 0 || tree.page || tree.list)
    .map((language) => metaFile(pathOf(language, ''), rootEntries(language, shape)));

function rootEntries(language: LanguageTree, shape: UrlSite): Entries {
  const { tree } = language;
  const entries: Entries = {};
  if (tree.page || tree.list)
    entries['index'] = { title: tree.label || shape.site.title, type: 'page', display: 'hidden' };
  const branches = new Map(tree.below.map((branch) => [branch.name, branch]));
  for (const link of shape.menus.top) {
    const own = ownBranch(link, language, shape);
    const label = link.labels[language.code] ?? link.label;
    if (own && link.children.length === 0) entries[own.name] = { title: label, type: 'page' };
    else {
      const key = freeKey(label, new Set([...branches.keys(), ...Object.keys(entries)]));
      entries[key] = linkEntry(link, label, language, shape);
    }
  }
  for (const branch of tree.below)
    if (!Object.hasOwn(entries, branch.name)) entries[branch.name] = entryOf(branch, shape);
  return entries;
}

/** The branch right below the root that a line of the menu leads to. */
function ownBranch(link: MenuLink<string>, language: LanguageTree, shape: UrlSite): Branch | undefined {
  const url = addressIn(link, language.code, shape);
  return language.tree.below.find(({ page, list }) => {
    const own = page ? shape.placeOf(page)?.url : list?.permalink;
    return own !== undefined && own === url;
  });
}

function linkEntry(link: MenuLink<string>, title: string, language: LanguageTree, shape: UrlSite): CodeValue {
  const href = addressIn(link, language.code, shape);
  if (link.children.length === 0) return { title, type: 'page', href };
  const own = href === undefined ? [] : [[freeKey(title, new Set()), { title, href }] as const];
  const items: Record<string, CodeValue> = Object.fromEntries(own);
  for (const child of link.children) {
    const label = child.labels[language.code] ?? child.label;
    const to = addressIn(child, language.code, shape);
    if (to !== undefined) items[freeKey(label, new Set(Object.keys(items)))] = { title: label, href: to };
  }
  return { title, type: 'menu', items };
}

/** A key that no page and no other entry has. */
function freeKey(label: string, taken: ReadonlySet<string>): string {
  const base = `to-${keyFromText(label, 'link')}`;
  let key = base;
  for (let count = 2; taken.has(key); count++) key = `${base}-${count}`;
  return key;
}
