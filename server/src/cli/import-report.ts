import type { ImportReport } from '../ingest/report.ts';
import type { UndoReport } from '../ingest/undo-batch.ts';

const shownProblems = 20;

const headings: Record<ImportReport['status'], (report: ImportReport) => string> = {
  applied: ({ batchId }) => `Applied as batch ${batchId}.`,
  unchanged: () => 'Unchanged.',
  held: () => 'Held for confirmation.',
  refused: () => 'Refused: nothing of the file was kept.',
  'dry-run': () => 'Dry run: nothing was kept.',
  failed: () => 'Failed: nothing of the file was kept.',
};

/** The report of an import, for a person. */
export function describeReport(report: ImportReport): string {
  const { feed, file, status, message, seconds } = report;
  const lines = [`${file} (${feed}): ${headings[status](report)}`];
  if (message !== null && status !== 'refused') lines.push(message);
  if (status === 'applied' || status === 'dry-run') lines.push(...describeRows(report));
  lines.push(...describeNotes(report));
  lines.push(`${seconds.toFixed(1)} s`);
  return lines.join('\n');
}

/** The report of an undo, for a person. */
export function describeUndo({ batchId, undoes, feed, removed, restored, touchedCells }: UndoReport): string {
  return [
    `Batch ${undoes} (${feed}) is undone, by batch ${batchId}.`,
    `${removed} row versions ended, ${restored} earlier ones are current again; ${touchedCells} cells changed.`,
    'Publish a release to show it: npm run release -- publish',
  ].join('\n');
}

function describeRows(report: ImportReport): string[] {
  const { rows, accepted, updated, unchanged, retired, refused, repeated, leftOut, coverage } = report;
  const isDryRun = report.status === 'dry-run';
  const counts = [
    [accepted, 'new'],
    [updated, 'updated'],
    [unchanged, 'unchanged'],
    [refused, 'refused'],
    [repeated, 'repeated'],
    [leftOut, 'left out'],
  ] as const;
  const parts = counts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  const lines = [`${rows} rows${isDryRun ? ', which would be' : ''}: ${parts.join(', ') || 'nothing new'}.`];
  if (retired > 0)
    lines.push(`${retired} rows that the file does not have ${isDryRun ? 'would be' : 'were'} retired.`);
  if (coverage) {
    const areas = coverage.areas === null ? 'every area' : coverage.areas.join(', ');
    lines.push(
      `${isDryRun ? 'Would cover' : 'Covers'} ${coverage.from} to ${coverage.to}, held to ${coverage.heldTo}, ${areas}.`,
    );
  }
  if (report.synthetic) lines.push(`The rows ${isDryRun ? 'would be' : 'are'} marked synthetic.`);
  return lines;
}

function describeNotes({
  status,
  problems,
  problemsTotal,
  warningsByCode,
  warnings,
  warningsTotal,
  refused,
  rows,
  batchId,
}: ImportReport): string[] {
  const lines: string[] = [];
  if (warningsByCode['many-refused'])
    lines.push(
      '',
      `*** ${refused} of ${rows} rows ${status === 'dry-run' ? 'would be' : 'were'} REFUSED. ***`,
    );
  if (problemsTotal > 0)
    lines.push('', `Problems (${problemsTotal}):`, ...problems.slice(0, shownProblems).map(describe));
  if (problemsTotal > shownProblems) lines.push(`  … and ${problemsTotal - shownProblems} more.`);
  if (batchId !== null && refused > 0)
    lines.push(`  All of them, with the rows: npm run import -- refused ${batchId}`);
  if (warningsTotal > 0) {
    const kinds = Object.entries(warningsByCode).map(([code, count]) => `${count} ${code}`);
    lines.push('', `Warnings (${kinds.join(', ')}):`, ...warnings.slice(0, shownProblems).map(describe));
  }
  if (warningsTotal > shownProblems) lines.push(`  … and ${warningsTotal - shownProblems} more.`);
  return lines.length > 0 ? [...lines, ''] : lines;
}

function describe({
  line,
  column,
  code,
  message,
}: ImportReport['problems'][number] | ImportReport['warnings'][number]): string {
  const where = [line === null ? '' : `line ${line}`, column ?? ''].filter((part) => part !== '').join(', ');
  return `  ${where === '' ? '' : `${where}: `}${message} [${code}]`;
}
