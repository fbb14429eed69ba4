/** Dates in Go's manner: a layout is an example, the reference time Mon Jan 2 15:04:05 -0700 2006. */

/** A point in time as its author wrote it: the clock on the wall, and how far that is from UTC if the text says so. */
export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** Minutes east of UTC; absent where the text names no zone. */
  readonly offset?: number;
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
export const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** Days between 1970-01-01 and a date. */
export function daysFromEpoch(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719468;
}

/** The date that is `days` after 1970-01-01. */
export function dateFromDays(days: number): { year: number; month: number; day: number } {
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
}

export const weekdayOf = (time: CivilTime): number =>
  (((daysFromEpoch(time.year, time.month, time.day) + 4) % 7) + 7) % 7;

export const dayOfYear = (time: CivilTime): number =>
  daysFromEpoch(time.year, time.month, time.day) - daysFromEpoch(time.year, 1, 1) + 1;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const clockHour = (hour: number): number => hour % 12 || 12;

/** What each element of a layout stands for; longer ones first, as `January` begins with `Jan`. */
const ELEMENTS: readonly (readonly [example: string, write: (time: CivilTime) => string])[] = [
  ['January', (time) => MONTHS[time.month - 1] ?? ''],
  ['Jan', (time) => (MONTHS[time.month - 1] ?? '').slice(0, 3)],
  ['Monday', (time) => WEEKDAYS[weekdayOf(time)] ?? ''],
  ['Mon', (time) => (WEEKDAYS[weekdayOf(time)] ?? '').slice(0, 3)],
  ['MST', () => 'UTC'],
  ['2006', (time) => pad(time.year, 4)],
  ['002', (time) => pad(dayOfYear(time), 3)],
  ['01', (time) => pad(time.month)],
  ['02', (time) => pad(time.day)],
  ['03', (time) => pad(clockHour(time.hour))],
  ['04', (time) => pad(time.minute)],
  ['05', (time) => pad(time.second)],
  ['06', (time) => pad(time.year % 100)],
  ['15', (time) => pad(time.hour)],
  ['PM', (time) => (time.hour < 12 ? 'AM' : 'PM')],
  ['pm', (time) => (time.hour < 12 ? 'am' : 'pm')],
  ['1', (time) => String(time.month)],
  ['2', (time) => String(time.day)],
  ['3', (time) => String(clockHour(time.hour))],
  ['4', (time) => String(time.minute)],
  ['5', (time) => String(time.second)],
];

/** Writes a time by a layout; `undefined` where the layout has no element of a time in it. */
export function formatGoDate(layout: string, time: CivilTime): string | undefined {
  let text = '';
  let found = false;
  for (let at = 0; at < layout.length;) {
    const element = ELEMENTS.find(([example]) => layout.startsWith(example, at));
    if (element) {
      text += element[1](time);
      at += element[0].length;
      found = true;
    } else {
      text += layout.charAt(at++);
    }
  }
  return found ? text : undefined;
}
