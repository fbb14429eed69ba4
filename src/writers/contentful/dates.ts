/**
 * A date as Hugo accepts it, in the ISO 8601 form that Contentful's Date fields take, or nothing. The precision and the zone are
 * the author's: a date without a time gets none, a time without a zone gets none.
 */
export function isoDate(text: string): string | undefined {
  if (text.length > LONGEST) return undefined;
  const found = DATE.exec(text.trim());
  if (!found) return undefined;
  const [, year = '', month = '', day = '', hour, minute, second, fraction, zone] = found;
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  const date = `${year}-${month}-${day}`;
  if (hour === undefined || minute === undefined) return date;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const offset = zone === undefined ? '' : isoZone(zone);
  return `${date}T${hour}:${minute}:${second ?? '00'}${fraction ?? ''}${offset}`;
}

// `2024-01-02`, with a time behind `T` or white space; seconds, fractions and zone (`Z`, `+01:00`, ` +0100 CET`) may be missing.
const DATE =
  /^(\d{4})-(\d{2})-(\d{2})(?:(?:[Tt]|[ \t]+)(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?[ \t]*([Zz]|UTC|GMT|[+-]\d{2}:?\d{2})?(?:[ \t]+[A-Z]{3,4})?)?$/;
const LONGEST = 48;

function isoZone(zone: string): string {
  if (zone.length <= 3 && !/\d/.test(zone)) return 'Z';
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}

/** Whether a calendar has that day; years before 1 are none. */
function isDay(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day <= days;
}
