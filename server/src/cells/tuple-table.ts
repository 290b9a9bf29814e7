import { type Cube, type CubeId, cubes, END_MONTH } from '../metrics/cubes.ts';
import type { Where } from '../metrics/definition.ts';
import { type CellColumns, pickRows } from './cell-columns.ts';
import { layRows } from './lay-rows.ts';
import type { LoadedCell } from './loaded-cell.ts';
import { type PlacedRows, placeByEnd, placeByStart } from './placed-rows.ts';
import { Ragged, regroup, sortedWithout } from './ragged.ts';
import { compileWhere } from './row-test.ts';
import { OPEN, type Spans } from './tuple.ts';

/** Dated spans of rows. Days count from 1970-01-01. */
export interface TableSpans {
  readonly startDay: Ragged;
  /** Days from start to end; `OPEN` where there is no end yet. */
  readonly lengthDays: Ragged;
  /** Lengths of those that ended, sorted. */
  readonly endedDays: Ragged;
}

/** What of the cells a table keeps; all of it unless told. */
export interface Kept {
  /** The areas that rows of an area count in; its own unless told. */
  readonly areasOf?: (areaCode: string) => readonly string[];
  readonly where?: Where;
}

const NO_SPANS: Spans = { startDay: new Int32Array(0), lengthDays: new Int32Array(0) };

/** Rows of one group: its first, by which its members are read, and those from `from` up to, not including, `to`. */
export interface GroupRows {
  readonly start: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The tuples of a cube in one release, keyed by some columns, month and area only, and laid out by column. Rows
 * with the same members stand together, a group, in the order of their months: a question tests each group
 * once, and then reads only its months.
 */
export class TupleTable {
  readonly columns: readonly string[];
  /** Members of each column, in the order of their numbers. */
  readonly members: readonly (readonly string[])[];
  /** Member number per column and row; the same in every row of a group. */
  readonly codes: readonly Int32Array[];
  /** First row of each group and, last, the number of rows. */
  readonly groupStarts: Int32Array;
  readonly areaCodes: readonly string[];
  /** Index into `areaCodes` per row. */
  readonly areas: Int32Array;
  /** Month a row is placed in, by index: of its cell, or of its spans' ends where the columns ask for that. */
  readonly months: Int32Array;
  readonly counts: readonly Float64Array[];
  /** Sorted runs per row. */
  readonly runs: readonly Ragged[];
  /** Null where the cube has none, or rows are placed by their ends. */
  readonly spans: TableSpans | null;

  constructor(cubeId: CubeId, columns: readonly string[], cells: readonly LoadedCell[], kept: Kept = {}) {
    const cube = cubes[cubeId];
    const byEnd = columns.includes(END_MONTH);
    const sources = cells.flatMap((cell) => {
      const rows = kept.where ? pickWhere(cube, cell.columns, kept.where) : cell.columns;
      const placed = byEnd ? placeByEnd(rows) : placeByStart(cell.monthIndex, rows);
      const areas = kept.areasOf?.(cell.areaCode) ?? [cell.areaCode];
      return areas.map((areaCode): PlacedRows => ({ areaCode, ...placed }));
    });
    this.columns = columns.filter((column) => column !== END_MONTH);
    const dimensions = this.columns.map((column) => cube.dimensions.indexOf(column));
    const layout = layRows(sources, dimensions);
    this.members = layout.members;
    this.codes = layout.codes;
    this.areaCodes = layout.areaCodes;
    this.areas = layout.areas;
    this.months = layout.months;
    this.groupStarts = startsOfGroups(layout.codes, layout.rows);
    const merge: Merge = (of, sort) =>
      regroup(
        sources.map(({ columns: own }) => of(own)),
        layout.rowOf,
        layout.rows,
        sort,
      );
    this.counts = cube.counts.map((_, i) =>
      addUp(
        sources.map(({ columns: own }) => own.counts[i]),
        layout.rowOf,
        layout.rows,
      ),
    );
    this.runs = byEnd ? [] : cube.runs.map((_, i) => merge((own) => own.runs[i], true));
    this.spans = byEnd || !cube.spans ? null : spansOf(merge);
  }

  /** Every group with all its rows. */
  groups(): GroupRows[] {
    return this.groupsBetween(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  }

  /** Groups with rows placed from one month, included, to another, excluded: their first row, and those rows. */
  groupsBetween(firstMonth: number, endMonth: number): GroupRows[] {
    const found: GroupRows[] = [];
    for (let group = 0; group < this.groupStarts.length - 1; group++) {
      const start = this.groupStarts[group];
      const end = this.groupStarts[group + 1];
      const from = this.#firstFrom(firstMonth, start, end);
      const to = this.#firstFrom(endMonth, from, end);
      if (from < to) found.push({ start, from, to });
    }
    return found;
  }

  /** Spans of a row; none where the table has none. */
  spansAt(row: number): Spans {
    if (!this.spans) return NO_SPANS;
    return { startDay: this.spans.startDay.at(row), lengthDays: this.spans.lengthDays.at(row) };
  }

  #firstFrom(month: number, start: number, end: number): number {
    let low = start;
    let high = end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.months[middle] < month) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function pickWhere(cube: Cube, columns: CellColumns, where: Where): CellColumns {
  const takes = compileWhere(where, { ...columns, columns: cube.dimensions });
  const rows: number[] = [];
  for (let row = 0; row < columns.rows; row++) if (takes(row)) rows.push(row);
  return pickRows(columns, rows);
}

function startsOfGroups(codes: readonly Int32Array[], rows: number): Int32Array {
  const starts: number[] = [];
  for (let row = 0; row < rows; row++)
    if (row === 0 || codes.some((of) => of[row] !== of[row - 1])) starts.push(row);
  return Int32Array.from([...starts, rows]);
}

function addUp(sources: readonly Float64Array[], into: Int32Array, rows: number): Float64Array {
  const sums = new Float64Array(rows);
  let at = 0;
  for (const source of sources) for (let row = 0; row < source.length; row++) sums[into[at++]] += source[row];
  return sums;
}

type Merge = (of: (columns: CellColumns) => Ragged, sort: boolean) => Ragged;

function spansOf(merge: Merge): TableSpans {
  const none = new Ragged(new Int32Array(0), new Int32Array(1));
  const lengthDays = merge(({ spans }) => spans?.lengthDays ?? none, false);
  return {
    startDay: merge(({ spans }) => spans?.startDay ?? none, false),
    lengthDays,
    endedDays: sortedWithout(lengthDays, OPEN),
  };
}
