import { type CubeId, cubes } from '../metrics/cubes.ts';
import { monthIndex } from '../metrics/periods.ts';
import { decodeCell } from './encode.ts';
import { projectTuples } from './project.ts';
import type { Tuple } from './tuple.ts';

/** One cell in memory. It never changes, so releases that read it share it and its projections. */
export class LoadedCell {
  readonly cube: CubeId;
  readonly areaCode: string;
  readonly month: string;
  readonly monthIndex: number;
  readonly #payload: Uint8Array;
  #tuples: Tuple[] | null = null;
  readonly #projections = new Map<string, readonly Tuple[]>();

  constructor(cube: CubeId, areaCode: string, month: string, payload: Uint8Array) {
    this.cube = cube;
    this.areaCode = areaCode;
    this.month = month;
    this.monthIndex = monthIndex(month);
    this.#payload = payload;
  }

  /** The cell keyed by these columns only; worked out once. Columns must be sorted. */
  project(columns: readonly string[]): readonly Tuple[] {
    const key = columns.join(',');
    let projection = this.#projections.get(key);
    if (!projection) {
      this.#tuples ??= decodeCell(cubes[this.cube], this.#payload);
      projection = projectTuples(cubes[this.cube], this.#tuples, columns);
      this.#projections.set(key, projection);
    }
    return projection;
  }
}
