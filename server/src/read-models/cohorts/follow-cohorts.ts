import { addFollowUps, ageOf, followUp } from '../../cells/query/follow-up.ts';
import { atRiskByDay, INCIDENCE_CONFIDENCE, incidenceOn, lastKnownDay } from '../../cells/query/incidence.ts';
import type { Reading } from '../../cells/query/reading.ts';
import type { FollowedCohort, Incidence, IncidenceCurve } from '../../contract/cohort.ts';
import type { CohortMetric } from '../../metrics/definition.ts';
import { dayNumber, type Period } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import type { CohortState } from '../../stats/survival/aalen-johansen.ts';
import type { FollowUp } from '../../stats/survival/follow-up.ts';
import { labelOf } from '../members.ts';
import { requireMetric, resolveQuery } from '../resolve-query.ts';
import { compareCohorts } from './compare-cohorts.ts';
import type { CohortsQuestion } from './question.ts';

const HORIZON_DAYS = 365;
/** A curve is drawn in steps of so many days. */
const STEP_DAYS = 5;
const TABLE_DAYS = [0, 60, 120, 180, 240, 300, 360];

/** How outcomes build up with age in the two cohorts of a question. */
export function followCohorts(release: LoadedRelease, question: CohortsQuestion): Incidence {
  const metric = requireMetric('outcomes.by-age');
  if (metric.kind !== 'cohort') throw new Error(`${metric.id} is not a cohort.`);
  const { reading } = resolveQuery(release, metric, question.selection);
  const traced = [question.cohort, question.against].map((period) =>
    traceCohort(release, question, { ...reading, periods: [period] }, metric, period),
  );
  const known = traced.map(({ knownToDay }) => knownToDay ?? 0);
  const day = Math.min(question.withinDays, ...known);
  const [cohort, against] = traced.map((one) =>
    describeCohort(release, metric, one, [question.withinDays, day]),
  );
  return {
    metric: metric.id,
    horizonDays: HORIZON_DAYS,
    markedDay: question.withinDays,
    leastAtRisk: metric.leastAtRisk,
    confidence: INCIDENCE_CONFIDENCE,
    method: 'aalen-johansen',
    cohorts: [cohort, against],
    ...compareCohorts(cohort, against, day),
  };
}

/** A cohort followed to the last day it is known to; null without crimes, or where a month is not held. */
interface TracedCohort {
  readonly period: Period;
  readonly followUp: FollowUp;
  readonly ageDays: number;
  readonly knownToDay: number | null;
  readonly absent: 'no-cases' | 'not-collected' | null;
}

function traceCohort(
  release: LoadedRelease,
  { covered, held }: CohortsQuestion,
  reading: Reading,
  metric: CohortMetric,
  period: Period,
): TracedCohort {
  const longest = Math.max(HORIZON_DAYS, held - dayNumber(`${period.months[0]}-01`));
  const isHeld = period.months.every((month) => covered.has(month));
  const groups = isHeld ? followUp(release, reading, metric, longest) : [];
  const months = groups.flatMap((group) => group.months[0]);
  const cohort = addFollowUps(months, metric.causes.length, isHeld ? longest : 0);
  const ageDays = ageOf(period, held);
  const { leastAtRisk } = metric;
  const knownToDay = lastKnownDay(cohort, { ageDays, leastAtRisk, horizonDays: HORIZON_DAYS });
  const nobody = isHeld ? 'no-cases' : 'not-collected';
  return { period, followUp: cohort, ageDays, knownToDay, absent: knownToDay === null ? nobody : null };
}

function describeCohort(
  release: LoadedRelease,
  metric: CohortMetric,
  { period, followUp: cohort, ageDays, knownToDay, absent }: TracedCohort,
  marked: readonly number[],
): FollowedCohort {
  const [first] = period.months;
  const span = { period: period.name, fromMonth: first, toMonth: period.months[period.months.length - 1] };
  if (knownToDay === null) return { ...span, ...nobody(absent ?? 'no-cases') };
  const atRisk = atRiskByDay(cohort);
  return {
    ...span,
    crimes: atRisk[0],
    open: cohort.censored.reduce((sum, crimes) => sum + crimes, 0),
    ageDays,
    knownToDay,
    stops: knownToDay === HORIZON_DAYS ? 'horizon' : 'too-few',
    curves: curvesOf(release, metric, incidenceOn(cohort, curveDays(knownToDay, marked))),
    stillOpen: TABLE_DAYS.map((day) => ({
      day,
      crimes: atRisk[day] === 0 && day > ageDays ? null : atRisk[day],
    })),
  };
}

/** Every fifth day, the days at which cohorts are compared, and the last. */
function curveDays(knownToDay: number, marked: readonly number[]): number[] {
  const steps = Array.from({ length: HORIZON_DAYS / STEP_DAYS + 1 }, (_, step) => step * STEP_DAYS);
  const days = [...steps, ...marked].filter((day) => day < knownToDay);
  return [...new Set([...days, knownToDay])].sort((a, b) => a - b);
}

function curvesOf(
  release: LoadedRelease,
  metric: CohortMetric,
  states: readonly CohortState[],
): IncidenceCurve[] {
  const causes = [...metric.causes.map(({ code }) => code), 'none'] as IncidenceCurve['cause'][];
  return causes.map((cause, at) => ({
    cause,
    label: labelOf(release.pinned, 'cause', cause),
    points: states.map(({ day, incidence, noOutcome }) => {
      const { value, lower, upper } = incidence[at] ?? noOutcome;
      return { day, value, lower, upper };
    }),
  }));
}

function nobody(absent: 'no-cases' | 'not-collected') {
  const empty = { crimes: 0, open: 0, ageDays: null, knownToDay: null, stops: null };
  return { ...empty, curves: [], stillOpen: [], absent };
}
