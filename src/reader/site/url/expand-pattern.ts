/** Permalink patterns such as `/:year/:month/:slug/`. */
import type { CivilTime } from '../dates/go-date.ts';
import type { PathRules } from './path-text.ts';
import { dayOfYear, formatGoDate, MONTHS, WEEKDAYS, weekdayOf } from '../dates/go-date.ts';
import { unescapeQuery, urlize } from './path-text.ts';

/** What a pattern can ask of a page. */
export interface PatternPage {
  readonly title: string;
  readonly slug: string;
  /** Go's zero time where the page has no date. */
  readonly date: CivilTime;
  /** First folder of the path. */
  readonly section: string;
  /** The path of the section that the page is in, part by part. */
  readonly sections: readonly string[];
  /** The slug, or else title, of each of these. */
  readonly sectionSlugs: readonly string[];
  /** The file's name without extension and language; the folder's name for a bundle, empty for `_index`. */
  readonly fileName: string;
  readonly contentBaseName: string;
}

export const ZERO_TIME: CivilTime = { year: 1, month: 1, day: 1, hour: 0, minute: 0, second: 0, offset: 0 };

type Token = (page: PatternPage, rules: PathRules) => string;

const pad = (value: number): string => String(value).padStart(2, '0');
const slugOrTitle: Token = (page, rules) => urlize(page.slug || titlePart(page.title), rules);

/** A slash in a title does not make a folder; one in a slug does. */
export const titlePart = (title: string): string => title.replaceAll(/[/\\]/g, '-');

const TOKENS: ReadonlyMap<string, Token> = new Map<string, Token>([
  ['year', ({ date }) => String(date.year)],
  ['month', ({ date }) => pad(date.month)],
  ['monthname', ({ date }) => MONTHS[date.month - 1] ?? ''],
  ['day', ({ date }) => pad(date.day)],
  ['weekday', ({ date }) => String(weekdayOf(date))],
  ['weekdayname', ({ date }) => WEEKDAYS[weekdayOf(date)] ?? ''],
  ['yearday', ({ date }) => String(dayOfYear(date))],
  ['section', (page) => page.section],
  ['sectionslug', (page, rules) => urlize(page.sectionSlugs[0] ?? '', rules)],
  ['sections', (page) => page.sections.join('/')],
  ['sectionslugs', (page, rules) => page.sectionSlugs.map((slug) => urlize(slug, rules)).join('/')],
  ['title', (page, rules) => urlize(titlePart(page.title), rules)],
  ['slug', slugOrTitle],
  ['slugorfilename', (page, rules) => urlize(page.slug || page.fileName, rules)],
  ['filename', (page, rules) => urlize(page.fileName, rules)],
  ['contentbasename', (page, rules) => urlize(page.contentBaseName, rules)],
  ['slugorcontentbasename', (page, rules) => urlize(page.slug || page.contentBaseName, rules)],
]);

interface Piece {
  readonly text: string;
  readonly token?: Token;
}

/** Whether every `:name` of a pattern is one that Hugo knows. */
export const isPattern = (pattern: string): boolean => parsePattern(pattern) !== undefined;

/** The path that a pattern makes for a page; `undefined` for a pattern that Hugo does not know. */
export function expandPattern(pattern: string, page: PatternPage, rules: PathRules): string | undefined {
  const pieces = parsePattern(pattern);
  if (!pieces) return undefined;
  return unescapeQuery(pieces.map(({ text, token }) => (token ? token(page, rules) : text)).join(''));
}

/** `\:` is a colon; a name is letters, digits and `_`, with a slice such as `[1:]` behind some, or a layout such as `2006-01`. */
function parsePattern(pattern: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let text = '';
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '\\' && pattern.charAt(at + 1) === ':') {
      text += ':';
      at++;
      continue;
    }
    const name = character === ':' ? NAME.exec(pattern.slice(at + 1))?.[0] : undefined;
    if (name === undefined) {
      text += character;
      continue;
    }
    const token = tokenFor(name);
    if (!token) return undefined;
    pieces.push({ text }, { text: name, token });
    text = '';
    at += name.length;
  }
  return [...pieces, { text }];
}

const NAME = /^\w+(?:\[[^\]]+\])?/;

function tokenFor(name: string): Token | undefined {
  const token = TOKENS.get(name);
  if (token) return token;
  const open = name.indexOf('[');
  const slice = name
    .slice(open + 1, -1)
    .trim()
    .toLowerCase();
  if (name.startsWith('sections[')) return (page) => cut(page.sections, slice).join('/');
  if (name.startsWith('sectionslugs[')) {
    return (page, rules) =>
      cut(page.sectionSlugs, slice)
        .map((slug) => urlize(slug, rules))
        .join('/');
  }
  return formatGoDate(name, PROBE) === undefined ? undefined : ({ date }) => formatGoDate(name, date) ?? '';
}

const PROBE: CivilTime = { year: 2019, month: 11, day: 9, hour: 23, minute: 1, second: 42 };

/** `[1]`, `[last]`, `[1:]`, `[:2]`, `[1:last]`; beyond the end there is nothing. */
function cut(parts: readonly string[], slice: string): readonly string[] {
  const colon = slice.indexOf(':');
  const place = (text: string, fallback: number): number => {
    if (text === '') return fallback;
    return text === 'last' ? parts.length - 1 : Math.max(0, Number.parseInt(text, 10) || 0);
  };
  if (colon < 0) return parts.slice(place(slice, 0)).slice(0, 1);
  return parts.slice(place(slice.slice(0, colon), 0), place(slice.slice(colon + 1), parts.length));
}
