import { type CohortState, cumulativeIncidence } from '../../stats/survival/aalen-johansen.ts';
import type { FollowUp } from '../../stats/survival/follow-up.ts';

export const INCIDENCE_CONFIDENCE = 0.95;

/** States of a cohort on given days, and the last day it is known to. */
export interface KnownIncidence {
  readonly knownToDay: number;
  readonly states: readonly CohortState[];
}

/**
 * Cumulative incidence on those of the given days up to which a cohort is known: to the age of its youngest case,
 * when every case has been followed, and further while at least so many are that old and still open. Null for a
 * cohort of nobody.
 */
export function knownIncidence(
  followUp: FollowUp,
  days: readonly number[],
  { ageDays, leastAtRisk, horizonDays }: { ageDays: number; leastAtRisk: number; horizonDays: number },
): KnownIncidence | null {
  const atRisk = atRiskByDay(followUp);
  if (atRisk[0] === 0) return null;
  const lastDay = atRisk.findLastIndex((cases) => cases > 0);
  const enough = atRisk.findLastIndex((cases) => cases >= leastAtRisk);
  const knownToDay = Math.min(horizonDays, Math.max(ageDays, enough));
  const asked = days.filter((day) => day <= knownToDay);
  // Once every case has ended nothing can change: later days show the state of the last one.
  const { ages } = cumulativeIncidence(
    followUp,
    asked.map((day) => Math.min(day, lastDay)),
    INCIDENCE_CONFIDENCE,
  );
  const states = ages.flatMap(({ state }, i) =>
    state ? { ...state, day: asked[i], atRisk: atRisk[asked[i]] } : [],
  );
  return { knownToDay, states };
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
