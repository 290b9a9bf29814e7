import { type CubeId, cubes, END_MONTH } from '../metrics/cubes.ts';
import { monthIndex } from '../metrics/periods.ts';
import type { LoadedCell } from './loaded-cell.ts';
import { NOT_ENDED } from './project.ts';
import type { Spans, Tuple } from './tuple.ts';

/** Month of spans that have not ended. */
const NEVER = -1;

/**
 * Every tuple of a cube in one release, projected to some columns and laid out by column: member numbers
 * in place of texts, rows in month order, so that a question scans only its months.
 */
export class TupleTable {
  readonly columns: readonly string[];
  /** Members of each column, in the order of their numbers. */
  readonly members: readonly (readonly string[])[];
  /** Member number per column and row. */
  readonly codes: readonly Uint16Array[];
  readonly areaCodes: readonly string[];
  /** Index into `areaCodes` per row. */
  readonly areas: Uint16Array;
  /** Month a row is placed in: of its cell, or of its spans' end where the columns ask for that. */
  readonly months: Int32Array;
  /** Month of the row's cell. */
  readonly cellMonths: Int32Array;
  readonly counts: readonly Float64Array[];
  readonly runs: readonly (readonly Int32Array[])[];
  readonly spans: readonly (Spans | null)[];

  constructor(cubeId: CubeId, columns: readonly string[], cells: readonly LoadedCell[]) {
    const cube = cubes[cubeId];
    const endAt = columns.indexOf(END_MONTH);
    const rows = cells
      .flatMap((cell) =>
        cell.project(columns).map((tuple) => ({ tuple, cell, month: placedIn(tuple, cell, endAt) })),
      )
      .filter((row) => row.month !== NEVER)
      .sort((a, b) => a.month - b.month);
    const areas = new Numbering();
    const members = columns.map(() => new Numbering());
    this.columns = columns;
    this.codes = columns.map((_, c) =>
      Uint16Array.from(rows, ({ tuple }) => members[c].of(tuple.members[c])),
    );
    this.areas = Uint16Array.from(rows, ({ cell }) => areas.of(cell.areaCode));
    this.months = Int32Array.from(rows, ({ month }) => month);
    this.cellMonths = Int32Array.from(rows, ({ cell }) => cell.monthIndex);
    this.counts = cube.counts.map((_, i) => Float64Array.from(rows, ({ tuple }) => tuple.counts[i]));
    this.runs = cube.runs.map((_, i) => rows.map(({ tuple }) => tuple.runs[i]));
    this.spans = rows.map(({ tuple }) => tuple.spans);
    this.members = members.map((numbering) => numbering.texts);
    this.areaCodes = areas.texts;
  }

  /** First row placed in this month or later. */
  firstRowOf(month: number): number {
    let low = 0;
    let high = this.months.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.months[middle] < month) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Numbers texts in the order they come. */
class Numbering {
  readonly texts: string[] = [];
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }
}

function placedIn(tuple: Tuple, cell: LoadedCell, endAt: number): number {
  if (endAt < 0) return cell.monthIndex;
  const month = tuple.members[endAt];
  return month === NOT_ENDED ? NEVER : monthIndex(month);
}
