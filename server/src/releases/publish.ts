import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../db/tables.ts';
import { type CubeId, cubes } from '../metrics/cubes.ts';
import type { Pinned } from '../metrics/pinned.ts';
import { countAnew } from './count-anew.ts';
import { type Draft, draftRelease } from './draft.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { lastBatch, previousRelease, refuseNothingNew } from './previous-release.ts';
import { refreshCells } from './refresh-cells.ts';
import { releaseHash } from './release-hash.ts';

/** Channel on which a new release is announced. */
export const RELEASE_CHANNEL = 'vawg_release';
/** Advisory lock held while a release is made, so that two are never made at once. */
const PUBLISH_LOCK = 7_204_218;

export interface PublishRequest {
  readonly db: Kysely<Database>;
  readonly force: string;
  /** Day shown as published, where it is not today: demonstration releases only. */
  readonly shownPublishedOn?: string;
  readonly notify?: (line: string) => void;
}

export interface PublishedRelease {
  readonly number: number;
  readonly sha256: string;
  readonly dataTo: string;
  readonly cells: number;
  readonly changedCells: number;
}

/**
 * Publishes the open draft, or one made now from the applied batches, as the next release: builds the
 * touched cells, freezes them and chains the hash, all in one transaction.
 * @throws {ReleaseRefused} when there is nothing to publish, or nothing new
 */
export function publishRelease({
  db,
  force,
  shownPublishedOn,
  notify = () => {},
}: PublishRequest): Promise<PublishedRelease> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${PUBLISH_LOCK})`.execute(trx);
    const previous = await previousRelease(trx, force);
    const open = await openDraft(trx, force);
    if (open) {
      const last = await lastBatch(trx);
      refuseNothingNew(previous, open, last);
      noteLater(open, last, notify);
    }
    const draft = open ?? (await draftRelease(trx, force));
    const number = (previous?.number ?? 0) + 1;
    await countAnew(trx);
    const changedCells = await refreshCells(trx, {
      force,
      release: number,
      afterBatch: previous?.as_at_batch ?? 0,
      asAtBatch: draft.asAtBatch,
      rebuild: previous ? cubesChanged(previous.pinned, draft.pinned) : [],
      notify,
    });
    const frozen = await freeze(trx, force, number, draft, previous?.sha256 ?? null, shownPublishedOn);
    await sql`select pg_notify(${RELEASE_CHANNEL}, ${String(number)})`.execute(trx);
    return { number, dataTo: draft.dataTo, changedCells, ...frozen };
  });
}

async function freeze(
  trx: Transaction<Database>,
  force: string,
  number: number,
  draft: Draft,
  previousSha256: string | null,
  shownPublishedOn: string | undefined,
): Promise<{ sha256: string; cells: number }> {
  const cells = await trx
    .selectFrom('cell')
    .select(['cube', 'area_code', 'month', 'sha256'])
    .where('force_code', '=', force)
    .where('to_release', 'is', null)
    .orderBy('cube')
    .orderBy('area_code')
    .orderBy('month')
    .execute();
  const hash = releaseHash({
    force,
    number,
    asAtBatch: draft.asAtBatch,
    dataTo: draft.dataTo,
    engineVersion: ENGINE_VERSION,
    synthetic: draft.synthetic,
    pinnedSha256: draft.pinnedSha256,
    previousSha256,
    cells,
  });
  await trx
    .updateTable('release')
    .set({ status: 'superseded' })
    .where('force_code', '=', force)
    .where('status', '=', 'published')
    .execute();
  await trx
    .updateTable('release')
    .set({
      number,
      status: 'published',
      engine_version: ENGINE_VERSION,
      cell_count: cells.length,
      previous_sha256: previousSha256,
      sha256: hash,
      published_at: sql<Date>`clock_timestamp()`,
      shown_published_on: shownPublishedOn ?? null,
    })
    .where('release_id', '=', draft.releaseId)
    .execute();
  return { sha256: hash, cells: cells.length };
}

async function openDraft(trx: Transaction<Database>, force: string): Promise<Draft | undefined> {
  const row = await trx
    .selectFrom('release')
    .selectAll()
    .where('force_code', '=', force)
    .where('number', 'is', null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    releaseId: row.release_id,
    asAtBatch: row.as_at_batch,
    dataTo: row.data_to,
    synthetic: row.synthetic,
    pinned: row.pinned as Pinned,
    pinnedSha256: row.pinned_sha256,
  };
}

/** A draft says what it leaves out: it stays as at its batch, whatever came later. */
function noteLater(draft: Draft, last: number, notify: (line: string) => void): void {
  if (last <= draft.asAtBatch) return;
  notify(
    `The open draft is as at batch ${draft.asAtBatch}; what came later, to batch ${last}, is not in it. For a draft with everything: npm run release -- draft`,
  );
}

function cubesChanged(before: Pinned, now: Pinned): CubeId[] {
  return Object.values(cubes)
    .map((cube) => cube.id)
    .filter((id) => before.cubes[id] !== now.cubes[id]);
}
