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

/** Tables kept for questions that no prebuilt one answers: a bound on memory, far above what a reader asks. */
const MOST_ASKED = 24;

/** One release in memory. Its cells are picked when first asked for; they are shared with other releases. */
export class LoadedRelease implements ReleaseData {
  readonly record: ReleaseRecord;
  readonly #held: readonly HeldCell[];
  readonly #prebuilt = new Map<string, TupleTable>();
  /** Made for a question, oldest first. */
  readonly #asked = new Map<string, TupleTable>();
  #changedCells: number | null = null;

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
    const table = this.#prebuilt.get(key) ?? this.#asked.get(key);
    if (table) return table;
    const made = new TupleTable(cube, columns, this.#cellsOf(cube));
    if (cubes[cube].prebuilt.includes(columns)) this.#prebuilt.set(key, made);
    else this.#keepAsked(key, made);
    return made;
  }

  membersOf(cube: CubeId, column: string): readonly string[] {
    const at = cubes[cube].dimensions.indexOf(column);
    const members = new Set<string>();
    for (const cell of this.#cellsOf(cube))
      for (const member of cell.columns.members[at]) members.add(member);
    return [...members];
  }

  /** Cells that differ from the release before: new in this one, other than they were, or gone from it. */
  get changedCells(): number {
    if (this.#changedCells === null) {
      const changed = this.#held.filter(
        (held) => held.fromRelease === this.number || held.toRelease === this.number,
      );
      const places = changed.map(({ cell }) => `${cell.cube} ${cell.areaCode} ${cell.month}`);
      this.#changedCells = new Set(places).size;
    }
    return this.#changedCells;
  }

  /** Decodes every cell and makes the prebuilt tables, so that no reader waits for them. */
  warm(): void {
    for (const cube of Object.values(cubes)) {
      for (const columns of cube.prebuilt) this.tableOf(cube.id, columns);
    }
  }

  #cellsOf(cube: CubeId): LoadedCell[] {
    return this.#held.filter((held) => held.cell.cube === cube && this.#reads(held)).map(({ cell }) => cell);
  }

  #keepAsked(key: string, table: TupleTable): void {
    this.#asked.set(key, table);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MOST_ASKED) this.#asked.delete(oldest);
  }

  #reads(held: HeldCell): boolean {
    return held.fromRelease <= this.number && (held.toRelease === null || held.toRelease > this.number);
  }
}
