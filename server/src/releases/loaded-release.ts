import type { LoadedCell } from '../cells/loaded-cell.ts';
import { coveringColumns } from '../cells/query/covering-columns.ts';
import type { ReleaseData, TableAnswer, TableQuestion } from '../cells/query/reading.ts';
import { columnsOf } from '../cells/row-test.ts';
import { TupleTable } from '../cells/tuple-table.ts';
import { areaSetAt, childrenOf, rollUpArea } from '../metrics/areas.ts';
import { coverageOf } from '../metrics/coverage.ts';
import { type CubeId, cubes } from '../metrics/cubes.ts';
import type { Where } from '../metrics/definition.ts';
import type { Pinned, PinnedAreaSet } from '../metrics/pinned.ts';

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

/** Tables kept for questions that no prebuilt one answers; they hold the rows asked for alone. */
const MOST_ASKED = 64;

/** One release in memory. Its cells are picked when first asked for; they are shared with other releases. */
export class LoadedRelease implements ReleaseData {
  readonly record: ReleaseRecord;
  /** The release before it by number, whatever became of that one; null for the first. */
  readonly previous: LoadedRelease | null;
  readonly #held: readonly HeldCell[];
  readonly #prebuilt = new Map<string, TupleTable>();
  /** Made for a question, oldest first. */
  readonly #asked = new Map<string, TupleTable>();
  #changedCells: number | null = null;
  #changes: { come: LoadedRelease; gone: LoadedRelease } | null = null;

  constructor(record: ReleaseRecord, held: readonly HeldCell[], previous: LoadedRelease | null = null) {
    this.record = record;
    this.previous = previous;
    this.#held = held;
  }

  /** The release as if it held some of its cells alone. */
  only(isTaken: (held: HeldCell) => boolean): LoadedRelease {
    return new LoadedRelease(this.record, this.#held.filter(isTaken));
  }

  /** The cells that are new in this release, and those of the release before that it no longer reads. */
  get changes(): { readonly come: LoadedRelease; readonly gone: LoadedRelease } | null {
    if (!this.previous) return null;
    this.#changes ??= {
      come: this.only(({ fromRelease }) => fromRelease === this.number),
      gone: this.previous.only(({ toRelease }) => toRelease === this.number),
    };
    return this.#changes;
  }

  /** Months of a cube in which a cell differs from the release before. */
  changedMonths(cube: CubeId): ReadonlySet<string> {
    const changed = this.#held.filter((held) => held.cell.cube === cube && this.#isChange(held));
    return new Set(changed.map(({ cell }) => cell.month));
  }

  get number(): number {
    return this.record.number;
  }

  get pinned(): Pinned {
    return this.record.pinned;
  }

  tableFor({ cube, columns, filter, rollUp }: TableQuestion): TableAnswer {
    const covering = coveringColumns(cube, [...columns, ...columnsOf(filter)]);
    const prebuilt = covering && this.#prebuilt.get(keyOf(cube, covering, rollUp));
    if (prebuilt) return { table: prebuilt, filter };
    const own = [...new Set(columns)].sort();
    const key = `${keyOf(cube, own, rollUp)} ${JSON.stringify(filter)}`;
    const table = this.#asked.get(key) ?? this.#makeTable(cube, own, rollUp, filter);
    this.#asked.set(key, table);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MOST_ASKED) this.#asked.delete(oldest);
    return { table, filter: [] };
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
    this.#changedCells ??= this.#countChanged();
    return this.#changedCells;
  }

  /**
   * Decodes every cell, makes the prebuilt tables and works out coverage, so that readers of the force and its areas
   * do not wait.
   */
  warm(): void {
    const { pinned } = this;
    const areaSet = areaSetAt(pinned, this.record.dataTo.slice(0, 7));
    const areas = [pinned.force, ...childrenOf(areaSet, pinned.force.code)];
    for (const { id, feed, prebuilt } of Object.values(cubes)) {
      // Published counts are read for an area as they were published, never added up.
      const rollUp = id === 'return_value' ? null : areaSet;
      for (const columns of prebuilt)
        this.#prebuilt.set(keyOf(id, columns, rollUp), this.#makeTable(id, columns, rollUp));
      for (const { code } of areas) coverageOf(pinned, feed, areaSet, code);
    }
    this.#changedCells = this.#countChanged();
    this.changes?.come.warm();
    this.changes?.gone.warm();
  }

  #makeTable(
    cube: CubeId,
    columns: readonly string[],
    rollUp: PinnedAreaSet | null,
    where?: Where,
  ): TupleTable {
    const force = this.pinned.force.code;
    const areasOf = rollUp ? (code: string) => rollUpArea(rollUp, force, code) : undefined;
    return new TupleTable(cube, columns, this.#cellsOf(cube), { areasOf, where });
  }

  #countChanged(): number {
    const changed = this.#held.filter((held) => this.#isChange(held));
    return new Set(changed.map(({ cell }) => `${cell.cube} ${cell.areaCode} ${cell.month}`)).size;
  }

  #isChange({ fromRelease, toRelease }: HeldCell): boolean {
    return fromRelease === this.number || toRelease === this.number;
  }

  #cellsOf(cube: CubeId): LoadedCell[] {
    return this.#held.filter((held) => held.cell.cube === cube && this.#reads(held)).map(({ cell }) => cell);
  }

  #reads(held: HeldCell): boolean {
    return held.fromRelease <= this.number && (held.toRelease === null || held.toRelease > this.number);
  }
}

function keyOf(cube: CubeId, columns: readonly string[], rollUp: PinnedAreaSet | null): string {
  return [cube, rollUp?.id, ...columns].join(' ');
}
