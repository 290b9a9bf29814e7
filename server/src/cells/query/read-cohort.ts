import type { CohortMetric } from '../../metrics/definition.ts';
import { monthIndex } from '../../metrics/periods.ts';
import type { CohortState } from '../../stats/survival/aalen-johansen.ts';
import type { FollowUp } from '../../stats/survival/follow-up.ts';
import { addFollowUps, ageOf, type FollowedGroup, followUp, heldDay } from './follow-up.ts';
import { atRiskByDay, INCIDENCE_CONFIDENCE, incidenceOn, lastKnownDay } from './incidence.ts';
import { NO_CASES, type Reading, type ReadLine, type ReadPoint, type ReleaseData } from './reading.ts';

/** Cumulative incidence of one cause at one age, each period a cohort of its own. */
export function readCohort(release: ReleaseData, reading: Reading, metric: CohortMetric): ReadLine[] {
  const { choices, periods, nodes, by } = reading;
  const atDays = metric.atDays(choices);
  const cause = metric.causes.findIndex(({ code }) => code === metric.causeOf(choices));
  const found = followUp(release, reading, metric, atDays);
  const groups = found.length > 0 || by.length > 0 ? found : [nobody(nodes.length)];
  const first = monthIndex(periods.flatMap(({ months }) => months).sort()[0]);
  const held = heldDay(release, reading);
  return groups.flatMap(({ members, months }) =>
    nodes.map((node, at) => ({
      key: Object.fromEntries(by.map((id, k) => [id, members[k]])),
      node,
      points: periods.map((period) => {
        const parts = period.months.map((month) => months[at][monthIndex(month) - first]);
        const cohort = addFollowUps(parts, metric.causes.length, atDays);
        return pointOf(metric, cohort, cause, atDays, ageOf(period, held));
      }),
    })),
  );
}

const nobody = (nodes: number): FollowedGroup => ({
  members: [],
  months: Array.from({ length: nodes }, () => []),
});

function pointOf(
  { leastAtRisk }: CohortMetric,
  cohort: FollowUp,
  cause: number,
  atDays: number,
  ageDays: number,
): ReadPoint {
  const known = lastKnownDay(cohort, { ageDays, leastAtRisk, horizonDays: atDays });
  if (known === null) return NO_CASES;
  const [n] = atRiskByDay(cohort);
  if (known < atDays) return { value: null, n, absent: 'too-few' };
  const [state] = incidenceOn(cohort, [atDays]);
  return { n, ...estimateOf(state, cause) };
}

function estimateOf(
  state: CohortState,
  cause: number,
): Pick<ReadPoint, 'value' | 'interval' | 'intervalAbsent'> & { value: number } {
  const { value, lower, upper } = cause < 0 ? state.noOutcome : state.incidence[cause];
  if (lower === null || upper === null) return { value, intervalAbsent: 'too-few' };
  const method = 'aalen-johansen';
  return { value, interval: { lower, upper, confidence: INCIDENCE_CONFIDENCE, method, absent: null } };
}
