import { addFollowUps, ageOf, followUp } from '../../cells/query/follow-up.ts';
import { atRiskByDay, INCIDENCE_CONFIDENCE, incidenceOn, lastKnownDay } from '../../cells/query/incidence.ts';
import type { Reading } from '../../cells/query/reading.ts';
import type { FollowedCohort, Incidence, IncidenceCurve } from '../../contract/cohort.ts';
import type { CohortMetric } from '../../metrics/definition.ts';
import { dayNumber, type Period } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import type { CohortState } from '../../stats/survival/aalen-johansen.ts';
import { labelOf } from '../members.ts';
import { requireMetric, resolveQuery } from '../resolve-query.ts';
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
  return {
    metric: metric.id,
    horizonDays: HORIZON_DAYS,
    markedDay: question.withinDays,
    leastAtRisk: metric.leastAtRisk,
    confidence: INCIDENCE_CONFIDENCE,
    method: 'aalen-johansen',
    cohorts: [question.cohort, question.against].map((period) =>
      followCohort(release, question, { ...reading, periods: [period] }, metric, period),
    ),
  };
}

function followCohort(
  release: LoadedRelease,
  { covered, held, withinDays }: CohortsQuestion,
  reading: Reading,
  metric: CohortMetric,
  period: Period,
): FollowedCohort {
  const [first] = period.months;
  const span = { period: period.name, fromMonth: first, toMonth: period.months[period.months.length - 1] };
  if (!period.months.every((month) => covered.has(month))) return { ...span, ...nobody('not-collected') };
  const longest = Math.max(HORIZON_DAYS, held - dayNumber(`${first}-01`));
  const months = followUp(release, reading, metric, longest).flatMap((group) => group.months[0]);
  const cohort = addFollowUps(months, metric.causes.length, longest);
  const ageDays = ageOf(period, held);
  const { leastAtRisk } = metric;
  const knownToDay = lastKnownDay(cohort, { ageDays, leastAtRisk, horizonDays: HORIZON_DAYS });
  if (knownToDay === null) return { ...span, ...nobody('no-cases') };
  const atRisk = atRiskByDay(cohort);
  return {
    ...span,
    crimes: atRisk[0],
    open: cohort.censored.reduce((sum, crimes) => sum + crimes, 0),
    ageDays,
    knownToDay,
    stops: knownToDay === HORIZON_DAYS ? 'horizon' : 'too-few',
    curves: curvesOf(release, metric, incidenceOn(cohort, curveDays(knownToDay, withinDays))),
    stillOpen: TABLE_DAYS.map((day) => ({
      day,
      crimes: atRisk[day] === 0 && day > ageDays ? null : atRisk[day],
    })),
  };
}

/** Every fifth day, the day at which cohorts are compared, and the last. */
function curveDays(knownToDay: number, withinDays: number): number[] {
  const steps = Array.from({ length: HORIZON_DAYS / STEP_DAYS + 1 }, (_, step) => step * STEP_DAYS);
  const days = [...steps, withinDays].filter((day) => day < knownToDay);
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
