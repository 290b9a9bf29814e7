import type { PoolClient } from 'pg';
import { londonMonth } from '../stats/time/london.ts';
import { finishAttempt } from './attempts.ts';
import {
  type Asked,
  describeBatch,
  findSameFile,
  insertBatch,
  refuseMixing,
  refuseOtherKey,
  takeTurn,
} from './batches.ts';
import { keyFingerprint, loadContext } from './context.ts';
import {
  areasBelow,
  checkCoverage,
  countMonths,
  type DeclaredCoverage,
  decideCoverage,
  recordCoverage,
  recordRowCoverage,
} from './coverage.ts';
import type { Feed } from './definition.ts';
import { leaveOutOlder, mergeRows, type ReplaceScope, recordTouches, settleRepeats } from './merge.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import { parseCovers, parsePeriod } from './period.ts';
import type { InspectedFile } from './read/inspect-file.ts';
import type { RecordBatch } from './read/read-records.ts';
import { fillRawText, keepRefused, readProblems } from './refused-rows.ts';
import { type ImportReport, loudRefusedShare } from './report.ts';
import { copyRows, createStaging, type StagedCounts, stagingTable } from './staging.ts';
import { WarningList } from './warnings.ts';

/** One import, from an open transaction to just before it is committed. */
export interface Job {
  tx: PoolClient;
  feed: Feed;
  file: InspectedFile;
  asked: Asked;
  parser: string | undefined;
  synthetic: boolean;
  force: string;
  hmacKey: Buffer;
  /** Null in a dry run. */
  attemptId: number | null;
  notify(line: string): void;
  onRows(bytesRead: number, rows: number): void;
}

/**
 * Does everything but commit. The caller commits when the status is `applied`, and rolls back otherwise.
 * @param report what is known of the file so far
 * @throws {FileRefused} when the file cannot be taken
 */
export async function runImport(job: Job, report: ImportReport): Promise<ImportReport> {
  const { tx, feed, file, asked } = job;
  await prepareSession(tx);
  await takeTurn(tx, job.notify);
  const sameAs = await findSameFile(tx, feed, file.sha256, asked);
  if (sameAs !== null) {
    const message = `The same bytes were applied as batch ${sameAs}; nothing to do.`;
    return { ...report, batchId: sameAs, status: 'unchanged', message };
  }
  await refuseMixing(tx, feed, job.synthetic);
  const keyId = feed.columns.some(({ type }) => type.isKey) ? keyFingerprint(job.hmacKey) : undefined;
  if (keyId !== undefined) await refuseOtherKey(tx, keyId);
  const context = await loadContext(tx, feed, job);
  const areas = asked.areas && (await areasBelow(tx, asked.areas, job.force));
  const opened = await openFile(file, feed, context, job.parser);
  const warnings = new WarningList();
  const staged = await stage(job, opened, warnings);
  const coverage = await settleCoverage(job, areas, warnings);
  const done = await apply(job, opened, coverage, areas);
  // A release may be built before autovacuum looks: on tables it knows nothing of, that takes a minute longer.
  if (done.accepted + done.updated > bulkRows) await tx.query(`analyze ${feed.table}`);
  const refusedShare = done.refused / Math.max(1, staged.rows);
  if (refusedShare > loudRefusedShare) warnRefused(warnings, done.refused, staged.rows);
  const full: ImportReport = {
    ...report,
    ...staged,
    ...done,
    status: job.attemptId === null ? 'dry-run' : 'applied',
    coverage,
    delimiter: opened.dialect.delimiter,
    parser: opened.parserName,
    warningsTotal: warnings.total,
    warningsByCode: warnings.byCode,
    warnings: warnings.first,
  };
  await describeBatch(tx, done.batchId, full, { asked, keyId });
  await tx.query(`drop table ${stagingTable(feed)}`);
  if (job.attemptId === null) return { ...full, batchId: null };
  await finishAttempt(tx, job.attemptId, 'applied');
  return full;
}

/** From so many changed rows on, what the planner knows of the table is out of date. */
const bulkRows = 5000;

/** Merges are sorts and hashes over a whole file; a client that is gone must not hold the turn. */
async function prepareSession(tx: PoolClient): Promise<void> {
  await tx.query("set local work_mem = '128MB'");
  await tx.query('set local client_connection_check_interval = 1000');
}

async function stage(
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
  const older = await leaveOutOlder(tx, feed);
  for (const warning of found?.warnings ?? []) warnings.add(warning);
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

async function settleCoverage(
  { tx, feed, asked }: Job,
  areas: readonly string[] | null,
  warnings: WarningList,
): Promise<DeclaredCoverage | null> {
  if (feed.anchor === null) return null;
  const thisMonth = londonMonth(Date.now());
  const months = await countMonths(tx, feed);
  const covers = asked.covers === null ? undefined : (parseCovers(asked.covers) ?? undefined);
  const replaced = asked.replacePeriod === null ? undefined : (parsePeriod(asked.replacePeriod) ?? undefined);
  const coverage = decideCoverage(months, { covers, areas: areas ?? undefined, replaced }, thisMonth);
  const isDeclared = covers !== undefined || feed.coversRows === true;
  for (const warning of checkCoverage(months, coverage, isDeclared, thisMonth)) warnings.add(warning);
  return coverage;
}

async function apply(
  { tx, feed, file, asked, synthetic }: Job,
  opened: OpenedFile,
  coverage: DeclaredCoverage | null,
  areas: readonly string[] | null,
): Promise<
  Pick<
    ImportReport,
    | 'accepted'
    | 'updated'
    | 'unchanged'
    | 'retired'
    | 'refused'
    | 'problems'
    | 'problemsTotal'
    | 'touchedCells'
  > & { batchId: number }
> {
  const batchId = await insertBatch(tx, {
    kind: 'import',
    undoes: null,
    feed: feed.name,
    fileName: file.name,
    sha256: file.sha256,
    synthetic,
  });
  const replaced = asked.replacePeriod === null ? null : parsePeriod(asked.replacePeriod);
  const scope: ReplaceScope | null = replaced && { months: replaced.months, period: replaced.name, areas };
  const merged = await mergeRows(tx, feed, opened.reading.reader.stored, batchId, scope);
  await feed.checkMerged?.(tx);
  const touchedCells = await recordTouches(tx, feed, batchId);
  if (coverage !== null && feed.coversRows && asked.covers === null)
    await recordRowCoverage(tx, feed, batchId);
  else if (coverage !== null) await recordCoverage(tx, feed, batchId, coverage);
  const refused = await keepRefused(tx, feed, batchId);
  return { batchId, ...merged, refused, touchedCells, ...(await readProblems(tx, batchId)) };
}

function warnRefused(warnings: WarningList, refused: number, rows: number): void {
  const percent = ((100 * refused) / rows).toFixed(1);
  const message = `${refused} of ${rows} rows were refused (${percent}%). The others were applied: look at the problems, mend the export and import it again.`;
  warnings.add({ line: null, column: null, code: 'many-refused', message });
}
