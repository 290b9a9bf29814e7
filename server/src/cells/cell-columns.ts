import { pickLists, type Ragged } from './ragged.ts';

/** What a cell holds, laid out by column: row `i` of each is one combination of members. */
export interface CellColumns {
  readonly rows: number;
  /** The cell's members of each dimension, in the order of their numbers. */
  readonly members: readonly (readonly string[])[];
  /** Member number per dimension and row. */
  readonly codes: readonly Uint16Array[];
  readonly counts: readonly Float64Array[];
  /** Sorted runs per row. */
  readonly runs: readonly Ragged[];
  readonly spans: SpanColumns | null;
}

/** Dated spans per row, in the order they started. Days count from 1970-01-01. */
export interface SpanColumns {
  readonly startDay: Ragged;
  /** Days from start to end; `OPEN` where there is no end yet. Negative where the source ends before it starts. */
  readonly lengthDays: Ragged;
}

/** The same cell with some of its rows only. */
export function pickRows(columns: CellColumns, rows: readonly number[]): CellColumns {
  if (rows.length === columns.rows) return columns;
  const { spans } = columns;
  return {
    rows: rows.length,
    members: columns.members,
    codes: columns.codes.map((of) => pickCodes(of, rows)),
    counts: columns.counts.map((of) => pickCounts(of, rows)),
    runs: columns.runs.map((of) => pickLists(of, rows)),
    spans: spans && {
      startDay: pickLists(spans.startDay, rows),
      lengthDays: pickLists(spans.lengthDays, rows),
    },
  };
}

export function pickCodes(codes: Uint16Array, rows: readonly number[]): Uint16Array {
  const picked = new Uint16Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = codes[rows[i]];
  return picked;
}

function pickCounts(counts: Float64Array, rows: readonly number[]): Float64Array {
  const picked = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) picked[i] = counts[rows[i]];
  return picked;
}
