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
/** Fewer crimes than this draw no curve: one of them would move it by 5 points or more. */
const FEWEST_FOLLOWED = 20;
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
    fewestFollowed: FEWEST_FOLLOWED,
    horizonDays: HORIZON_DAYS,
    markedDay: question.withinDays,
    leastAtRisk: metric.leastAtRisk,
    confidence: INCIDENCE_CONFIDENCE,
    method: 'aalen-johansen',
    cohorts: [cohort, against],
    ...compareCohorts(cohort, against, day),
  };
}

type NotFollowed = 'no-cases' | 'too-few' | 'not-collected';

/** A cohort followed to the last day it is known to; null with too few crimes, or where a month is not held. */
interface TracedCohort {
  readonly period: Period;
  readonly followUp: FollowUp;
  readonly ageDays: number;
  readonly knownToDay: number | null;
  readonly absent: NotFollowed | null;
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
  const absent = isHeld ? tooFew(atRiskByDay(cohort)[0]) : 'not-collected';
  const { leastAtRisk } = metric;
  const known = lastKnownDay(cohort, { ageDays, leastAtRisk, horizonDays: HORIZON_DAYS });
  return { period, followUp: cohort, ageDays, knownToDay: absent ? null : known, absent };
}

function tooFew(crimes: number): NotFollowed | null {
  if (crimes === 0) return 'no-cases';
  return crimes < FEWEST_FOLLOWED ? 'too-few' : null;
}

function describeCohort(
  release: LoadedRelease,
  metric: CohortMetric,
  { period, followUp: cohort, ageDays, knownToDay, absent }: TracedCohort,
  marked: readonly number[],
): FollowedCohort {
  const [first] = period.months;
  const span = { period: period.name, fromMonth: first, toMonth: period.months[period.months.length - 1] };
  const atRisk = atRiskByDay(cohort);
  const counts = { crimes: atRisk[0], open: cohort.censored.reduce((sum, crimes) => sum + crimes, 0) };
  if (knownToDay === null) {
    const held = absent === 'not-collected' ? { crimes: null, open: null } : counts;
    const unknown = { ageDays: null, knownToDay, stops: null, stillOpen: [] };
    return {
      ...span,
      ...held,
      ...unknown,
      curves: curvesOf(release, metric, []),
      absent: absent ?? 'no-cases',
    };
  }
  return {
    ...span,
    ...counts,
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
