import {
  type CohortAge,
  cumulativeIncidence,
  type Probability,
} from '../../stats/survival/aalen-johansen.ts';
import { countFollowUp } from '../../stats/survival/follow-up.ts';
import { daysBetween } from '../../stats/time/calendar.ts';

type CohortInput = {
  origin: string;
  cutoff: string;
  recorded_day: number[];
  outcome: number[];
  days_to_outcome: (number | null)[];
};

const horizons = [28, 90, 180, 365];
const outcomes = ['OC1', 'OC15', 'OC16', 'other'];

/** Section E: cumulative incidence of outcomes by age. */
export function runCohort(raw: Record<string, unknown>): unknown {
  const { origin, cutoff, recorded_day, outcome, days_to_outcome } = raw as CohortInput;
  const span = daysBetween(origin, cutoff);
  const days = recorded_day.map((recorded, i) => days_to_outcome[i] ?? span - recorded);
  const result = cumulativeIncidence(countFollowUp(days, outcome, outcomes.length), horizons);
  const column = (pick: (age: CohortAge) => number | null | undefined) =>
    result.ages.map((age) => pick(age) ?? null);
  const field = (k: number, name: keyof Probability) => column(({ state }) => state?.incidence[k]?.[name]);
  return {
    n: result.persons,
    n_censored: result.censored,
    max_time: result.lastDay,
    horizons,
    n_at_risk: result.ages.map(({ state }) => state?.atRisk ?? 0),
    no_outcome: column(({ state }) => state?.noOutcome.value),
    se_no_outcome_ij: column(({ state }) => state?.noOutcome.standardError),
    outcomes: outcomes.map((name, k) => ({
      outcome: name,
      cif: field(k, 'value'),
      se_ij: field(k, 'standardError'),
      lower95_log: field(k, 'lower'),
      upper95_log: field(k, 'upper'),
    })),
  };
}
