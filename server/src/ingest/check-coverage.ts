import { monthRange } from '../stats/time/calendar.ts';
import type { DeclaredCoverage, MonthCount } from './coverage.ts';
import type { Warning, WarningCode } from './problems.ts';

const shown = 6;

/**
 * What is odd about rows and coverage taken together.
 * @param isDeclared the coverage was asked for, and not worked out from the rows
 * @param covered spans that the feed covered before
 */
export function checkCoverage(
  months: readonly MonthCount[],
  coverage: DeclaredCoverage | null,
  isDeclared: boolean,
  covered: readonly { from: string; to: string }[],
  thisMonth: string,
): Warning[] {
  const future = months.filter(({ month }) => month > thisMonth);
  const warnings = [
    warnOf(future.length, 'in-future', `${sum(future)} rows are of months to come (${list(future)}).`),
  ];
  if (!coverage) {
    const message =
      'The file has no rows to take, so it covers no months. Declare them with --covers if there were none.';
    return [...warnings, warnOf(1, 'no-rows', message)].flat();
  }
  const { from, to } = coverage;
  const outside = months.filter(({ month }) => (month < from || month > to) && month <= thisMonth);
  const held = new Set(months.map(({ month }) => month));
  const isKnown = (month: string): boolean =>
    held.has(month) || covered.some((span) => span.from <= month && month <= span.to);
  const empty = isDeclared
    ? []
    : monthRange(from, to)
        .filter((month) => !isKnown(month))
        .map((month) => ({ month, rows: 0 }));
  return [
    ...warnings,
    warnOf(
      outside.length,
      'outside-coverage',
      `${sum(outside)} rows are of months that the batch does not cover (${list(outside)}); they are kept.`,
    ),
    warnOf(
      empty.length,
      'empty-months',
      `${empty.length} covered months have no rows and will read as zero (${list(empty)}). If they were not collected, say what is with --covers.`,
    ),
  ].flat();
}

function warnOf(count: number, code: WarningCode, message: string): Warning[] {
  return count === 0 ? [] : [{ line: null, column: null, code, message }];
}

function sum(months: readonly MonthCount[]): number {
  return months.reduce((total, { rows }) => total + rows, 0);
}

function list(months: readonly MonthCount[]): string {
  const first = months.slice(0, shown).map(({ month }) => month);
  return `${first.join(', ')}${months.length > shown ? ' …' : ''}`;
}
