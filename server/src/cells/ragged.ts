import { countWithin } from './runs.ts';

/** Lists of whole numbers, one per row, laid end to end. */
export class Ragged {
  readonly values: Int32Array;
  /** Where each row's list begins in `values`, and, last, where the last one ends. */
  readonly starts: Int32Array;

  constructor(values: Int32Array, starts: Int32Array) {
    this.values = values;
    this.starts = starts;
  }

  /** A row's list: a view, not a copy. */
  at(row: number): Int32Array {
    return this.values.subarray(this.starts[row], this.starts[row + 1]);
  }

  /** How many of a row's values, which are sorted, are at most `limit`. */
  countWithin(row: number, limit: number): number {
    const start = this.starts[row];
    return countWithin(this.values, limit, start, this.starts[row + 1]) - start;
  }

  lengthAt(row: number): number {
    return this.starts[row + 1] - this.starts[row];
  }

  get rows(): number {
    return this.starts.length - 1;
  }
}

/** Gathers lists row by row. */
export class RaggedBuilder {
  readonly #values: number[] = [];
  readonly #starts: number[] = [0];

  push(value: number): void {
    this.#values.push(value);
  }

  endRow(): void {
    this.#starts.push(this.#values.length);
  }

  finish(): Ragged {
    return new Ragged(Int32Array.from(this.#values), Int32Array.from(this.#starts));
  }
}

/**
 * Lists put together into fewer rows: those of source row `i` go to row `into[i]`, and each list is sorted where
 * that is asked for. Cost: the values, and sorting those that came in several parts.
 */
export function regroup(sources: readonly Ragged[], into: Int32Array, rows: number, sort: boolean): Ragged {
  const lengths = new Int32Array(rows);
  eachRow(sources, into, (source, row, to) => {
    lengths[to] += source.lengthAt(row);
  });
  const starts = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) starts[row + 1] = starts[row] + lengths[row];
  const values = new Int32Array(starts[rows]);
  const filled = starts.slice(0, rows);
  const inParts = new Uint8Array(rows);
  eachRow(sources, into, ({ values: from, starts: at }, row, to) => {
    if (at[row] === at[row + 1]) return;
    if (filled[to] > starts[to]) inParts[to] = 1;
    for (let i = at[row]; i < at[row + 1]; i++) values[filled[to]++] = from[i];
  });
  const result = new Ragged(values, starts);
  if (sort) for (let row = 0; row < rows; row++) if (inParts[row] === 1) result.at(row).sort();
  return result;
}

/** The lists of some rows. */
export function pickLists(lists: Ragged, rows: readonly number[]): Ragged {
  const starts = new Int32Array(rows.length + 1);
  for (let i = 0; i < rows.length; i++) starts[i + 1] = starts[i] + lists.lengthAt(rows[i]);
  const values = new Int32Array(starts[rows.length]);
  for (let i = 0; i < rows.length; i++) values.set(lists.at(rows[i]), starts[i]);
  return new Ragged(values, starts);
}

/** Each list sorted, without one value. */
export function sortedWithout(lists: Ragged, left: number): Ragged {
  const kept = new RaggedBuilder();
  for (let row = 0; row < lists.rows; row++) {
    for (const value of lists.at(row)) if (value !== left) kept.push(value);
    kept.endRow();
  }
  const sorted = kept.finish();
  for (let row = 0; row < sorted.rows; row++) sorted.at(row).sort();
  return sorted;
}

function eachRow(
  sources: readonly Ragged[],
  into: Int32Array,
  visit: (source: Ragged, row: number, to: number) => void,
): void {
  let at = 0;
  for (const source of sources) for (let row = 0; row < source.rows; row++) visit(source, row, into[at++]);
}
