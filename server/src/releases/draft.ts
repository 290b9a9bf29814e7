import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/tables.ts';
import type { Pinned } from '../metrics/pinned.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { pinReference } from './pin-reference.ts';
import { previousRelease, refuseNothingNew } from './previous-release.ts';
import { ReleaseRefused } from './release-refused.ts';

export interface Draft {
  readonly releaseId: number;
  readonly asAtBatch: number;
  readonly dataTo: string;
  readonly synthetic: boolean;
  readonly pinned: Pinned;
  readonly pinnedSha256: string;
}

/**
 * Opens a draft of the next release as at the last applied batch, replacing an open one.
 * @throws {ReleaseRefused} when nothing that a figure could be read from has been imported, or nothing since the last
 *   release
 */
export async function draftRelease(
  db: Kysely<Database> | Transaction<Database>,
  force: string,
): Promise<Draft> {
  const last = await db
    .selectFrom('batch')
    .select(({ fn }) => [
      fn.max('batch_id').as('batch'),
      fn.agg<boolean | null>('bool_or', ['synthetic']).as('synthetic'),
    ])
    .executeTakeFirstOrThrow();
  if (last.batch === null)
    throw new ReleaseRefused(
      'nothing-imported',
      'Nothing has been imported yet. Import areas and at least one feed first.',
    );
  const pinned = await pinReference(db, force, last.batch);
  if (pinned.areaSets.length === 0)
    throw new ReleaseRefused(
      'no-areas',
      `Force ${force} has no areas yet. Import its area file first: npm run import -- areas areas.csv`,
    );
  const dataTo = dataToOf(pinned);
  if (dataTo === null)
    throw new ReleaseRefused(
      'no-data',
      'Only reference files have been imported. Import at least one feed first: npm run feeds -- list',
    );
  const pinnedSha256 = sha256(canonicalJson(pinned));
  const next = { asAtBatch: last.batch, pinnedSha256 };
  refuseNothingNew(await previousRelease(db, force), next, last.batch);
  await db.deleteFrom('release').where('force_code', '=', force).where('number', 'is', null).execute();
  const { release_id } = await db
    .insertInto('release')
    .values({
      force_code: force,
      number: null,
      status: 'draft',
      as_at_batch: last.batch,
      synthetic: last.synthetic ?? false,
      data_to: dataTo,
      engine_version: ENGINE_VERSION,
      pinned: JSON.stringify(pinned),
      pinned_sha256: pinnedSha256,
    })
    .returning('release_id')
    .executeTakeFirstOrThrow();
  return {
    releaseId: release_id,
    asAtBatch: last.batch,
    dataTo,
    synthetic: last.synthetic ?? false,
    pinned,
    pinnedSha256,
  };
}

/**
 * The earliest day to which a feed of rows is held. Returns arrive years apart and hold no feed back
 * unless they are all there is.
 */
function dataToOf(pinned: Pinned): string | null {
  const held = new Map<string, string>();
  for (const row of pinned.coverage) {
    const known = held.get(row.feed);
    if (known === undefined || known < row.heldTo) held.set(row.feed, row.heldTo);
  }
  const rows = [...held].filter(([feed]) => feed !== 'returns').map(([, day]) => day);
  const days = rows.length > 0 ? rows : [...held.values()];
  return days.length === 0 ? null : days.reduce((a, b) => (a < b ? a : b));
}
