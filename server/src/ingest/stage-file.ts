import type { Job } from './job.ts';
import { leaveOutOlder, settleRepeats } from './merge.ts';
import type { OpenedFile } from './open-file.ts';
import type { RecordBatch } from './read/read-records.ts';
import { fillRawText } from './refused-rows.ts';
import { copyRows, createStaging, type StagedCounts, stagingTable } from './staging.ts';
import type { WarningList } from './warnings.ts';

/** Brings a whole file into staging and settles there which rows are taken: what is left needs only merging. */
export async function stageFile(
  job: Job,
  opened: OpenedFile,
  warnings: WarningList,
): Promise<StagedCounts & { repeated: number }> {
  const { tx, feed, file, force } = job;
  const { stored } = opened.reading.reader;
  await createStaging(tx, feed, stored);
  if (file.encoding === 'windows-1252') {
    const message = 'The file is not UTF-8; it was read as Windows-1252.';
    warnings.add({ line: null, column: null, code: 'windows-1252', message });
  }
  const counts = await copyRows(tx, feed, watched(opened.rows(), job), opened.reading, warnings);
  job.notify(`Read ${counts.rows} rows; merging.`);
  await tx.query(`analyze ${stagingTable(feed)} (${feed.key.join(', ')})`);
  const found = await feed.checkStaged?.({ tx, table: stagingTable(feed), force });
  for (const warning of found?.warnings ?? []) warnings.add(warning);
  const older = await leaveOutOlder(tx, feed);
  for (const line of older) {
    const message = 'A later publication of the same figure is known; this one is left out.';
    warnings.add({ line, column: feed.latestBy ?? null, code: 'older-publication', message });
  }
  const repeated = await settleRepeats(tx, feed, stored);
  await fillRawText(tx, feed, () => opened.rows(), opened.reading.raw);
  return { rows: counts.rows, leftOut: counts.leftOut + (found?.leftOut ?? 0) + older.length, repeated };
}

async function* watched(batches: AsyncIterable<RecordBatch>, job: Job): AsyncGenerator<RecordBatch> {
  let rows = 0;
  for await (const batch of batches) {
    yield batch;
    rows += batch.records.length;
    job.onRows(batch.bytesRead, rows);
  }
}
