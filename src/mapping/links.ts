/** Rules for addresses: which ones are written as others, whatever stands at them. */
import picomatch from 'picomatch';
import type { LinkRule, Mapping } from './mapping.ts';
import { tablesFor } from './resolve.ts';

/** What an address becomes; an address that no rule takes comes back as it is. */
export type LinkRewriter = (address: string) => string;

/** The rules for addresses of a target, the first that matches winning; undefined where there are none. `took` is told of each that is used. */
export function linkRewriter(
  mapping: Mapping,
  target: string,
  took: (rule: string) => void = () => {},
): LinkRewriter | undefined {
  // What a later file says goes before what it extends.
  const rules = tablesFor(mapping, target)
    .toReversed()
    .flatMap(({ links }) => links)
    .flatMap(({ id, match, rewrite }) => match.map((glob) => ({ id, pattern: patternOf(glob), rewrite })));
  if (rules.length === 0) return undefined;
  return (address) => {
    for (const { id, pattern, rewrite } of rules) {
      const found = pattern.exec(address);
      if (!found) continue;
      took(id);
      return fill(rewrite, found);
    }
    return address;
  };
}

/** A glob as a pattern with a group for each wildcard. */
function patternOf(glob: string): RegExp {
  const pattern = picomatch.makeRe(glob, { capture: true, dot: true, nonegate: true });
  if (!pattern) throw new Error(`“${glob}” makes no pattern`);
  return pattern;
}

/** What is wrong with a rule, in a few words; undefined where nothing is. */
export function checkLinkRule({ match, rewrite }: Pick<LinkRule, 'match' | 'rewrite'>): string | undefined {
  const wanted = Math.max(0, ...parse(rewrite).map((part) => (typeof part === 'number' ? part : 0)));
  for (const glob of match) {
    // An empty alternative matches anything, and tells how many groups there are.
    const groups = (new RegExp(`${patternOf(glob).source}|`).exec('')?.length ?? 1) - 1;
    if (wanted > groups)
      return `$${wanted} stands for nothing: “${glob}” has ${groups === 1 ? '1 wildcard' : `${groups} wildcards`}`;
  }
  return undefined;
}

const fill = (rewrite: string, found: RegExpExecArray): string =>
  parse(rewrite)
    .map((part) => (typeof part === 'number' ? (found[part] ?? '') : part))
    .join('');

/** `$1` to `$9` as numbers, the rest as text; `$$` stands for a dollar. */
function parse(rewrite: string): readonly (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (let at = rewrite.indexOf('$'); at >= 0; at = rewrite.indexOf('$', at + 1)) {
    const next = rewrite.charAt(at + 1);
    const isNumber = next >= '1' && next <= '9';
    if (!isNumber && next !== '$') continue;
    parts.push(rewrite.slice(from, at), isNumber ? Number(next) : '$');
    from = at + 2;
    at++;
  }
  parts.push(rewrite.slice(from));
  return parts;
}
