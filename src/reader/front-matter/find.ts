import type { FrontMatter } from '../../model/page.ts';
import { isSpace } from '../source-text.ts';

/** Where front matter stands, as Hugo's page lexer finds it. */
export interface Bounds {
  readonly format: Exclude<FrontMatter['format'], 'none'>;
  readonly start: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  /** Behind the closing delimiter. */
  readonly end: number;
  readonly bodyStart: number;
}

export type Found =
  | { readonly kind: 'found'; readonly bounds: Bounds }
  | { readonly kind: 'none'; readonly bodyStart: number }
  /** The first character promises front matter that does not follow. */
  | {
      readonly kind: 'mistaken';
      readonly format: 'yaml' | 'toml' | 'json';
      readonly start: number;
      readonly bodyStart: number;
    }
  /** It starts and never ends; `bounds` where a YAML document end, `...`, shows what is meant. */
  | {
      readonly kind: 'notClosed';
      readonly format: 'yaml' | 'toml' | 'json';
      readonly start: number;
      readonly bodyStart: number;
      readonly bounds?: Bounds;
    };

/**
 * Finds the front matter. White space before it is skipped, and a byte order mark that is the file's first character.
 * The next character decides and there is no way back: `-` is YAML, `+` TOML, `{` JSON, `#+` Org, anything else no front
 * matter.
 */
export function findFrontMatter(source: string): Found {
  const bodyStart = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let start = bodyStart;
  while (start < source.length && isSpace(source.charCodeAt(start))) start++;
  switch (source[start]) {
    case '-':
      return findDelimited(source, start, bodyStart, { format: 'yaml', fence: '---' });
    case '+':
      return findDelimited(source, start, bodyStart, { format: 'toml', fence: '+++' });
    case '{':
      return findJson(source, start, bodyStart);
    case '#':
      if (source[start + 1] === '+') return { kind: 'found', bounds: findOrg(source, start) };
  }
  return { kind: 'none', bodyStart };
}

/** Where the body of a page begins. */
export function findBodyStart(source: string): number {
  const found = findFrontMatter(source);
  if (found.kind === 'found') return found.bounds.bodyStart;
  return found.kind === 'notClosed' ? (found.bounds?.bodyStart ?? found.bodyStart) : found.bodyStart;
}

interface Delimiter {
  readonly format: 'yaml' | 'toml';
  readonly fence: string;
}

// What follows the opening fence on its line is front matter; the closing fence only has to begin a line, so `---x`
// ends the front matter and gives the body `x`.
function findDelimited(source: string, start: number, bodyStart: number, { format, fence }: Delimiter): Found {
  if (!source.startsWith(fence, start)) return { kind: 'mistaken', format, start, bodyStart };
  const contentStart = skipLineEnd(source, start + fence.length);
  const firstFence = contentStart > start + fence.length ? contentStart : contentStart + 1;
  const contentEnd = findAtLineStart(source, fence, firstFence);
  if (contentEnd >= 0) {
    const end = contentEnd + fence.length;
    return {
      kind: 'found',
      bounds: { format, start, contentStart, contentEnd, end, bodyStart: skipLineEnd(source, end) },
    };
  }
  const dots = format === 'yaml' ? findAtLineStart(source, '...', firstFence) : -1;
  if (dots < 0) return { kind: 'notClosed', format, start, bodyStart };
  const bounds = {
    format,
    start,
    contentStart,
    contentEnd: dots,
    end: dots + 3,
    bodyStart: skipLineEnd(source, dots + 3),
  };
  return { kind: 'notClosed', format, start, bodyStart, bounds };
}

// A lone carriage return ends a line here.
function findAtLineStart(source: string, text: string, from: number): number {
  let at = source.indexOf(text, from);
  while (at > 0 && source[at - 1] !== '\n' && source[at - 1] !== '\r') at = source.indexOf(text, at + 1);
  return at;
}

function skipLineEnd(source: string, at: number): number {
  const next = source[at] === '\r' ? at + 1 : at;
  return source[next] === '\n' ? next + 1 : next;
}

// Braces are counted outside double quotes, and a backslash hides the character behind it, in and outside quotes.
function findJson(source: string, start: number, bodyStart: number): Found {
  if (!beginsObject(source, start)) return { kind: 'mistaken', format: 'json', start, bodyStart };
  let depth = 0;
  let quoted = false;
  for (let at = start; at < source.length; at++) {
    const character = source[at];
    if (character === '\\') at++;
    else if (character === '"') quoted = !quoted;
    else if (character === '{' && !quoted) depth++;
    else if (character === '}' && !quoted) depth--;
    if (depth > 0) continue;
    const end = at + 1;
    const bounds = { start, contentStart: start, contentEnd: end, end, bodyStart: skipLineEnd(source, end) };
    return { kind: 'found', bounds: { format: 'json', ...bounds } };
  }
  return { kind: 'notClosed', format: 'json', start, bodyStart };
}

// `{{< x >}}` or `{.lead}` at the start of a page is read as JSON by Hugo, and refused.
function beginsObject(source: string, start: number): boolean {
  let at = start + 1;
  while (at < source.length && isSpace(source.charCodeAt(at))) at++;
  return at === source.length || source[at] === '"' || source[at] === '}';
}

function findOrg(source: string, start: number): Bounds {
  let end = start;
  while (source.startsWith('#+', end)) {
    const lineEnd = source.indexOf('\n', end);
    end = lineEnd < 0 ? source.length : lineEnd + 1;
  }
  return { format: 'org', start, contentStart: start, contentEnd: end, end, bodyStart: end };
}
