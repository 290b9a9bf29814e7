import { monthRange } from '../stats/time/calendar.ts';
import type { DeclaredCoverage, MonthCount } from './coverage.ts';
import { lastDay } from './period.ts';
import type { Warning, WarningCode } from './problems.ts';

const shown = 6;

export interface CoverageFacts {
  months: readonly MonthCount[];
  coverage: DeclaredCoverage | null;
  /** The coverage was asked for, and not worked out from the rows. */
  isDeclared: boolean;
  /** Last day that was declared, where one was: what was meant to be held to it is not warned about. */
  declaredTo: string | null;
  /** Spans that the feed covered before. */
  covered: readonly { from: string; to: string }[];
  /** Rows of areas that were not declared. */
  outsideAreas: readonly { area: string; rows: number }[];
  thisMonth: string;
}

/** What is odd about rows and coverage taken together. */
export function checkCoverage({
  months,
  coverage,
  isDeclared,
  declaredTo,
  covered,
  outsideAreas,
  thisMonth,
}: CoverageFacts): Warning[] {
  const future = months.filter(({ month }) => month > thisMonth);
  const warnings = [
    warnOf(future.length, 'in-future', `${sum(future)} rows are of months to come (${list(future)}).`),
  ];
  if (!coverage) {
    const message =
      'The file has no rows to take, so it covers no months. Declare them with --covers if there were none.';
    return [...warnings, warnOf(1, 'no-rows', message)].flat();
  }
  const { from, to, heldTo } = coverage;
  const outside = months.filter(({ month }) => (month < from || month > to) && month <= thisMonth);
  const held = new Set(months.map(({ month }) => month));
  const isKnown = (month: string): boolean =>
    held.has(month) || covered.some((span) => span.from <= month && month <= span.to);
  const empty = isDeclared
    ? []
    : monthRange(from, to)
        .filter((month) => !isKnown(month))
        .map((month) => ({ month, rows: 0 }));
  const isHeldBack = to === thisMonth && heldTo < lastDay(to) && heldTo !== declaredTo;
  return [
    ...warnings,
    warnOf(
      outside.length,
      'outside-coverage',
      `${sum(outside)} rows are of months that the batch does not cover (${list(outside)}); they are taken all the same.`,
    ),
    warnOf(
      outsideAreas.length,
      'outside-coverage',
      `${sum(outsideAreas)} rows are of areas that --areas does not name (${listed(outsideAreas.map(({ area }) => area))}); they are taken all the same.`,
    ),
    warnOf(
      isHeldBack ? 1 : 0,
      'month-in-progress',
      `${to} is not over: the file is taken to hold it to ${heldTo}. Name another day with --covers ${from}..${heldTo}, and import the whole month once it is over.`,
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

function sum(counts: readonly { rows: number }[]): number {
  return counts.reduce((total, { rows }) => total + rows, 0);
}

function list(months: readonly MonthCount[]): string {
  return listed(months.map(({ month }) => month));
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, shown).join(', ')}${names.length > shown ? ' …' : ''}`;
}
