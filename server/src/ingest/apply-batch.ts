import { londonDate } from '../stats/time/london.ts';
import { insertBatch } from './batches.ts';
import { checkCoverage } from './check-coverage.ts';
import {
  countMonths,
  countOutsideAreas,
  type DeclaredCoverage,
  decideCoverage,
  latestDay,
  readCovered,
  recordCoverage,
  recordRowCoverage,
} from './coverage.ts';
import type { Job } from './job.ts';
import { mergeRows, type ReplaceScope, recordTouches } from './merge.ts';
import { parseCovers, parsePeriod } from './period.ts';
import { keepRefused, readProblems } from './refused-rows.ts';
import type { ImportReport } from './report.ts';
import type { WarningList } from './warnings.ts';

/** What merging adds to a report. */
export type AppliedCounts = Pick<
  ImportReport,
  'accepted' | 'updated' | 'unchanged' | 'retired' | 'refused' | 'problems' | 'problemsTotal' | 'touchedCells'
> & { batchId: number };

/** The coverage of the staged rows, with warnings where it looks odd. Null for reference feeds and empty files. */
export async function settleCoverage(
  { tx, feed, asked }: Job,
  areas: readonly string[] | null,
  warnings: WarningList,
): Promise<DeclaredCoverage | null> {
  if (feed.anchor === null) return null;
  const today = londonDate(Date.now());
  const thisMonth = today.slice(0, 7);
  const months = await countMonths(tx, feed);
  const covers = asked.covers === null ? null : parseCovers(asked.covers);
  const replaced = asked.replacePeriod === null ? null : parsePeriod(asked.replacePeriod);
  const latest = await latestDay(tx, feed, thisMonth);
  const coverage = decideCoverage(months, { covers, areas, replaced }, { today, latest });
  const facts = {
    months,
    coverage,
    isDeclared: covers !== null || feed.coversRows === true,
    declaredTo: feed.coversRows && coverage ? coverage.heldTo : (covers?.heldTo ?? null),
    covered: await readCovered(tx, feed),
    outsideAreas: areas === null ? [] : await countOutsideAreas(tx, feed, areas),
    thisMonth,
  };
  for (const warning of checkCoverage(facts)) warnings.add(warning);
  return coverage;
}

/** Merges staging into the fact as a new batch, with its touched cells, coverage and refused rows. */
export async function applyBatch(
  { tx, feed, file, asked, synthetic }: Job,
  stored: readonly string[],
  coverage: DeclaredCoverage | null,
  areas: readonly string[] | null,
): Promise<AppliedCounts> {
  const { sha256, name: fileName } = file;
  const batchId = await insertBatch(tx, {
    kind: 'import',
    undoes: null,
    feed: feed.name,
    fileName,
    sha256,
    synthetic,
  });
  const replaced = asked.replacePeriod === null ? null : parsePeriod(asked.replacePeriod);
  const scope: ReplaceScope | null = replaced && { months: replaced.months, period: replaced.name, areas };
  const merged = await mergeRows(tx, feed, stored, batchId, scope);
  await feed.checkMerged?.(tx);
  const touchedCells = await recordTouches(tx, feed, batchId);
  if (coverage !== null) {
    if (feed.coversRows && asked.covers === null) await recordRowCoverage(tx, feed, batchId);
    else await recordCoverage(tx, feed, batchId, coverage);
  }
  const refused = await keepRefused(tx, feed, batchId);
  return { batchId, ...merged, refused, touchedCells, ...(await readProblems(tx, batchId)) };
}
