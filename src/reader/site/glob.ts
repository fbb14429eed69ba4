/**
 * Globs as Hugo reads them in cascade targets, permalink targets and mounts: `*` and `?` stop at `/`, `**` does not,
 * `[a-z]` and `[!a-z]` are one character, `{a,b}` are alternatives, `\` takes the next character as it is.
 */
export type Glob = (text: string) => boolean;

type Part =
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'one' }
  | { readonly kind: 'any'; readonly crosses: boolean }
  | { readonly kind: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] };

/** More than any author writes; a pattern beyond matches nothing. */
const MAX_ALTERNATIVES = 1000;
const MAX_LENGTH = 2000;

/** Reads a glob; matching takes time in proportion to pattern times text. */
export function compileGlob(pattern: string): Glob {
  const alternatives = pattern.length > MAX_LENGTH ? [] : (expandBraces(pattern)?.map(parseParts) ?? []);
  return (text) => alternatives.some((parts) => matches(parts, text));
}

/** `a{b,c}` as `ab` and `ac`; `undefined` where there are too many. */
function expandBraces(pattern: string): string[] | undefined {
  const open = indexOutside(pattern, '{', 0);
  if (open < 0) return [pattern];
  const pieces: string[] = [];
  let depth = 0;
  let from = open + 1;
  let at = open + 1;
  for (; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === ',' && depth === 0) {
      pieces.push(pattern.slice(from, at));
      from = at + 1;
    } else if (character === '}' && depth-- === 0) break;
  }
  if (at >= pattern.length) return [pattern];
  pieces.push(pattern.slice(from, at));
  const tails = expandBraces(pattern.slice(at + 1));
  if (!tails) return undefined;
  const all: string[] = [];
  for (const piece of pieces) {
    const heads = expandBraces(piece);
    if (!heads || all.length + heads.length * tails.length > MAX_ALTERNATIVES) return undefined;
    for (const head of heads) for (const tail of tails) all.push(pattern.slice(0, open) + head + tail);
  }
  return all;
}

function indexOutside(pattern: string, wanted: string, from: number): number {
  for (let at = from; at < pattern.length; at++) {
    if (pattern.charAt(at) === '\\') at++;
    else if (pattern.charAt(at) === wanted) return at;
  }
  return -1;
}

function parseParts(pattern: string): readonly Part[] {
  const parts: Part[] = [];
  const characters = [...pattern];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at] ?? '';
    const close = character === '[' ? characters.indexOf(']', at + 2) : -1;
    if (character === '*') {
      const from = at;
      while (characters[at + 1] === '*') at++;
      parts.push({ kind: 'any', crosses: at > from });
    } else if (character === '?') {
      parts.push({ kind: 'one' });
    } else if (close > 0) {
      parts.push(parseClass(characters.slice(at + 1, close)));
      at = close;
    } else {
      parts.push({ kind: 'text', value: character === '\\' ? (characters[++at] ?? '\\') : character });
    }
  }
  return parts;
}

function parseClass(inside: readonly string[]): Part {
  const negated = inside[0] === '!';
  const ranges: [string, string][] = [];
  for (let at = negated ? 1 : 0; at < inside.length; at++) {
    const low = inside[at] ?? '';
    const isRange = inside[at + 1] === '-' && at + 2 < inside.length;
    ranges.push([low, isRange ? (inside[at + 2] ?? low) : low]);
    if (isRange) at += 2;
  }
  return { kind: 'class', negated, ranges };
}

/** Walks the text once and keeps every place in the pattern that is still possible. */
function matches(parts: readonly Part[], text: string): boolean {
  let states = reach(new Set([0]), parts);
  for (const character of text) {
    const next = new Set<number>();
    for (const state of states) {
      const part = parts[state];
      if (!part || !accepts(part, character)) continue;
      next.add(part.kind === 'any' ? state : state + 1);
    }
    if (next.size === 0) return false;
    states = reach(next, parts);
  }
  return states.has(parts.length);
}

/** A star may also stand for nothing. */
function reach(states: Set<number>, parts: readonly Part[]): Set<number> {
  for (const state of states) if (parts[state]?.kind === 'any') states.add(state + 1);
  return states;
}

function accepts(part: Part, character: string): boolean {
  switch (part.kind) {
    case 'text':
      return part.value === character;
    case 'one':
      return character !== '/';
    case 'any':
      return part.crosses || character !== '/';
    case 'class':
      return part.ranges.some(([low, high]) => character >= low && character <= high) !== part.negated;
  }
}
