/** Which of a page's fields, or its file's name, gives each of its dates. */
import type { Field } from '../../../model/page.ts';
import type { DateSettings } from '../config/settings.ts';
import type { CivilTime } from '../dates/go-date.ts';
import type { FieldsByName } from './page-facts.ts';
import { asText } from '../config/values.ts';
import { isZeroDate, parseDate, parseDateText } from '../dates/parse-date.ts';

export interface PageDates {
  readonly date?: CivilTime;
  readonly lastmod?: CivilTime;
  readonly publishDate?: CivilTime;
  readonly expiryDate?: CivilTime;
  /** The slug that a file name such as `2024-06-07-launch` brings, if the page has none of its own. */
  readonly slug?: string;
  /** Fields that hold no date that Hugo can read. */
  readonly unreadable: readonly Field[];
}

/** `baseName` is the file's name without extension and language, or the folder's of a bundle. */
export function readPageDates(fields: FieldsByName, baseName: string, settings: DateSettings): PageDates {
  const unreadable = new Set<Field>();
  let slug: string | undefined;
  const find = (sources: readonly string[]): CivilTime | undefined => {
    for (const source of sources) {
      if (source === ':filename') {
        const named = dateOfName(baseName);
        if (!named) continue;
        slug = named.slug;
        return named.date;
      }
      const field = fields.get(source);
      if (!field || isEmpty(field) || isFlag(field)) continue;
      const time = parseDate(field.value);
      if (!time) unreadable.add(field);
      else if (!isZeroDate(time)) return time;
    }
    return undefined;
  };
  const date = find(settings.date);
  const lastmod = find(settings.lastmod);
  const publishDate = find(settings.publishDate);
  const expiryDate = find(settings.expiryDate);
  return {
    ...(date && { date }),
    ...(lastmod && { lastmod }),
    ...(publishDate && { publishDate }),
    ...(expiryDate && { expiryDate }),
    ...(slug !== undefined && { slug }),
    unreadable: [...unreadable],
  };
}

const isEmpty = ({ value }: Field): boolean => value.type === 'null' || asText(value) === '';

/** `published` may also be true or false. */
const isFlag = ({ name, value }: Field): boolean => name === 'published' && value.type === 'boolean';

/** The first ten characters are the date, what follows the slug. */
function dateOfName(name: string): { date: CivilTime; slug: string } | undefined {
  const date = name.length < 10 ? undefined : parseDateText(name.slice(0, 10));
  return date && { date, slug: trimMarks(name.slice(10)) };
}

function trimMarks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && MARKS.has(text.charAt(start))) start++;
  while (end > start && MARKS.has(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const MARKS = new Set([' ', '-', '_']);
