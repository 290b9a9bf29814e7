import { checkConfidence, StatsError } from '../errors.ts';
import { criticalValue } from '../special/normal.ts';
import type { FollowUp } from './follow-up.ts';
import { buildCurve, type IncidenceCurve, jackknifeError } from './incidence-curve.ts';
import { at, buildRiskTable, type RiskTable } from './risk-table.ts';

/** A probability, its standard error and limits; `lower` and `upper` are null where the probability is 0. */
export type Probability = {
  value: number;
  standardError: number;
  lower: number | null;
  upper: number | null;
};

/** A cohort so many days after its start; `incidence` by outcome, in the order of the follow-up's columns. */
export type CohortState = { day: number; atRisk: number; noOutcome: Probability; incidence: Probability[] };

/** Beyond the last day of follow-up nothing is known: `state` is null, `absent` says `beyond-follow-up`. */
export type CohortAge =
  | { day: number; state: CohortState; absent: null }
  | { day: number; state: null; absent: 'beyond-follow-up' };

export type CumulativeIncidence = { persons: number; censored: number; lastDay: number; ages: CohortAge[] };

/**
 * Cumulative incidence of competing outcomes at given ages in whole days, with infinitesimal-jackknife errors.
 * CIF_k(t) = Σ_{s <= t} S(s-) d_ks / n_s, S(t) = Π_{s <= t} (1 - d_s / n_s) = 1 - Σ CIF. Censored on day t are still
 * at risk on day t; day 0 counts. Limits exp(ln CIF ∓ z se / CIF), at most 1. O(days) once persons are counted by day.
 * Source: Aalen and Johansen (1978), Scandinavian Journal of Statistics 5, 141-150; R survival 3.8-3; specification E.
 * @throws StatsError `no-cases` for an empty cohort, `invalid-argument` for an age that is not whole days from 0.
 * Example: ends on days 1 (a), 2 (censored), 3 (b), 4 (censored): by day 3 a = 0.25, b = 0.375, none 0.375.
 */
export function cumulativeIncidence(
  followUp: FollowUp,
  ageDays: readonly number[],
  confidence = 0.95,
): CumulativeIncidence {
  checkConfidence(confidence);
  const table = buildRiskTable(followUp);
  if (table.persons === 0)
    throw new StatsError('no-cases', 'The cohort is empty: there is no curve to draw.');
  const odd = ageDays.find((day) => !(Number.isInteger(day) && day >= 0));
  if (odd !== undefined)
    throw new StatsError('invalid-argument', `An age is in whole days from 0; got ${odd}.`);
  const z = criticalValue(confidence);
  const any = buildCurve(table, table.anyEvents);
  const curves = followUp.events.map((events) => buildCurve(table, events));
  const ages = ageDays.map((day): CohortAge => {
    if (day > table.lastDay) return { day, state: null, absent: 'beyond-follow-up' };
    const noOutcome = withLimits(at(table.after, day), jackknifeError(table, any, day), z);
    const incidence = curves.map((curve) => describe(table, curve, day, z));
    return { day, state: { day, atRisk: at(table.atRisk, day), noOutcome, incidence }, absent: null };
  });
  const censored = table.censored.reduce((sum, count) => sum + count, 0);
  return { persons: table.persons, censored, lastDay: table.lastDay, ages };
}

function describe(table: RiskTable, curve: IncidenceCurve, day: number, z: number): Probability {
  return withLimits(at(curve.incidence, day), jackknifeError(table, curve, day), z);
}

function withLimits(value: number, standardError: number, z: number): Probability {
  if (value === 0) return { value, standardError, lower: null, upper: null };
  const reach = (z * standardError) / value;
  return {
    value,
    standardError,
    lower: value * Math.exp(-reach),
    upper: Math.min(1, value * Math.exp(reach)),
  };
}
