/** The pages that a change to some files can have an effect on. */
import { posix, relative, resolve, sep } from 'node:path';
import type { PageMeta } from '../model/page.ts';
import type { OpenedSite } from './open-site.ts';
import { collectShortcodeNames } from '../reader/shortcode/collect-names.ts';

export interface PagesSince {
  /** Source paths, as in the site's index. */
  readonly files: ReadonlySet<string>;
  /** The changed file that any page may depend on, where there is one: then all pages are taken. */
  readonly because?: string;
}

/** What a change can be recognised by on the pages that depend on it, lower-cased. */
interface Traces {
  /** What an address or a name of a changed file ends with. */
  readonly names: Set<string>;
  readonly shortcodes: Set<string>;
}

/** Parts of a site that any page may depend on. */
const SHARED = new Set(['config', 'data', 'i18n', 'layouts', 'themes', '_vendor', 'go.mod', 'go.sum']);
const CONFIGURATIONS = new Set(
  ['hugo', 'config'].flatMap((name) => ['toml', 'yaml', 'yml', 'json'].map((end) => `${name}.${end}`)),
);

/**
 * Finds the pages that are in `changed` (absolute paths) or may depend on it: those that call a shortcode whose template changed, those
 * that name a changed file, to link to it, show it or take it in, the page of a bundle or section that it is in, its translations. Rather too many
 * than too few: a name may stand on a page for another reason. `inputs` are files that the whole run depends on.
 */
export function pagesSince(opened: OpenedSite, changed: readonly string[], inputs: ReadonlySet<string>): PagesSince {
  const { pages } = opened.site;
  const files = new Set<string>();
  const traces: Traces = { names: new Set(), shortcodes: new Set() };
  for (const path of changed) {
    const file = relative(resolve(opened.dir), path).split(sep).join('/');
    const shortcode = shortcodeOf(file);
    if (shortcode !== undefined) traces.shortcodes.add(shortcode);
    else if (inputs.has(path) || isShared(file))
      return { files: new Set(pages.map((page) => page.file)), because: path };
    else if (!file.startsWith('../')) follow(file, pages, files, traces);
  }
  for (const page of pages) if (!files.has(page.file) && dependsOn(traces, page, opened)) files.add(page.file);
  return { files };
}

/** `layouts/shortcodes/x.html`, of the site or of a theme: calls name it without the folder `shortcodes`. */
function shortcodeOf(file: string): string | undefined {
  const folders = file.toLowerCase().split('/');
  const at = folders.findIndex((folder, index) => folder.endsWith('shortcodes') && folders[index - 1] === 'layouts');
  const [name = ''] = folders
    .slice(at + 1)
    .join('/')
    .split('.');
  return at < 0 || name === '' ? undefined : name;
}

function isShared(file: string): boolean {
  const [first = ''] = file.split('/');
  return SHARED.has(first) || CONFIGURATIONS.has(file);
}

/** Enters a changed file: the pages that it belongs to, and what it can be recognised by. */
function follow(file: string, pages: readonly PageMeta[], files: Set<string>, { names }: Traces): void {
  const own = pages.filter((page) => page.file === file);
  const paths = new Set(own.map(({ path }) => path));
  for (const page of pages) if (page.file === file || paths.has(page.path)) files.add(page.file);
  for (const page of indexAround(file, pages)) files.add(page.file);
  const addresses = own.flatMap(({ permalink, aliases, path }) => [permalink, path, ...aliases]);
  for (const address of [nameOf(file), ...addresses]) {
    const name = lastOf(address);
    if (name !== '') names.add(name);
  }
}

const isIndex = (file: string): boolean => /^_?index\./.test(posix.basename(file));

/** `setup` of `docs/setup.md`, and `docs` of `docs/index.md`: what addresses call it. */
function nameOf(file: string): string {
  const [stem = ''] = posix.basename(isIndex(file) ? posix.dirname(file) : file).split('.');
  return stem;
}

const lastOf = (address: string): string => (address.split('/').findLast((part) => part !== '') ?? '').toLowerCase();

/** The page of the bundle or section that a file lies in, in all languages: it may list or show it. */
function indexAround(file: string, pages: readonly PageMeta[]): readonly PageMeta[] {
  for (let dir = posix.dirname(isIndex(file) ? posix.dirname(file) : file); dir !== '.'; dir = posix.dirname(dir)) {
    const found = pages.filter((page) => posix.dirname(page.file) === dir && isIndex(page.file));
    if (found.length > 0) return found;
  }
  return [];
}

function dependsOn({ names, shortcodes }: Traces, page: PageMeta, opened: OpenedSite): boolean {
  if (names.size === 0 && shortcodes.size === 0) return false;
  const { source, bodyStart } = opened.load(page);
  const text = source.toLowerCase();
  if ([...names].some((name) => text.includes(name))) return true;
  if (shortcodes.size === 0) return false;
  const { seen } = collectShortcodeNames(source, bodyStart);
  return [...shortcodes].some((name) => seen.has(name));
}
