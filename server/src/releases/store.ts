import type { Kysely } from 'kysely';
import type pg from 'pg';
import type { Database } from '../db/tables.ts';
import { listenForReleases } from './listen.ts';
import { loadCells, loadClosedCells, loadReleaseRecords } from './load-releases.ts';
import { type HeldCell, LoadedRelease, type ReleaseRecord } from './loaded-release.ts';

/** Every published release in memory. It goes on answering while Postgres is away. */
export interface ReleaseStore {
  /** The newest release that is not withdrawn; null before the first. */
  live(): LoadedRelease | null;
  get(number: number): LoadedRelease | undefined;
  /** Newest first. */
  all(): readonly LoadedRelease[];
  /** Called after a new release has been loaded, or the status of one has changed: `live` may be another. */
  onChange(listener: () => void): void;
  /** Loads what was published or withdrawn since; does nothing while Postgres is away. */
  refresh(): Promise<void>;
  close(): Promise<void>;
}

export interface StoreRequest {
  readonly db: Kysely<Database>;
  readonly pool: pg.Pool;
  readonly force: string;
  readonly notify: (line: string) => void;
}

/** Loads every release of a force, warms the live one, and listens for the next. */
export async function openReleaseStore({ db, pool, force, notify }: StoreRequest): Promise<ReleaseStore> {
  const held = new Map<number, HeldCell>();
  const listeners: (() => void)[] = [];
  let releases: readonly LoadedRelease[] = [];

  const load = async () => {
    const known = releases[0]?.number ?? 0;
    const records = await loadReleaseRecords(db, force);
    const newest = records.at(-1)?.number ?? 0;
    if (newest === known && records.every(isHeld)) return;
    if (newest > known) {
      const [fresh, closed] = await Promise.all([
        loadCells(db, force, known),
        loadClosedCells(db, force, known),
      ]);
      for (const [id, cell] of fresh) if (cell.fromRelease <= newest) held.set(id, cell);
      for (const [id, release] of closed) {
        const cell = held.get(id);
        if (cell) cell.toRelease = release;
      }
    }
    const cells = [...held.values()];
    releases = chain(records, cells);
    live()?.warm();
    for (const listener of listeners) listener();
  };
  const isHeld = (record: ReleaseRecord) =>
    releases.some(({ record: held }) => held.number === record.number && held.status === record.status);
  const live = () => releases.find((release) => release.record.status !== 'withdrawn') ?? null;

  let loading = Promise.resolve();
  const refresh = () => {
    loading = loading
      .then(load)
      .catch((error: Error) => notify(`New releases could not be read: ${error.message}`));
    return loading;
  };

  await load();
  const stopListening = listenForReleases(pool, refresh, notify);
  return {
    live,
    get: (number) => releases.find((release) => release.number === number),
    all: () => releases,
    onChange: (listener) => listeners.push(listener),
    refresh,
    close: async () => {
      await stopListening();
      await loading;
    },
  };
}

/** Newest first, each knowing the one before it. */
function chain(records: readonly ReleaseRecord[], cells: readonly HeldCell[]): LoadedRelease[] {
  const releases: LoadedRelease[] = [];
  for (const record of records) releases.unshift(new LoadedRelease(record, cells, releases[0] ?? null));
  return releases;
}
