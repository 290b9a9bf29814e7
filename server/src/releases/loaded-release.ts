import type { LoadedCell } from '../cells/loaded-cell.ts';
import type { ReleaseData } from '../cells/query/reading.ts';
import { TupleTable } from '../cells/tuple-table.ts';
import { type CubeId, cubes } from '../metrics/cubes.ts';
import type { Pinned } from '../metrics/pinned.ts';

/** A published release as rows of the release table give it. */
export interface ReleaseRecord {
  readonly number: number;
  readonly status: 'published' | 'superseded' | 'withdrawn';
  readonly asAtBatch: number;
  readonly synthetic: boolean;
  readonly dataTo: string;
  readonly engineVersion: string;
  readonly pinned: Pinned;
  readonly cellCount: number;
  readonly previousSha256: string | null;
  readonly sha256: string;
  readonly publishedAt: Date;
  /** Day shown as published. */
  readonly publishedOn: string;
  readonly batches: number;
  readonly rows: number;
}

/** A cell and the releases that read it. */
export interface HeldCell {
  readonly cell: LoadedCell;
  readonly fromRelease: number;
  /** First release that no longer reads it; null while the newest does. */
  toRelease: number | null;
}

/** One release in memory. Its cells are picked when first asked for; they are shared with other releases. */
export class LoadedRelease implements ReleaseData {
  readonly record: ReleaseRecord;
  readonly #held: readonly HeldCell[];
  readonly #tables = new Map<string, TupleTable>();

  constructor(record: ReleaseRecord, held: readonly HeldCell[]) {
    this.record = record;
    this.#held = held;
  }

  get number(): number {
    return this.record.number;
  }

  get pinned(): Pinned {
    return this.record.pinned;
  }

  tableOf(cube: CubeId, columns: readonly string[]): TupleTable {
    const key = `${cube} ${columns.join(',')}`;
    let table = this.#tables.get(key);
    if (!table) {
      const cells = this.#held
        .filter((held) => held.cell.cube === cube && this.#reads(held))
        .map((held) => held.cell);
      table = new TupleTable(cube, columns, cells);
      this.#tables.set(key, table);
    }
    return table;
  }

  /** Cells that differ from the release before: new in this one, other than they were, or gone from it. */
  get changedCells(): number {
    const changed = this.#held.filter(
      (held) => held.fromRelease === this.number || held.toRelease === this.number,
    );
    return new Set(changed.map(({ cell }) => `${cell.cube} ${cell.areaCode} ${cell.month}`)).size;
  }

  /** Decodes every cell and makes the prebuilt tables, so that no reader waits for them. */
  warm(): void {
    for (const cube of Object.values(cubes)) {
      for (const columns of cube.prebuilt) this.tableOf(cube.id, columns);
    }
  }

  #reads(held: HeldCell): boolean {
    return held.fromRelease <= this.number && (held.toRelease === null || held.toRelease > this.number);
  }
}
