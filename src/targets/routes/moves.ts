/** `paths:` of `decant.yaml`: what moves pages, as globs and what becomes of what they match. */
import picomatch from 'picomatch';
import type { Place } from '../../model/place.ts';
import { pagePath, partsOf } from './page-path.ts';

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

/** A rule that is ready. */
export interface Moving {
  readonly rule: PathRule;
  readonly move: Move;
}

/** Where the first rule that speaks of a path takes it. */
export function applyMoves(
  moves: readonly Moving[],
  path: string,
): { readonly to: string; readonly rule: PathRule } | undefined {
  for (const { rule, move } of moves) {
    const to = move(path);
    if (to !== undefined) return { to, rule };
  }
  return undefined;
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
