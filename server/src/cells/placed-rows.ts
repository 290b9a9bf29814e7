import type { CellColumns } from './cell-columns.ts';
import { monthOfDay } from './day-month.ts';
import type { LoadedCell } from './loaded-cell.ts';
import { OPEN } from './tuple.ts';

/** Rows of a cell, each with the month (by index) it counts in. */
export interface PlacedRows {
  readonly areaCode: string;
  readonly columns: CellColumns;
  readonly months: Int32Array;
}

/** A cell's rows in the month they started in, which is the cell's own. */
export function placeByStart({ areaCode, monthIndex, columns }: LoadedCell): PlacedRows {
  return { areaCode, columns, months: new Int32Array(columns.rows).fill(monthIndex) };
}

/** One row per month in which spans of a row end, with their number as its only count. Open spans are in none. */
export function placeByEnd({ areaCode, columns }: LoadedCell): PlacedRows {
  const rows: number[] = [];
  const months: number[] = [];
  const counts: number[] = [];
  for (let row = 0; row < columns.rows; row++) {
    for (const [month, count] of endsOf(columns, row)) {
      rows.push(row);
      months.push(month);
      counts.push(count);
    }
  }
  const codes = columns.codes.map((of) => pick(of, rows));
  const ended = { rows: rows.length, codes, counts: [Float64Array.from(counts)], runs: [], spans: null };
  return { areaCode, columns: { ...columns, ...ended }, months: Int32Array.from(months) };
}

function pick(codes: Uint16Array, rows: readonly number[]): Uint16Array {
  const picked = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = codes[rows[i]];
  return picked;
}

function endsOf({ spans }: CellColumns, row: number): Map<number, number> {
  const counts = new Map<number, number>();
  if (!spans) return counts;
  const { starts, values: startDay } = spans.startDay;
  const lengthDays = spans.lengthDays.values;
  for (let i = starts[row]; i < starts[row + 1]; i++) {
    if (lengthDays[i] === OPEN) continue;
    const month = monthOfDay(startDay[i] + lengthDays[i]);
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  return counts;
}
