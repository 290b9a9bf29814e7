import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../../db/tables.ts';
import { type Cube, NOT_RECORDED } from '../../metrics/cubes.ts';
import { TupleBuilder } from '../tuple-builder.ts';

/** The cells to build: some areas of one month, from the rows known at a batch. */
export interface CellRequest {
  readonly month: string;
  readonly areaCodes: readonly string[];
  readonly asAtBatch: number;
}

/** Builds the cells of one cube. Areas left without rows are not in the result. */
export type BuildCells = (db: Kysely<Database>, request: CellRequest) => Promise<Map<string, TupleBuilder>>;

/** Row versions known at a batch: applied by then, and not yet replaced or retired. */
export function knownAt(batch: number): RawBuilder<boolean> {
  return sql<boolean>`(from_batch <= ${batch} and (to_batch is null or to_batch > ${batch}))`;
}

/** One builder per area, made when its first row comes. */
export class AreaBuilders {
  readonly all = new Map<string, TupleBuilder>();
  readonly #cube: Cube;

  constructor(cube: Cube) {
    this.#cube = cube;
  }

  of(areaCode: string): TupleBuilder {
    let builder = this.all.get(areaCode);
    if (!builder) {
      builder = new TupleBuilder(this.#cube);
      this.all.set(areaCode, builder);
    }
    return builder;
  }
}

export function orNotRecorded(value: string | boolean | null): string {
  return value === null || value === '' ? NOT_RECORDED : String(value);
}
