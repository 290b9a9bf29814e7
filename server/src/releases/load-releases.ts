import { type Kysely, sql } from 'kysely';
import { LoadedCell } from '../cells/loaded-cell.ts';
import type { Database } from '../db/tables.ts';
import type { CubeId } from '../metrics/cubes.ts';
import type { Pinned } from '../metrics/pinned.ts';
import type { HeldCell, ReleaseRecord } from './loaded-release.ts';

interface ReleaseRow {
  number: number;
  status: 'published' | 'superseded' | 'withdrawn';
  as_at_batch: number;
  synthetic: boolean;
  data_to: string;
  engine_version: string;
  pinned: Pinned;
  cell_count: number;
  previous_sha256: string | null;
  sha256: string;
  published_at: Date;
  published_on: string;
  batches: number;
  rows: number;
}

/** Every published release of a force, oldest first. */
export async function loadReleaseRecords(db: Kysely<Database>, force: string): Promise<ReleaseRecord[]> {
  const { rows } = await sql<ReleaseRow>`
    select number, status, as_at_batch, synthetic, data_to, engine_version, pinned, cell_count, previous_sha256,
      sha256, published_at,
      coalesce(shown_published_on, (published_at at time zone 'Europe/London')::date) as published_on,
      (select count(*)::int from batch b where b.batch_id > r.before and b.batch_id <= r.as_at_batch) as batches,
      (select coalesce(sum(b.accepted), 0)::int from batch b
        where b.batch_id > r.before and b.batch_id <= r.as_at_batch) as rows
    from (
      select *, coalesce(lag(as_at_batch) over (order by number), 0) as before
      from release where force_code = ${force} and number is not null
    ) r
    order by number`.execute(db);
  return rows.map((row) => ({
    number: row.number,
    status: row.status,
    asAtBatch: row.as_at_batch,
    synthetic: row.synthetic,
    dataTo: row.data_to,
    engineVersion: row.engine_version,
    pinned: row.pinned,
    cellCount: row.cell_count,
    previousSha256: row.previous_sha256,
    sha256: row.sha256,
    publishedAt: row.published_at,
    publishedOn: row.published_on,
    batches: row.batches,
    rows: row.rows,
  }));
}

/** Cells that releases after `known` brought in. */
export async function loadCells(
  db: Kysely<Database>,
  force: string,
  known: number,
): Promise<Map<number, HeldCell>> {
  const rows = await db
    .selectFrom('cell')
    .selectAll()
    .where('force_code', '=', force)
    .where('from_release', '>', known)
    .orderBy('month')
    .orderBy('area_code')
    .execute();
  return new Map(
    rows.map((row) => [
      row.cell_id,
      {
        cell: new LoadedCell(row.cube as CubeId, row.area_code, row.month, row.payload),
        fromRelease: row.from_release,
        toRelease: row.to_release,
      },
    ]),
  );
}

/** Cells that releases after `known` closed: cell id and the first release without it. */
export async function loadClosedCells(
  db: Kysely<Database>,
  force: string,
  known: number,
): Promise<[number, number][]> {
  const rows = await db
    .selectFrom('cell')
    .select(['cell_id', 'to_release'])
    .where('force_code', '=', force)
    .where('to_release', '>', known)
    .execute();
  return rows.map((row) => [row.cell_id, row.to_release ?? 0]);
}
