import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../db/tables.ts';
import type { Pinned } from '../metrics/pinned.ts';
import { ENGINE_VERSION } from './engine-version.ts';
import { ReleaseRefused } from './release-refused.ts';

/** The newest release, as far as the next one depends on it. */
export interface PreviousRelease {
  readonly number: number;
  readonly as_at_batch: number;
  readonly sha256: string | null;
  readonly pinned: Pinned;
  readonly pinned_sha256: string;
  readonly engine_version: string;
}

/** Undefined before the first release of a force. */
export async function previousRelease(
  db: Kysely<Database> | Transaction<Database>,
  force: string,
): Promise<PreviousRelease | undefined> {
  const row = await db
    .selectFrom('release')
    .select(['number', 'as_at_batch', 'sha256', 'pinned', 'pinned_sha256', 'engine_version'])
    .where('force_code', '=', force)
    .where('number', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, number: row.number ?? 0, pinned: row.pinned as Pinned } : undefined;
}

/** Number of the last applied batch; 0 before the first. */
export async function lastBatch(db: Kysely<Database> | Transaction<Database>): Promise<number> {
  const { batch } = await db
    .selectFrom('batch')
    .select(({ fn }) => fn.max('batch_id').as('batch'))
    .executeTakeFirstOrThrow();
  return batch ?? 0;
}

/**
 * A release that would repeat the one before it is not made, and neither is a draft of it.
 * @param last number of the last batch: later than a draft that holds nothing new, where it was opened too early
 * @throws {ReleaseRefused}
 */
export function refuseNothingNew(
  previous: PreviousRelease | undefined,
  draft: { readonly asAtBatch: number; readonly pinnedSha256: string },
  last: number,
): void {
  const isSame =
    previous?.as_at_batch === draft.asAtBatch &&
    previous.pinned_sha256 === draft.pinnedSha256 &&
    previous.engine_version === ENGINE_VERSION;
  if (!isSame) return;
  const message =
    last > draft.asAtBatch
      ? `The open draft is as at batch ${draft.asAtBatch} and holds nothing that release ${previous.number} has not; batches to ${last} came later. Draft again: npm run release -- draft`
      : `Nothing has been imported since release ${previous.number}: it stays the live release.`;
  throw new ReleaseRefused('nothing-new', message);
}
