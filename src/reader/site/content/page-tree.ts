/** Which content files are pages, which belong to a page's bundle, and which section each page is in. */
import type { SiteReport } from '../site-report.ts';
import type { ContentFile } from './content-files.ts';
import { comparePaths } from '../site-files.ts';
import { folderPath, parentPath } from './content-files.ts';

/** A page with the content files of its bundle. */
export interface PageNode {
  readonly source: ContentFile;
  readonly bundled: readonly ContentFile[];
}

export interface PageTree {
  /** Pages of each language by logical path. */
  readonly pages: ReadonlyMap<string, ReadonlyMap<string, PageNode>>;
  /** Files that are not content: pictures and the like. */
  readonly others: readonly ContentFile[];
}

/**
 * Sorts content files. A folder with an `index` file, in whatever language, is a leaf bundle: everything below it belongs
 * to the bundle, other `index` and `_index` files too.
 */
export function buildTree(files: readonly ContentFile[], report: SiteReport): PageTree {
  const content = files.filter(({ parts }) => parts.format !== undefined);
  const leaves = new Set(content.filter(({ parts }) => parts.bundle === 'leaf').map(folderPath));
  const candidates = new Map<string, Map<string, ContentFile[]>>();
  const bundled: { leaf: string; file: ContentFile }[] = [];
  for (const file of content) {
    const leaf = outermost(folderPath(file), leaves);
    const isPage = leaf === undefined || (file.parts.bundle === 'leaf' && folderPath(file) === leaf);
    if (isPage) push(inner(candidates, file.language), file.path, file);
    else bundled.push({ leaf, file });
  }
  const pages = new Map<string, Map<string, { source: ContentFile; bundled: ContentFile[] }>>();
  for (const [language, byPath] of candidates) {
    for (const [path, sources] of byPath) {
      const source = chooseSource(sources, report);
      if (source) inner(pages, language).set(path, { source, bundled: [] });
    }
  }
  for (const { leaf, file } of bundled) {
    const owner = pages.get(file.language)?.get(leaf);
    if (owner) owner.bundled.push(file);
    else report.report('page-in-foreign-bundle', { bundle: leaf, language: file.language }, { file: file.file });
  }
  return { pages, others: files.filter(({ parts }) => parts.format === undefined) };
}

function inner<Key, InnerKey, Value>(map: Map<Key, Map<InnerKey, Value>>, key: Key): Map<InnerKey, Value> {
  const found = map.get(key) ?? new Map<InnerKey, Value>();
  map.set(key, found);
  return found;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}

/** The highest folder on the way to `path` that is a leaf bundle. The root cannot be one. */
function outermost(path: string, leaves: ReadonlySet<string>): string | undefined {
  let found: string | undefined;
  for (let at: string | undefined = path; at !== undefined; at = parentPath(at)) if (leaves.has(at)) found = at;
  return found;
}

/**
 * Two files with one path: Hugo keeps one without a word, not always the same. Bundles go before single files, Markdown
 * before other formats, then the first by name.
 */
function chooseSource(sources: readonly ContentFile[], report: SiteReport): ContentFile | undefined {
  const [first, ...others] = sources.toSorted((a, b) => rank(a) - rank(b) || comparePaths(a.virtual, b.virtual));
  if (first) for (const { file, path } of others) report.report('path-clash', { path, other: first.file }, { file });
  return first;
}

const rank = ({ parts }: ContentFile): number =>
  (parts.bundle === 'none' ? 2 : 0) + (parts.format === 'markdown' ? 0 : 1);

/**
 * The section that a path is in: the nearest folder above that has an `_index`, or that is at the top level; the root if
 * there is none.
 */
export function sectionOf(path: string, branches: ReadonlySet<string>): string {
  for (let at = parentPath(path); at !== undefined; at = parentPath(at)) {
    if (branches.has(at) || at === '/' || at.lastIndexOf('/') === 0) return at;
  }
  return '/';
}
