import type { GrainName } from '../../contract/common.ts';
import { areaSetAt, childrenOf } from '../../metrics/areas.ts';
import { boardGroups } from '../../metrics/board.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import { addMonths, grains, type Period, parsePeriod, periodEnding } from '../../metrics/periods.ts';
import type { PinnedAreaSet } from '../../metrics/pinned.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { boardMonths } from '../get-board.ts';
import { QueryProblem } from '../query-problem.ts';
import { type Query, type Resolved, requireMetric, resolveQuery } from '../resolve-query.ts';

/** What is asked of a comparison, everything named and known to exist. */
export interface Question {
  readonly month: string;
  readonly months: readonly string[];
  readonly grain: GrainName;
  readonly areaSet: PinnedAreaSet;
  /** Area whose parts are compared. */
  readonly area: string;
  readonly main: Asked;
  /** Null where none is asked for. */
  readonly second: Asked | null;
}

/** One measure of a comparison and its periods: now, and the equal period a year before. */
export interface Asked {
  readonly resolved: Resolved;
  /** Parameters that name the measure, as asked. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly lagMonths: number;
  readonly now: Period;
  readonly before: Period;
}

const usual = { metric: 'response.within-target', grade: '2', domesticAbuse: 'true' };
const seconds = ['satisfaction.overall', 'response.seen-within-hour'];
/** Lengths of period that areas are compared over. */
export const comparisonGrains: readonly GrainName[] = grains.filter(
  (grain) => grain !== 'financial-year-to-date',
);

/** Reads the parameters of a comparison. @throws {QueryProblem} */
export function resolveComparison(release: LoadedRelease, query: Query): Question {
  const { metric, second, grain, to, area, areaSet, ...members } = query.metric
    ? query
    : { ...usual, ...query };
  refuseSpans(members);
  const asked = requireMetric(metric);
  const months = boardMonths(release);
  const length = requireGrain(asked, grain);
  const month = requireMonth(release, months, length, to);
  const set = requireSet(release, areaSet, month);
  const place = { area: area ?? 'force', areaSet: set.id };
  const main = askMeasure(release, asked, { ...members, ...place, grain: length }, month);
  const parent = main.resolved.reading.area;
  requireParts(release, set, parent);
  const other = requireSecond(asked, second);
  return {
    month,
    months,
    grain: length,
    areaSet: set,
    area: parent,
    main: { ...main, parameters: members },
    second:
      other && askMeasure(release, other, { ...place, grain: requireGrain(other, undefined, length) }, month),
  };
}

/** A measure over one length of period, its last one ending as many months before `month` as it lags. */
export function askMeasure(
  release: LoadedRelease,
  metric: MetricDefinition,
  query: Query,
  month: string,
  boardLag?: number,
  members: 'known' | 'any' = 'known',
): Asked {
  const resolved = resolveQuery(release, metric, query, members);
  const lagMonths = boardLag ?? lagOf(resolved);
  const now = lastPeriodBy(resolved.grain, addMonths(month, -lagMonths));
  const before = lastPeriodBy(resolved.grain, addMonths(now.months[now.months.length - 1], -12));
  return { resolved, parameters: {}, lagMonths, now, before };
}

const daysPerMonth = 365.25 / 12;

/** Months until a cohort is old enough, else by which the board shows the metric behind the month asked for. */
function lagOf({ reading: { metric, choices, filters } }: Resolved): number {
  const maturesAfter = metric.absentUntilMature ? metric.maturesAfterDays?.(choices, filters) : null;
  if (maturesAfter) return Math.round(maturesAfter / daysPerMonth);
  const rows = boardGroups.flatMap((group) => group.rows).filter((row) => row.metric === metric.id);
  return rows.length === 0 ? 0 : Math.min(...rows.map(({ lagMonths }) => lagMonths));
}

function lastPeriodBy(grain: GrainName, month: string): Period {
  for (let back = 0; back < 12; back++) {
    const period = periodEnding(grain, addMonths(month, -back));
    if (period) return period;
  }
  throw new Error(`No period of grain ${grain} ends in a year.`);
}

function refuseSpans(members: Query): void {
  const parameter = ['from', 'by', 'version'].find((name) => members[name] !== undefined);
  if (!parameter) return;
  const detail = `A comparison has no parameter "${parameter}": it shows one period, and a year before.`;
  throw new QueryProblem({ code: 'unknown-parameter', detail, parameter });
}

function requireGrain(metric: MetricDefinition, asked: string | undefined, wish?: GrainName): GrainName {
  const offered = comparisonGrains.filter((grain) => (metric.grains ?? grains).includes(grain));
  if (asked === undefined) {
    const wanted = wish ?? 'rolling-3';
    return offered.includes(wanted) ? wanted : offered[0];
  }
  const found = offered.find((grain) => grain === asked);
  if (found) return found;
  const detail = `${metric.id} is not compared by "${asked}".`;
  throw new QueryProblem({ code: 'unknown-member', detail, parameter: 'grain', valid: offered });
}

function requireMonth(
  release: LoadedRelease,
  months: readonly string[],
  grain: GrainName,
  to: string | undefined,
): string {
  if (to === undefined) return months[months.length - 1];
  if (months.includes(to)) return to;
  const month = parsePeriod(grain, to)?.months.at(-1);
  if (month !== undefined && months.includes(month)) return month;
  const detail = `Release ${release.number} compares areas from ${months[0]} to ${months.at(-1)}; "${to}" is neither such a month nor a period that ends in one.`;
  throw new QueryProblem({ code: 'unknown-period', detail, parameter: 'to', valid: months });
}

function requireSet({ pinned }: LoadedRelease, asked: string | undefined, month: string): PinnedAreaSet {
  if (asked === undefined) return areaSetAt(pinned, month);
  const set = pinned.areaSets.find(({ id }) => id === asked);
  if (set) return set;
  const detail = `There is no area set "${asked}".`;
  const valid = pinned.areaSets.map(({ id }) => id);
  throw new QueryProblem({ code: 'unknown-member', detail, parameter: 'areaSet', valid });
}

function requireParts({ pinned }: LoadedRelease, set: PinnedAreaSet, area: string): void {
  if (childrenOf(set, area).length > 0) return;
  const hasParts = (code: string) => childrenOf(set, code).length > 0;
  const valid = ['force', ...set.areas.map(({ code }) => code).filter(hasParts)];
  const detail = `Area ${area} has no parts in area set ${set.id} to compare.`;
  throw new QueryProblem({
    code: 'no-parts',
    detail,
    parameter: 'area',
    valid: valid.filter((code) => code !== pinned.force.code),
  });
}

function requireSecond(metric: MetricDefinition, asked: string | undefined): MetricDefinition | null {
  if (asked === 'none') return null;
  const id = asked ?? seconds.find((one) => one !== metric.id);
  try {
    return requireMetric(id);
  } catch (error) {
    if (!(error instanceof QueryProblem)) throw error;
    throw new QueryProblem({
      code: error.code,
      detail: error.detail,
      parameter: 'second',
      valid: ['none', ...(error.valid ?? [])],
    });
  }
}
