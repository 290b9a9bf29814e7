import type { FollowUp } from './follow-up.ts';

/**
 * A cohort by whole day: persons at risk, ends with any outcome, no outcome yet just before and just after the day,
 * and the Greenwood sum G(s) = Σ_{u <= s} d_u / (n_u (n_u - d_u)), a term with n = d left out (S is 0 after it).
 */
export type RiskTable = {
  persons: number;
  lastDay: number;
  censored: Float64Array;
  anyEvents: Float64Array;
  atRisk: Float64Array;
  before: Float64Array;
  after: Float64Array;
  greenwood: Float64Array;
};

/** One pass over the days of follow-up. */
export function buildRiskTable({ censored, events }: FollowUp): RiskTable {
  const days = censored.length;
  const anyEvents = Float64Array.from(censored, (_, s) =>
    events.reduce((sum, column) => sum + at(column, s), 0),
  );
  const atRisk = new Float64Array(days);
  for (let s = days - 1, n = 0; s >= 0; s--) {
    n += at(censored, s) + at(anyEvents, s);
    atRisk[s] = n;
  }
  const before = new Float64Array(days);
  const after = new Float64Array(days);
  const greenwood = new Float64Array(days);
  for (let s = 0, survival = 1, sum = 0; s < days; s++) {
    const n = at(atRisk, s);
    const d = at(anyEvents, s);
    before[s] = survival;
    if (d > 0) survival *= 1 - d / n;
    if (d > 0 && n > d) sum += d / (n * (n - d));
    after[s] = survival;
    greenwood[s] = sum;
  }
  const lastDay = atRisk.findLastIndex((n) => n > 0);
  return { persons: at(atRisk, 0), lastDay, censored, anyEvents, atRisk, before, after, greenwood };
}

/** The entry of a day, 0 outside the table. */
export function at(table: Float64Array, day: number): number {
  return table[day] ?? 0;
}
