/** Where Hugo publishes a page: its site-relative URL, and the folder that the files of its bundle go to. */
import type { PageMeta } from '../../../model/page.ts';
import type { PathRules } from './path-text.ts';
import { escapePath, sanitizePath } from './path-text.ts';

export interface TargetInput {
  readonly kind: PageMeta['kind'];
  readonly isBundle: boolean;
  /** Folder of the page: for a branch its own, for any other page the one around it; slugs of sections applied. */
  readonly folder: string;
  /** Slug, or else the name without extension and language. */
  readonly baseName: string;
  /** Front matter `url`, tokens expanded; empty for none. */
  readonly url: string;
  /** What the site's `permalinks` make for the page. */
  readonly expanded?: string | undefined;
  readonly ugly: boolean;
  /** The language's part of the URL, without slashes. */
  readonly prefix: string;
}

export interface TargetPath {
  readonly permalink: string;
  /** Without a slash at the end, not escaped. */
  readonly resourceFolder: string;
}

const INDEX = 'index.html';

/** Follows Hugo's own steps: parts of a path, the file's name last, and the URL is what remains of that. */
export function targetPath(input: TargetInput, rules: PathRules): TargetPath {
  const { kind, url, prefix } = input;
  const hasUrl = url !== '' && kind !== 'home';
  const built = hasUrl ? urlParts(url) : kind === 'page' ? pageParts(input) : branchParts(input);
  // A `url` of a page is taken as written; everything else is put into the form of a path.
  const asWritten = hasUrl && kind === 'page';
  const parts = asWritten ? built : built.map((part) => sanitizePath(part, rules)).filter((part) => part !== '');
  // A `url` that begins with a slash is the whole of it, the language's part included.
  const before = hasUrl && url.startsWith('/') ? '' : prefix;
  const root = before === '' ? '' : `/${before}`;
  const last = parts.at(-1) ?? '';
  const isIndex = last === INDEX;
  const keepsIndex = isIndex && input.ugly && !hasUrl && kind !== 'page';
  const link = isIndex && !keepsIndex ? `${joined(parts.slice(0, -1))}/` : joined(parts);
  const folder = isIndex ? joined(parts.slice(0, -1)) : withoutExtension(joined(parts));
  const permalink = `${root}${link}` || '/';
  return { permalink: hasUrl ? escapeUrl(permalink) : escapePath(permalink), resourceFolder: `${root}${folder}` };
}

/** A query in front matter's `url` stays one. */
function escapeUrl(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? escapePath(url) : escapePath(url.slice(0, query)) + url.slice(query);
}

const joined = (parts: readonly string[]): string => (parts.length === 0 ? '' : `/${parts.join('/')}`);

/** A `url` names a file if there is a period in it and no slash at its end. */
function urlParts(url: string): readonly string[] {
  const path = resolveDots(url.replaceAll('\\', '/'));
  const parts = path.split('/').filter((part) => part !== '');
  return path.endsWith('/') || !path.includes('.') ? [...parts, INDEX] : parts;
}

function resolveDots(path: string): string {
  if (!path.includes('..')) return path;
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') kept.pop();
    else if (part !== '.') kept.push(part);
  }
  return kept.join('/');
}

function pageParts(input: TargetInput): readonly string[] {
  const parts =
    input.expanded === undefined ? splitPath(`${input.folder}/${input.baseName}`) : splitPath(input.expanded);
  if (!input.ugly && !isFolderIndex(input)) return [...parts, INDEX];
  const last = parts.at(-1);
  return last === undefined ? [INDEX] : [...parts.slice(0, -1), `${last}.html`];
}

/** A page called `index` that is no bundle is its folder's index file. */
const isFolderIndex = ({ isBundle, baseName, expanded }: TargetInput): boolean =>
  !isBundle && baseName === 'index' && expanded === undefined;

/** A section keeps `index.html` in its URL where URLs are ugly. */
const branchParts = ({ folder, expanded }: TargetInput): readonly string[] => [...splitPath(expanded ?? folder), INDEX];

const splitPath = (path: string): readonly string[] =>
  resolveDots(path)
    .split('/')
    .filter((part) => part !== '' && part !== '.');

function withoutExtension(path: string): string {
  const dot = path.lastIndexOf('.');
  return dot > path.lastIndexOf('/') ? path.slice(0, dot) : path;
}
