import type { Ragged } from './ragged.ts';

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
