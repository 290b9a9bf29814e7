/**
 * Calendar arithmetic without a clock or a zone: days since 1970-01-01, months and financial years.
 * Dates are `YYYY-MM-DD`, months `YYYY-MM`, financial years `YYYY/YY` (April to March).
 */

const dayMs = 86_400_000;
const dateNames = new Map<number, string>();
const dayNumbers = new Map<string, number>();
const monthNames = new Map<number, string>();
const monthNumbers = new Map<string, number>();

/** A date or month that does not exist or is not in the ISO form. */
export class CalendarError extends RangeError {}

/** `2024-02-29` → days since 1970-01-01. @throws CalendarError when the date does not exist. */
export function dayNumber(date: string): number {
  const known = dayNumbers.get(date);
  if (known !== undefined) return known;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  const ms = parts ? Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3])) : Number.NaN;
  if (Number.isNaN(ms) || new Date(ms).getUTCDate() !== Number(parts?.[3])) {
    throw new CalendarError(`"${date}" is not a date. Write it as YYYY-MM-DD, for example 2023-11-30.`);
  }
  dayNumbers.set(date, ms / dayMs);
  return ms / dayMs;
}

/** Days since 1970-01-01 → `2024-02-29`. */
export function dayName(day: number): string {
  const known = dateNames.get(day);
  if (known !== undefined) return known;
  const name = new Date(day * dayMs).toISOString().slice(0, 10);
  dateNames.set(day, name);
  return name;
}

/** Whole days from one date to another; 2024-02-28 to 2024-03-01 is 2. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** Monday = 1 … Sunday = 7 (ISO 8601). */
export function isoWeekday(date: string): number {
  // 1970-01-01 was a Thursday.
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Months since January of year 0: `2023-11` → 24286. @throws CalendarError. */
export function monthNumber(month: string): number {
  const known = monthNumbers.get(month);
  if (known !== undefined) return known;
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  if (!parts) throw new CalendarError(`"${month}" is not a month. Write it as YYYY-MM, for example 2023-11.`);
  const number = Number(parts[1]) * 12 + Number(parts[2]) - 1;
  monthNumbers.set(month, number);
  return number;
}

/** Months since January of year 0 → `2023-11`. */
export function monthName(number: number): string {
  const known = monthNames.get(number);
  if (known !== undefined) return known;
  const year = Math.floor(number / 12);
  const name = `${String(year).padStart(4, '0')}-${String(number - year * 12 + 1).padStart(2, '0')}`;
  monthNames.set(number, name);
  return name;
}

/** `addMonths('2023-11', 3)` → `2024-02`. */
export function addMonths(month: string, count: number): string {
  return monthName(monthNumber(month) + count);
}

/** Every month from the first to the last, both included; empty when the last is earlier. */
export function monthRange(first: string, last: string): string[] {
  const start = monthNumber(first);
  return Array.from({ length: Math.max(0, monthNumber(last) - start + 1) }, (_, i) => monthName(start + i));
}

/** Number of days in a month. */
export function daysInMonth(month: string): number {
  return daysBetween(`${month}-01`, `${addMonths(month, 1)}-01`);
}

/** Financial year, April to March, of a month or a date: `2024-03-31` → `2023/24`. */
export function financialYear(monthOrDate: string): string {
  const month = monthNumber(monthOrDate.slice(0, 7));
  const year = Math.floor((month - 3) / 12);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
