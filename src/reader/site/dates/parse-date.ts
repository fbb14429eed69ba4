import type { FieldValue } from '../../../model/page.ts';
import type { CivilTime } from './go-date.ts';
import { dateFromDays, daysFromEpoch, MONTHS } from './go-date.ts';

/**
 * Reads a date of front matter as Hugo does: RFC 3339 with or without zone, a date alone, Unix seconds, and the mail and
 * log formats that Go's standard library names. `undefined` for what Hugo cannot read either, such as `Jan 2, 2024`.
 */
export function parseDate(value: FieldValue): CivilTime | undefined {
  switch (value.type) {
    case 'integer':
      return fromUnixSeconds(value.value);
    case 'text':
    case 'date':
      return parseDateText(value.value.trim());
    default:
      return undefined;
  }
}

/** A date of the year 1 is Go's zero time, which Hugo treats as no date. */
export const isZeroDate = (time: CivilTime): boolean => time.year <= 1;

export function parseDateText(text: string): CivilTime | undefined {
  const match = ISO.exec(text);
  if (match) return fromParts(match.groups ?? {});
  const named = DAY_MONTH_YEAR.exec(text) ?? LOG_STYLE.exec(text);
  if (!named?.groups) return undefined;
  const month = MONTHS.findIndex((name) => name.slice(0, 3) === named.groups?.['month']) + 1;
  if (month === 0) return undefined;
  return fromParts({ ...named.groups, month: String(month) });
}

/** 2006-01-02, with a time behind `T` or a space, with a zone behind that. */
const ISO =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:[T ](?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})(?:[.,]\d+)?(?: ?(?<zone>Z|[+-]\d{2}:?\d{2})(?: [A-Z]{3,4})?)?)?$/;
/** RFC 1123, RFC 822 and RFC 850 dates, and `02 Jan 2006`. */
const DAY_MONTH_YEAR =
  /^(?:[A-Z][a-z]{2,8}, )?(?<day>\d{2})[ -](?<month>[A-Z][a-z]{2})[ -](?<year>\d{4}|\d{2})(?: (?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))? (?<zone>[+-]\d{4}|[A-Z]{3,4}))?$/;
/** Go's ANSIC, UnixDate and RubyDate: Mon Jan _2 15:04:05 MST 2006. */
const LOG_STYLE =
  /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) [ ]?(?<day>\d{1,2}) (?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2}) (?:(?<zone>[+-]\d{4}|[A-Z]{3,4}) )?(?<year>\d{4})$/;

function fromParts(parts: Record<string, string | undefined>): CivilTime | undefined {
  const number = (name: string): number => Number(parts[name] ?? 0);
  const year = number('year');
  const time = {
    // Two digits as Go reads them: 69 and later are of the 20th century.
    year: parts['year']?.length === 2 ? year + (year >= 69 ? 1900 : 2000) : year,
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  };
  if (!isOnCalendar(time)) return undefined;
  const offset = offsetOf(parts['zone']);
  return offset === undefined ? time : { ...time, offset };
}

function isOnCalendar({ year, month, day, hour, minute, second }: CivilTime): boolean {
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return false;
  return dateFromDays(daysFromEpoch(year, month, day)).month === month;
}

/** Minutes east of UTC. Go knows the offset of no zone by its letters alone, and takes it as UTC. */
function offsetOf(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined;
  const sign = zone.startsWith('-') ? -1 : 1;
  if (!zone.startsWith('+') && sign > 0) return 0;
  const digits = zone.slice(1).replace(':', '');
  return sign * (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2)));
}

function fromUnixSeconds(seconds: number): CivilTime {
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  return {
    ...dateFromDays(days),
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: Math.floor(rest % 60),
    offset: 0,
  };
}
