import type pg from 'pg';
import type { PoolClient } from 'pg';
import { findUndone, insertBatch, takeTurn } from './batches.ts';
import { storedColumns } from './compile.ts';
import type { Feed, FeedName } from './definition.ts';
import { findFeed } from './feeds.ts';
import { recordTouches } from './merge.ts';
import { UsageError } from './problems.ts';
import { withClient } from './with-client.ts';

export interface UndoReport {
  /** The new batch that restores what was before. */
  batchId: number;
  undoes: number;
  feed: FeedName;
  /** Row versions of the batch that are ended. */
  removed: number;
  /** Earlier versions that are current again. */
  restored: number;
  touchedCells: number;
}

interface UndoneBatch {
  batch_id: number;
  feed: string;
  file_name: string;
  sha256: string;
  synthetic: boolean;
}

/**
 * Undoes a batch by a new batch that restores the versions before it, its coverage included. Undoing an undo
 * brings the rows back.
 * @throws {UsageError} when there is no such batch, it is undone already, or later batches changed its rows
 */
export async function undoBatch(
  deps: { pool: pg.Pool; notify?(line: string): void },
  batchId: number,
): Promise<UndoReport> {
  return withClient(deps.pool, async (client) => {
    await client.query('begin');
    try {
      await takeTurn(client, deps.notify ?? (() => undefined));
      const report = await undo(client, batchId);
      await client.query('commit');
      return report;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}

async function undo(tx: PoolClient, batchId: number): Promise<UndoReport> {
  const batch = await findBatch(tx, batchId);
  const feed = findFeed(batch.feed);
  await tx.query(
    `create temp table undone_key on commit drop as
     select distinct ${feed.key.join(', ')} from ${feed.table} where from_batch = ${batchId} or to_batch = ${batchId}`,
  );
  await refuseIfOvertaken(tx, feed, batchId);
  const newId = await insertBatch(tx, {
    kind: 'undo',
    undoes: batchId,
    feed: feed.name,
    fileName: batch.file_name,
    sha256: batch.sha256,
    synthetic: batch.synthetic,
  });
  const removed = await tx.query(
    `update ${feed.table} f set to_batch = $1 from undone_key k where f.to_batch is null and ${sameKey(feed)}`,
    [newId],
  );
  const columns = storedColumns(feed).join(', ');
  const restored = await tx.query(
    `insert into ${feed.table} (${columns}, from_batch) select ${columns}, $2::int from ${feed.table} where to_batch = $1`,
    [batchId, newId],
  );
  await restoreCoverage(tx, batchId, newId);
  await feed.checkMerged?.(tx);
  const report: UndoReport = {
    batchId: newId,
    undoes: batchId,
    feed: feed.name,
    removed: removed.rowCount ?? 0,
    restored: restored.rowCount ?? 0,
    touchedCells: await recordTouches(tx, feed, newId),
  };
  await tx.query('update batch set report = $2 where batch_id = $1', [newId, JSON.stringify(report)]);
  return report;
}

async function findBatch(tx: PoolClient, batchId: number): Promise<UndoneBatch> {
  const { rows } = await tx.query<UndoneBatch>(
    'select batch_id, feed, file_name, sha256, synthetic from batch where batch_id = $1',
    [batchId],
  );
  if (rows.length === 0) throw new UsageError(`There is no batch ${batchId}.`);
  const by = (await findUndone(tx)).get(batchId);
  if (by !== undefined) {
    throw new UsageError(
      `Batch ${batchId} is undone already, by batch ${by}. To bring its rows back, undo batch ${by}.`,
    );
  }
  return rows[0];
}

/**
 * A row that a later batch changed has no single earlier version to go back to. A later batch that is undone, and
 * the batch that undid it, cancel out.
 */
async function refuseIfOvertaken(tx: PoolClient, feed: Feed, batchId: number): Promise<void> {
  const undone = [...(await findUndone(tx)).keys()];
  const { rows } = await tx.query<{ batch_id: number; rows: number }>(
    `select b.batch_id, count(*)::int as rows
     from ${feed.table} f join undone_key k on ${sameKey(feed)} join batch b on b.batch_id in (f.from_batch, f.to_batch)
     where b.batch_id > $1 and b.kind = 'import' and b.batch_id <> all($2)
     group by b.batch_id order by b.batch_id`,
    [batchId, undone],
  );
  if (rows.length === 0) return;
  const later = rows.map((row) => row.batch_id).join(', ');
  throw new UsageError(
    `Batch ${batchId} cannot be undone: later batches changed the same rows (${later}). Undo those first, the newest first.`,
  );
}

function sameKey(feed: Feed): string {
  return feed.key.map((column) => `f.${column} = k.${column}`).join(' and ');
}

async function restoreCoverage(tx: PoolClient, batchId: number, newId: number): Promise<void> {
  await tx.query(
    `with recursive restored as (
       select batch_id from batch where batch_id = $1
       union all select b.batch_id from batch b join restored r on b.undoes = r.batch_id
     )
     update coverage set to_batch = $2 where to_batch is null and from_batch in (select batch_id from restored)`,
    [batchId, newId],
  );
  await tx.query(
    `insert into coverage (feed, area_code, from_month, to_month, held_to, from_batch)
     select feed, area_code, from_month, to_month, held_to, $2::int from coverage where to_batch = $1`,
    [batchId, newId],
  );
}
