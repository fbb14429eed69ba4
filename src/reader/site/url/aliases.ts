import { escapePath } from './path-text.ts';

export interface AliasContext {
  /** The folder that the page's bundle files go to, as in `/fr/docs/setup`: a relative alias starts beside it. */
  readonly resourceFolder: string;
  /** The language's part of the URL, without slashes. */
  readonly prefix: string;
  readonly ugly: boolean;
}

/**
 * The address at which Hugo puts an alias: from the root of the language if it begins with a slash, else beside the page;
 * a folder unless it ends in `.html` or `.htm`. `undefined` for one that Hugo refuses: a full URL, or the root itself.
 */
export function resolveAlias(alias: string, { resourceFolder, prefix, ugly }: AliasContext): string | undefined {
  if (alias.startsWith('http://') || alias.startsWith('https://')) return undefined;
  const root = prefix === '' ? '' : `/${prefix}`;
  const path = alias.replaceAll('\\', '/');
  const full = path.startsWith('/') ? clean(path) : clean(`${withoutPrefix(resourceFolder, root)}/../${path}`);
  if (full === '') return undefined;
  const isFile = full.endsWith('.html') || full.endsWith('.htm');
  return escapePath(isFile ? `${root}${full}` : ugly ? `${root}${full}.html` : `${root}${full}/`);
}

const withoutPrefix = (path: string, root: string): string =>
  root !== '' && (path === root || path.startsWith(`${root}/`)) ? path.slice(root.length) : path;

/** Resolves `.` and `..`, which never lead above the root; empty for the root. */
function clean(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length === 0 ? '' : `/${parts.join('/')}`;
}
