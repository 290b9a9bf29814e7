import { districts, lpas } from '../places.ts';
import type { Row } from './read-back.ts';

const lpaOf = new Map<string, string>(districts.map(({ code, lpaIndex }) => [code, lpas[lpaIndex]]));

/** Rows whose month column lies in a span of months, both included. */
export function within(rows: Row[], column: string, from: string, to: string): Row[] {
  return rows.filter((row) => row[column].slice(0, 7) >= from && row[column].slice(0, 7) <= to);
}

/** Rows of a local policing area. */
export function inArea(rows: Row[], lpa: (typeof lpas)[number]): Row[] {
  return rows.filter((row) => lpaOf.get(row.area_code) === lpa);
}

export function share(rows: Row[], test: (row: Row) => boolean): number {
  return rows.filter(test).length / rows.length;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}

/** Minutes between two stamps of the rows that have both and were not deferred. */
export function waits(rows: Row[], start: string, end: string): number[] {
  return rows
    .filter((row) => row[start] !== '' && row[end] !== '' && row.deferred_by_victim === 'false')
    .map((row) => (Date.parse(row[end]) - Date.parse(row[start])) / 60_000);
}

export const isDomestic = (row: Row): boolean => row.domestic_abuse === 'true';

/** Outcome type without its sub-code. */
export function outcomeOf(row: Row): string {
  return row.outcome_type.replace(/[A-Z]$/, '');
}

/** Days from one date column to another, or NaN. */
export function daysBetween(row: Row, from: string, to: string): number {
  return (Date.parse(row[to]) - Date.parse(row[from])) / 86_400_000;
}
