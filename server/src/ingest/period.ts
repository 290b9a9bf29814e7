import { addMonths, dayName, dayNumber, daysInMonth, monthRange } from '../stats/time/calendar.ts';
import { isDate, isMonth } from './columns/dates.ts';

/** A month, a quarter or a year, by its name on the wire. */
export interface NamedPeriod {
  /** `2023-11`, `2023/24-Q3`, `2023/24`. */
  name: string;
  months: string[];
}

/**
 * Reads a period of a return: `2023-11`, `2023/24-Q3` (financial), `2023-Q3` (calendar), `2023/24`; a dash may
 * stand for the slash. Null where it is none of these.
 */
export function parsePeriod(text: string): NamedPeriod | null {
  if (isMonth(text)) return { name: text, months: [text] };
  const calendar = /^((?:19|20)\d{2})-Q([1-4])$/i.exec(text);
  if (calendar) return quarterFrom(`${calendar[1]}-${String(Number(calendar[2]) * 3 - 2).padStart(2, '0')}`);
  const financial = /^((?:19|20)\d{2})[/-](\d{2})(?:-Q([1-4]))?$/i.exec(text);
  if (!financial || (Number(financial[1]) + 1) % 100 !== Number(financial[2])) return null;
  const april = `${financial[1]}-04`;
  if (financial[3] !== undefined) return quarterFrom(addMonths(april, Number(financial[3]) * 3 - 3));
  return { name: yearName(april), months: monthRange(april, addMonths(april, 11)) };
}

/** Months a batch is the truth for; `heldTo` is its last day, within the last month where that is in progress. */
export interface Covers {
  from: string;
  to: string;
  heldTo: string;
}

/** Reads `2023-04..2023-11`, `2023-11`, or `2023-04..2023-11-15` (November held to the 15th). Null otherwise. */
export function parseCovers(text: string): Covers | null {
  const [from, end = from, ...rest] = text.split('..').map((part) => part.trim());
  if (!isMonth(from) || rest.length > 0 || !(isMonth(end) || isDate(end))) return null;
  const to = end.slice(0, 7);
  return to < from ? null : { from, to, heldTo: isDate(end) ? end : lastDay(to) };
}

/** Last day of a month: `2024-02` → `2024-02-29`. */
export function lastDay(month: string): string {
  return `${month}-${daysInMonth(month)}`;
}

/** `addDays('2023-11-30', 1)` → `2023-12-01`. */
export function addDays(date: string, days: number): string {
  return dayName(dayNumber(date) + days);
}

function quarterFrom(first: string): NamedPeriod {
  const month = Number(first.slice(5, 7));
  const april = month >= 4 ? `${first.slice(0, 4)}-04` : `${Number(first.slice(0, 4)) - 1}-04`;
  const quarter = month >= 4 ? (month - 1) / 3 : 4;
  return { name: `${yearName(april)}-Q${quarter}`, months: monthRange(first, addMonths(first, 2)) };
}

function yearName(april: string): string {
  const year = Number(april.slice(0, 4));
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}
