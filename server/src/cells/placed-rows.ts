import { type CellColumns, pickCodes } from './cell-columns.ts';
import { monthOfDay } from './day-month.ts';
import { OPEN } from './tuple.ts';

/** Rows of a cell with the area they count in, each with the month (by index) it counts in. */
export interface PlacedRows {
  readonly areaCode: string;
  readonly columns: CellColumns;
  readonly months: Int32Array;
}

type Dated = Omit<PlacedRows, 'areaCode'>;

/** A cell's rows in the month they started in, which is the cell's own. */
export function placeByStart(month: number, columns: CellColumns): Dated {
  return { columns, months: new Int32Array(columns.rows).fill(month) };
}

/** One row per month in which spans of a row end, with their number as its only count. Open spans are in none. */
export function placeByEnd(columns: CellColumns): Dated {
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
  const codes = columns.codes.map((of) => pickCodes(of, rows));
  const ended = { rows: rows.length, codes, counts: [Float64Array.from(counts)], runs: [], spans: null };
  return { columns: { ...columns, ...ended }, months: Int32Array.from(months) };
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
