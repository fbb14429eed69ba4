/** `paths:` of `decant.yaml`: what moves pages, as globs and what becomes of what they match. */
import picomatch from 'picomatch';
import type { Place } from '../../model/place.ts';

/** A rule as it was written. */
export interface PathRule {
  /** A glob on the paths of pages below the content folder, without extension. */
  readonly from: string;
  /** The new path, in which each `*` and `**` stands for what the wildcard of the same number has matched. */
  readonly to: string;
  /** Where it stands. */
  readonly file?: string;
  readonly place?: Place;
}

/** What makes of the path of a page another one; `undefined` where the rule does not speak of it. */
export type Move = (path: string) => string | undefined;

/** `outside`: a path would lead out of the site. `wildcards`: there are not as many in one as in the other. */
export type PathFault = 'outside' | 'wildcards';

/**
 * Makes a rule ready, or says what is wrong with it.
 * @example
 * compileMove({ from: 'docs/reference/**', to: 'api/**' })('docs/reference/cli') // 'api/cli'
 */
export function compileMove({ from, to }: Pick<PathRule, 'from' | 'to'>): Move | PathFault {
  const pattern = pagePath(from);
  const target = pagePath(to);
  if (pattern === undefined || target === undefined) return 'outside';
  const matcher = picomatch.makeRe(pattern, { capture: true, dot: true, nocase: true, nonegate: true });
  const texts = target.split(WILDCARD);
  // An empty alternative always matches, and then has a place for each group.
  const groups = (new RegExp(`${matcher.source}|`).exec('')?.length ?? 1) - 1;
  if (groups !== texts.length - 1) return 'wildcards';
  return (path) => {
    const found = matcher.exec(path);
    if (!found) return undefined;
    const filled = texts.map((text, at) => (at === 0 ? text : `${found[at] ?? ''}${text}`)).join('');
    return partsOf(filled).join('/');
  };
}

const WILDCARD = /\*\*?/;

/** Endings of the files that a path may name instead of the page. */
const FILE_NAMES = ['/_index', '/index'];

/** A path as pages have it: without slashes at its ends, extension and the name that a folder's own file has. */
function pagePath(written: string): string | undefined {
  const parts = partsOf(written);
  if (parts.includes('..') || parts.includes('.') || written.includes('\\')) return undefined;
  const path = parts.join('/');
  const bare = path.endsWith('.md') ? path.slice(0, -'.md'.length) : path;
  const name = FILE_NAMES.find((ending) => bare.endsWith(ending));
  return name === undefined ? bare : bare.slice(0, -name.length);
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
