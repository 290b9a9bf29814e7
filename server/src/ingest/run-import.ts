import { applyBatch, settleCoverage } from './apply-batch.ts';
import { finishAttempt } from './attempts.ts';
import { describeBatch, findSameFile, refuseMixing, refuseOtherKey, takeTurn } from './batches.ts';
import { keyFingerprint, loadContext } from './context.ts';
import { areasBelow } from './coverage.ts';
import type { Job } from './job.ts';
import { openFile } from './open-file.ts';
import { type ImportReport, loudRefusedShare } from './report.ts';
import { stageFile } from './stage-file.ts';
import { stagingTable } from './staging.ts';
import { WarningList } from './warnings.ts';

/**
 * Does everything but commit. The caller commits when the status is `applied`, and rolls back otherwise.
 * @param report what is known of the file so far
 * @throws {FileRefused} when the file cannot be taken
 */
export async function runImport(job: Job, report: ImportReport): Promise<ImportReport> {
  const { tx, feed, file } = job;
  await tx.query("set local work_mem = '128MB'");
  await takeTurn(tx, job.notify);
  const sameAs = await findSameFile(tx, feed, file.sha256, job.asked);
  if (sameAs !== null) {
    const message = `The same bytes were applied as batch ${sameAs}; nothing to do.`;
    return { ...report, batchId: sameAs, status: 'unchanged', message };
  }
  await refuseMixing(tx, feed, job.synthetic);
  const keyId = feed.columns.some(({ type }) => type.isKey) ? keyFingerprint(job.hmacKey) : undefined;
  if (keyId !== undefined) await refuseOtherKey(tx, keyId);
  const { batchId, ...full } = await takeFile(job, report);
  await describeBatch(tx, batchId, full, { asked: job.asked, keyId });
  await tx.query(`drop table ${stagingTable(feed)}`);
  if (job.attemptId === null) return { ...full, batchId: null };
  await finishAttempt(tx, job.attemptId, 'applied');
  return { ...full, batchId };
}

async function takeFile(job: Job, report: ImportReport): Promise<ImportReport & { batchId: number }> {
  const { tx, feed, file, asked, force } = job;
  const context = await loadContext(tx, feed, job);
  const areas = asked.areas && (await areasBelow(tx, asked.areas, force));
  const opened = await openFile(file, feed, context, job.parser);
  const warnings = new WarningList();
  const staged = await stageFile(job, opened, warnings);
  const coverage = await settleCoverage(job, areas, warnings);
  const applied = await applyBatch(job, opened.reading.reader.stored, coverage, areas);
  warnOfRefused(warnings, applied.refused, staged.rows, job.attemptId === null);
  return {
    ...report,
    ...staged,
    ...applied,
    status: job.attemptId === null ? 'dry-run' : 'applied',
    coverage,
    delimiter: opened.dialect.delimiter,
    parser: opened.parserName,
    warningsTotal: warnings.total,
    warningsByCode: warnings.byCode,
    warnings: warnings.first,
  };
}

function warnOfRefused(warnings: WarningList, refused: number, rows: number, isDryRun: boolean): void {
  if (refused <= rows * loudRefusedShare) return;
  const percent = ((100 * refused) / rows).toFixed(1);
  const were = isDryRun ? 'would be' : 'were';
  const message = `${refused} of ${rows} rows ${were} refused (${percent}%). The others ${were} applied: look at the problems, mend the export and import it again.`;
  warnings.add({ line: null, column: null, code: 'many-refused', message });
}
