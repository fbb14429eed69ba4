import type { CivilTime } from './go-date.ts';
import { daysFromEpoch } from './go-date.ts';

const MINUTE = 60_000;

/**
 * Milliseconds since 1970 of a time. One that names no zone is in `timeZone`, the site's or language's; an unknown zone is
 * UTC.
 */
export function instantOf(time: CivilTime, timeZone: string): number {
  const { year, month, day, hour, minute, second, offset } = time;
  const wall = ((daysFromEpoch(year, month, day) * 24 + hour) * 60 + minute) * MINUTE + second * 1000;
  if (offset !== undefined) return wall - offset * MINUTE;
  if (timeZone === '' || timeZone === 'UTC') return wall;
  // The offset at the instant itself; a second look settles times beside a change of the clocks.
  const guess = wall - offsetAt(timeZone, wall);
  return wall - offsetAt(timeZone, guess);
}

const FORMATS = new Map<string, Intl.DateTimeFormat | undefined>();

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(timeZone: string, instant: number): number {
  const format = formatFor(timeZone);
  if (!format) return 0;
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const days = daysFromEpoch(part('year'), part('month'), part('day'));
  const wall = ((days * 24 + part('hour')) * 60 + part('minute')) * MINUTE + part('second') * 1000;
  return wall - Math.floor(instant / 1000) * 1000;
}

/** Whether the platform knows a time zone. */
export const isTimeZone = (name: string): boolean => name === '' || formatFor(name) !== undefined;

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  if (FORMATS.has(timeZone)) return FORMATS.get(timeZone);
  const format = createFormat(timeZone);
  FORMATS.set(timeZone, format);
  return format;
}

function createFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  const numeric = 'numeric';
  const shape = {
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  } as const;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', hourCycle: 'h23', ...shape });
  } catch (cause) {
    // The one way to ask whether a zone is known is to ask for it.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
