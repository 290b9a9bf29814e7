import { ageOf, heldDay } from '../../cells/query/follow-up.ts';
import { coverageOf } from '../../metrics/coverage.ts';
import { addMonths, type Month, type Period, parsePeriod } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { QueryProblem } from '../query-problem.ts';
import { type Query, type Resolved, requireMetric, resolveQuery } from '../resolve-query.ts';
import { parseSpan, spanOf } from './spans.ts';

/** Months shown, and months in a cohort, where none are asked for. */
const MONTHS_SHOWN = 24;
const COHORT_MONTHS = 12;

const SELECTION = ['domesticAbuse', 'offenceGroup', 'area'];
const OWN = ['areaSet', 'basis', 'show', 'withinDays', 'month', 'from', 'to', 'cohort', 'against'];

/** What the attrition page asks, every default put in. */
export interface CohortsQuestion {
  /** The composition by month. */
  readonly mix: Resolved;
  /** Parameters that select the crimes, for other metrics of them. */
  readonly selection: Query;
  readonly basis: 'recorded' | 'closed';
  readonly show: 'share' | 'number';
  readonly withinDays: number;
  /** Day the crimes are held to; nothing is held before it is finite. */
  readonly held: number;
  readonly covered: ReadonlySet<Month>;
  /** Newest month shown that is old enough, null where none is. */
  readonly matureMonth: Month | null;
  readonly cohort: Period;
  readonly against: Period;
}

/** @throws {QueryProblem} 400 naming the valid values, for anything unknown */
export function resolveCohorts(release: LoadedRelease, query: Query): CohortsQuestion {
  refuseUnknown(query);
  const show = oneOf('show', query.show, ['share', 'number']);
  const basis = oneOf('basis', query.basis, ['recorded', 'closed']);
  const selection = pick(query, SELECTION);
  const statistic = show === 'share' ? 'share' : 'count';
  const asked = { ...selection, ...pick(query, ['areaSet']), basis, statistic, by: 'part', grain: 'month' };
  const mixMetric = requireMetric('outcomes.mix');
  const everything = resolveQuery(release, mixMetric, asked);
  const { area, areaSet } = everything.reading;
  const covered = coverageOf(release.pinned, 'crimes', areaSet, area);
  const { from, to } = shownSpan(query, [...covered.months].sort());
  const mix =
    from === null ? everything : resolveQuery(release, mixMetric, { ...asked, from, to: to ?? from });
  const within = { ...selection, areaSet: mix.reading.areaSet.id, ...pick(query, ['withinDays']) };
  const atAge = resolveQuery(release, requireMetric('outcomes.at-age'), within);
  const withinDays = Number(atAge.reading.choices.withinDays);
  const held = heldDay(release, mix.reading);
  const isMature = (month: Month) => ageOf(spanOf(month, month), held) >= withinDays;
  const months = mix.reading.periods.map(({ name }) => name).filter((month) => covered.months.has(month));
  const matureMonth = months.findLast(isMature) ?? null;
  const cohort =
    query.cohort === undefined
      ? usualCohort([...covered.months].sort(), matureMonth ?? months.at(-1) ?? to)
      : parseSpan('cohort', query.cohort);
  const against = query.against === undefined ? before(cohort) : parseSpan('against', query.against);
  return {
    mix,
    selection: { ...selection, areaSet: mix.reading.areaSet.id },
    basis,
    show,
    withinDays,
    held,
    covered: covered.months,
    matureMonth,
    cohort,
    against,
  };
}

/** The months shown: as asked, else the last 24 covered to `month`, or to the newest. */
function shownSpan(query: Query, covered: readonly Month[]): { from: Month | null; to: Month | null } {
  const to = monthIn(query, 'month') ?? monthIn(query, 'to') ?? covered.at(-1) ?? null;
  const from = monthIn(query, 'from');
  if (from !== null || to === null) return { from, to };
  const first = addMonths(to, 1 - MONTHS_SHOWN);
  const start = covered[0] !== undefined && covered[0] > first ? covered[0] : first;
  return { from: start > to ? to : start, to };
}

function monthIn(query: Query, parameter: string): Month | null {
  const text = query[parameter];
  if (text === undefined) return null;
  const period = parsePeriod('month', text);
  if (period) return period.name;
  const detail = `"${text}" is not a month: write it as 2023-11.`;
  throw new QueryProblem({ code: 'unknown-period', detail, parameter, valid: ['2023-11'] });
}

/** The last twelve covered months to a month, or as many as there are. */
function usualCohort(covered: readonly Month[], last: Month | null): Period {
  const end = last ?? '2099-12';
  const first = addMonths(end, 1 - COHORT_MONTHS);
  const start = covered.find((month) => month >= first && month <= end) ?? first;
  return spanOf(start, end);
}

/** As many months, just before. */
function before({ months }: Period): Period {
  return spanOf(addMonths(months[0], -months.length), addMonths(months[0], -1));
}

function refuseUnknown(query: Query): void {
  const valid = [...SELECTION, ...OWN];
  const stranger = Object.keys(query).find((name) => !valid.includes(name));
  if (stranger !== undefined) {
    const detail = `The cohorts have no parameter "${stranger}".`;
    throw new QueryProblem({ code: 'unknown-parameter', detail, parameter: stranger, valid });
  }
  if (query.month === undefined || (query.from === undefined && query.to === undefined)) return;
  const detail = 'month names the last month shown; from and to name a span. Give the one or the other.';
  throw new QueryProblem({ code: 'conflicting-parameters', detail, parameter: 'month' });
}

function oneOf<const T extends string>(parameter: string, asked: string | undefined, valid: readonly T[]): T {
  if (asked === undefined) return valid[0];
  const found = valid.find((one) => one === asked);
  if (found !== undefined) return found;
  const detail = `"${asked}" is not a value of ${parameter}.`;
  throw new QueryProblem({ code: 'unknown-member', detail, parameter, valid });
}

function pick(query: Query, names: readonly string[]): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));
}
