import type { GrainName } from '../contract/common.ts';
import { type Month, monthRange, type Period, parsePeriod, periodEnding } from '../metrics/periods.ts';
import { QueryProblem } from './query-problem.ts';

const MOST_PERIODS = 600;

const SHAPES: Readonly<Record<GrainName, string>> = {
  month: '2023-11',
  quarter: '2023/24-Q3',
  'financial-year': '2023/24',
  'financial-year-to-date': 'YTD/2023-11',
  'rolling-3': 'P3M/2023-11',
  'rolling-12': 'P12M/2023-11',
};

/**
 * Periods of a grain from one named period to another, both included. Without a name, from the first or to
 * the last period that lies wholly inside coverage.
 */
export function resolvePeriods(
  grain: GrainName,
  covered: ReadonlySet<Month>,
  from: string | undefined,
  to: string | undefined,
): Period[] {
  const first = from === undefined ? null : requirePeriod(grain, 'from', from);
  const last = to === undefined ? null : requirePeriod(grain, 'to', to);
  const months = first && last ? [] : [...covered].sort();
  const start = first?.months.at(-1) ?? months[0];
  const end = last?.months.at(-1) ?? months.at(-1);
  if (start === undefined || end === undefined) return [];
  if (first && last && start > end)
    throw new QueryProblem({
      code: 'empty-span',
      detail: `from (${from}) is later than to (${to}).`,
      parameter: 'from',
    });
  const periods = monthRange(start, end).flatMap((month) => periodEnding(grain, month) ?? []);
  if (periods.length > MOST_PERIODS)
    throw new QueryProblem({
      code: 'span-too-long',
      detail: `That is ${periods.length} periods; ask for ${MOST_PERIODS} at most.`,
      parameter: 'from',
    });
  const inside = (period: Period) => period.months.every((month) => covered.has(month));
  const firstInside = periods.findIndex(inside);
  const lastInside = periods.findLastIndex(inside);
  if (firstInside < 0) return first && last ? periods : [];
  return periods.slice(first ? 0 : firstInside, last ? undefined : lastInside + 1);
}

function requirePeriod(grain: GrainName, parameter: string, text: string): Period {
  const period = parsePeriod(grain, text);
  if (period) return period;
  const detail = `"${text}" is not a period of grain ${grain}: write it as ${SHAPES[grain]}.`;
  throw new QueryProblem({ code: 'unknown-period', detail, parameter, valid: [SHAPES[grain]] });
}
