import { type CohortState, cumulativeIncidence } from '../../stats/survival/aalen-johansen.ts';
import type { FollowUp } from '../../stats/survival/follow-up.ts';

export const INCIDENCE_CONFIDENCE = 0.95;

export interface KnownLimits {
  /** Age of the youngest case there can be: up to it every case has been followed. */
  readonly ageDays: number;
  /** Beyond it, cases that must still be open and that old. */
  readonly leastAtRisk: number;
  readonly horizonDays: number;
}

/** Last day a cohort is known to; null for a cohort of nobody. */
export function lastKnownDay(
  followUp: FollowUp,
  { ageDays, leastAtRisk, horizonDays }: KnownLimits,
): number | null {
  const atRisk = atRiskByDay(followUp);
  if (atRisk[0] === 0) return null;
  const enough = atRisk.findLastIndex((cases) => cases >= leastAtRisk);
  return Math.min(horizonDays, Math.max(ageDays, enough));
}

/**
 * A cohort of one case or more on given days up to its last known one. Once every case has ended nothing can change,
 * so that later days show the state of the last end.
 */
export function incidenceOn(followUp: FollowUp, days: readonly number[]): CohortState[] {
  const atRisk = atRiskByDay(followUp);
  const lastDay = atRisk.findLastIndex((cases) => cases > 0);
  const followed = days.map((day) => Math.min(day, lastDay));
  const { ages } = cumulativeIncidence(followUp, followed, INCIDENCE_CONFIDENCE);
  return ages.flatMap(({ state }, i) => (state ? { ...state, day: days[i], atRisk: atRisk[days[i]] } : []));
}

/** Cases that old with no end before that day. */
export function atRiskByDay({ censored, events }: FollowUp): Float64Array {
  const atRisk = new Float64Array(censored.length);
  for (let day = censored.length - 1, cases = 0; day >= 0; day--) {
    cases += censored[day];
    for (const ended of events) cases += ended[day];
    atRisk[day] = cases;
  }
  return atRisk;
}
