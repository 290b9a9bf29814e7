/**
 * Local readings of UTC instants in Europe/London, and back (specification section G). Instants are UTC
 * milliseconds since 1970; years 1900 to 2100. Elapsed time is the difference of two instants, never of two
 * local readings: March is an hour short and October an hour long.
 */
import { CalendarError, dayName, dayNumber, monthName, monthNumber } from './calendar.ts';
import { readOffsetTable } from './transitions.ts';

const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
const { startUtcMs, offsetMinutes, endUtcMs } = readOffsetTable();
const firstUtcMs = startUtcMs[0] ?? 0;
let lastHit = 0;

/** Minutes the London clock is ahead of UTC at an instant: 0, or 60 in summer time. @throws CalendarError. */
export function londonOffsetMinutes(utcMs: number): number {
  if (!(utcMs >= firstUtcMs && utcMs < endUtcMs)) {
    throw new CalendarError(`The instant ${utcMs} ms is not within the years 1900 to 2100.`);
  }
  if (utcMs < at(startUtcMs, lastHit) || utcMs >= (startUtcMs[lastHit + 1] ?? endUtcMs))
    lastHit = findSpan(utcMs);
  return at(offsetMinutes, lastHit);
}

/** Local wall-clock reading, encoded as if it were UTC milliseconds. */
export function londonLocalMs(utcMs: number): number {
  return utcMs + londonOffsetMinutes(utcMs) * minuteMs;
}

/** Local date as days since 1970-01-01. */
export function londonDayNumber(utcMs: number): number {
  return Math.floor(londonLocalMs(utcMs) / dayMs);
}

/** Local date: the instant 2023-06-30T23:30:00Z → `2023-07-01`. */
export function londonDate(utcMs: number): string {
  return dayName(londonDayNumber(utcMs));
}

/** Local month: the instant 2023-06-30T23:30:00Z → `2023-07`. */
export function londonMonth(utcMs: number): string {
  return londonDate(utcMs).slice(0, 7);
}

/** Local hour, 0 to 23. */
export function londonHour(utcMs: number): number {
  return Math.floor((londonLocalMs(utcMs) % dayMs) / hourMs + 24) % 24;
}

/** Local reading `YYYY-MM-DDTHH:MM:SS`. */
export function londonReading(utcMs: number): string {
  return new Date(londonLocalMs(utcMs)).toISOString().slice(0, 19);
}

/**
 * The instants (UTC milliseconds, earliest first) at which London clocks show a reading
 * `YYYY-MM-DDTHH:MM[:SS[.sss]]` (a space may stand for the T): none in the hour missing in March, two in the
 * hour repeated in October, else one. @throws CalendarError when the reading is not a date and time.
 */
export function localToUtc(reading: string): number[] {
  const parts = /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d(?:\.\d{1,3})?))?$/.exec(
    reading,
  );
  if (!parts) {
    throw new CalendarError(`"${reading}" is not a date and time. Write it as 2023-11-30T14:05:00.`);
  }
  const [, date = '', hour, minute, second = '0'] = parts;
  const seconds = Math.round(Number(second) * 1000);
  return localMsToUtc(dayNumber(date) * dayMs + Number(hour) * hourMs + Number(minute) * minuteMs + seconds);
}

/** As `localToUtc`, for a reading encoded as if it were UTC milliseconds. */
export function localMsToUtc(localMs: number): number[] {
  const around = findSpan(localMs);
  if (isFarFromChange(localMs, around)) return [localMs - at(offsetMinutes, around) * minuteMs];
  const candidates: number[] = [];
  for (let span = Math.max(0, around - 1); span <= around + 1 && span < startUtcMs.length; span++) {
    const utcMs = localMs - at(offsetMinutes, span) * minuteMs;
    if (utcMs >= at(startUtcMs, span) && utcMs < (startUtcMs[span + 1] ?? endUtcMs)) candidates.push(utcMs);
  }
  return candidates.sort((a, b) => a - b);
}

/** The instants between which a local date runs, half-open. */
export function dayBounds(date: string): { startUtcMs: number; endUtcMs: number } {
  const day = dayNumber(date);
  return { startUtcMs: startOfDay(day), endUtcMs: startOfDay(day + 1) };
}

/** The instants between which a local month runs, half-open. `2023-03` lasts 2,674,800 s. */
export function monthBounds(month: string): { startUtcMs: number; endUtcMs: number } {
  const next = monthName(monthNumber(month) + 1);
  return { startUtcMs: startOfDay(dayNumber(`${month}-01`)), endUtcMs: startOfDay(dayNumber(`${next}-01`)) };
}

/** Seconds that really pass between two instants, whatever the clocks did in between. */
export function elapsedSeconds(startUtcMs: number, endUtcMs: number): number {
  return (endUtcMs - startUtcMs) / 1000;
}

function startOfDay(day: number): number {
  // Midnight has never been skipped in London; where a day began twice (1968 to 1971 rules) the first counts.
  const [first] = localMsToUtc(day * dayMs);
  if (first === undefined) throw new CalendarError(`${dayName(day)} is not within the years 1900 to 2100.`);
  return first;
}

/** True where every clock within a day of the reading keeps one offset, so that it names just one instant. */
function isFarFromChange(localMs: number, span: number): boolean {
  return localMs - dayMs >= at(startUtcMs, span) && localMs + dayMs < (startUtcMs[span + 1] ?? endUtcMs);
}

function findSpan(utcMs: number): number {
  let low = 0;
  let high = startUtcMs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (at(startUtcMs, middle) <= utcMs) low = middle;
    else high = middle - 1;
  }
  return low;
}

function at(table: ArrayLike<number>, index: number): number {
  return table[index] ?? 0;
}
