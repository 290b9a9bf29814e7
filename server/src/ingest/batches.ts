import type { PoolClient } from 'pg';
import type { Feed } from './definition.ts';
import { refuseFile } from './problems.ts';
import type { ImportReport } from './report.ts';

/** Whose turn it is to import: one at a time, so that batches form one sequence. */
const importLock = 7_221_001;

/** Waits for imports under way; the turn ends with the transaction. */
export async function takeTurn(tx: PoolClient, notify: (line: string) => void): Promise<void> {
  const { rows } = await tx.query<{ free: boolean }>('select pg_try_advisory_xact_lock($1) as free', [
    importLock,
  ]);
  if (rows[0].free) return;
  notify('Another import is under way; waiting for it to end.');
  await tx.query('select pg_advisory_xact_lock($1)', [importLock]);
}

/** What was asked with a file, as far as it changes what the file does. */
export interface Asked {
  covers: string | null;
  areas: readonly string[] | null;
  replacePeriod: string | null;
}

/** The batch in which the same bytes were asked for in the same way and that has not been undone; null if none. */
export async function findSameFile(
  tx: PoolClient,
  feed: Feed,
  sha256: string,
  asked: Asked,
): Promise<number | null> {
  const { rows } = await tx.query<{ batch_id: number; asked: Asked | null }>(
    `select batch_id, report -> 'asked' as asked from batch where kind = 'import' and sha256 = $1 and feed = $2
     order by batch_id desc`,
    [sha256, feed.name],
  );
  const undone = await findUndone(tx);
  const repeated = (earlier: Asked | null, name: keyof Asked): boolean =>
    asked[name] === null || JSON.stringify(asked[name]) === JSON.stringify(earlier?.[name] ?? null);
  const same = rows.find(
    (row) =>
      !undone.has(row.batch_id) &&
      repeated(row.asked, 'covers') &&
      repeated(row.asked, 'areas') &&
      repeated(row.asked, 'replacePeriod'),
  );
  return same?.batch_id ?? null;
}

/** Batches that are undone, with the batch that undid each; an undo that was undone itself does not count. */
export async function findUndone(tx: PoolClient): Promise<Map<number, number>> {
  const { rows } = await tx.query<{ batch_id: number; undoes: number }>(
    "select batch_id, undoes from batch where kind = 'undo' order by batch_id desc",
  );
  const undone = new Map<number, number>();
  for (const { batch_id, undoes } of rows) if (!undone.has(batch_id)) undone.set(undoes, batch_id);
  return undone;
}

/** Keeps demonstration and real rows apart (decision 29). @throws {FileRefused} */
export async function refuseMixing(tx: PoolClient, feed: Feed, synthetic: boolean): Promise<void> {
  const { rows } = await tx.query<{ demonstration: boolean; real: boolean }>(
    `select coalesce(bool_or(synthetic), false) as demonstration,
       coalesce(bool_or(not synthetic and feed <> all($1)), false) as real from batch`,
    [['areas', 'grades', 'outcome-types', 'targets', 'annotations']],
  );
  const [{ demonstration, real }] = rows;
  if (!synthetic && demonstration) {
    throw refuseFile(
      'real-and-synthetic',
      `This database holds the demonstration: synthetic rows and real ones (${feed.name}) never mix. Start one of your own in an empty folder with: SEED=none DATA_DIR=… npm start`,
    );
  }
  if (synthetic && real) {
    throw refuseFile(
      'real-and-synthetic',
      `This database holds real rows: synthetic ones (${feed.name}) never mix with them. Start the demonstration in an empty folder with: SEED=demo DATA_DIR=… npm start`,
    );
  }
}

/**
 * Writes a batch; its counts and report follow with `describeBatch`. Its time is that of its turn, not of the
 * transaction's start, so that times and numbers have one order.
 * @returns its number
 */
export async function insertBatch(
  tx: PoolClient,
  batch: {
    kind: 'import' | 'undo';
    undoes: number | null;
    feed: string;
    fileName: string;
    sha256: string;
    synthetic: boolean;
  },
): Promise<number> {
  const { rows } = await tx.query<{ batch_id: number }>(
    `insert into batch (kind, undoes, feed, file_name, sha256, synthetic, row_count, accepted, updated, unchanged,
       retired, refused, warnings, report, applied_at)
     values ($1, $2, $3, $4, $5, $6, 0, 0, 0, 0, 0, 0, 0, '{}', clock_timestamp()) returning batch_id`,
    [batch.kind, batch.undoes, batch.feed, batch.fileName, batch.sha256, batch.synthetic],
  );
  return rows[0].batch_id;
}

/** Writes what a batch did, beside its report; problems are in `refused_row`. */
export async function describeBatch(
  tx: PoolClient,
  batchId: number,
  report: Omit<ImportReport, 'batchId'>,
  more: { asked: Asked; keyId: string | undefined },
): Promise<void> {
  // Problems are kept row by row; how long it took is not known yet; a path says more than the file's name.
  const { problems: _, seconds: __, file: ___, ...kept } = report;
  await tx.query(
    `update batch set replace_period = $2, row_count = $3, accepted = $4, updated = $5, unchanged = $6, retired = $7,
       refused = $8, warnings = $9, report = $10 where batch_id = $1`,
    [
      batchId,
      more.asked.replacePeriod,
      report.rows,
      report.accepted,
      report.updated,
      report.unchanged,
      report.retired,
      report.refused,
      report.warningsTotal,
      JSON.stringify({ ...kept, ...more }),
    ],
  );
}

/** @throws {FileRefused} when keys of people would be hashed with another key than those already kept */
export async function refuseOtherKey(tx: PoolClient, keyId: string): Promise<void> {
  const { rows } = await tx.query<{ key_id: string }>(
    `select report ->> 'keyId' as key_id from batch where report ->> 'keyId' is not null order by batch_id desc limit 1`,
  );
  if (rows.length > 0 && rows[0].key_id !== keyId) {
    throw refuseFile(
      'other-key',
      'The key that hides personal keys (HMAC_KEY_FILE) is not the one used before: the same person would no longer be recognised. Put the earlier key file back.',
    );
  }
}
