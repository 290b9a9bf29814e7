import { type CubeId, cubes } from '../metrics/cubes.ts';
import { monthIndex } from '../metrics/periods.ts';
import type { CellColumns } from './cell-columns.ts';
import { decodeCell } from './encode.ts';

/** One cell in memory. It never changes, so releases that read it share it. */
export class LoadedCell {
  readonly cube: CubeId;
  readonly areaCode: string;
  readonly month: string;
  readonly monthIndex: number;
  readonly #payload: Uint8Array;
  #columns: CellColumns | null = null;

  constructor(cube: CubeId, areaCode: string, month: string, payload: Uint8Array) {
    this.cube = cube;
    this.areaCode = areaCode;
    this.month = month;
    this.monthIndex = monthIndex(month);
    this.#payload = payload;
  }

  /** What it holds; decoded once. */
  get columns(): CellColumns {
    this.#columns ??= decodeCell(cubes[this.cube], this.#payload);
    return this.#columns;
  }
}
