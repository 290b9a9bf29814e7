import { StatsError } from '../errors.ts';

/**
 * What befell a cohort, counted by whole day since the start of follow-up: `censored[t]` left unobserved after day t
 * with no outcome by then, `events[k][t]` had outcome k on day t. All arrays have one length, the last day + 1.
 */
export type FollowUp = { censored: Float64Array; events: Float64Array[] };

/**
 * Counts persons by day. `day[i]` is the whole days from start to outcome, or to the cut-off where `outcome[i]` is 0;
 * outcomes are numbered 1 to `outcomes`. Row i stands for `persons[i]` persons, one each unless given. Day 0 counts.
 * One pass, no sorting.
 * @throws StatsError `invalid-argument` for a day that is not a whole number from 0, or an unknown outcome.
 */
export function countFollowUp(
  day: ArrayLike<number>,
  outcome: ArrayLike<number>,
  outcomes: number,
  persons?: ArrayLike<number>,
): FollowUp {
  const days = lastDay(day) + 1;
  const counts = Array.from({ length: outcomes + 1 }, () => new Float64Array(days));
  for (let i = 0; i < day.length; i++) {
    const column = counts[outcome[i] ?? -1];
    const t = day[i] ?? -1;
    if (!column)
      throw new StatsError('invalid-argument', `Outcome ${outcome[i]} is not from 0 to ${outcomes}.`);
    column[t] = (column[t] ?? 0) + (persons ? (persons[i] ?? 0) : 1);
  }
  const [censored = new Float64Array(days), ...events] = counts;
  return { censored, events };
}

function lastDay(day: ArrayLike<number>): number {
  let last = -1;
  for (let i = 0; i < day.length; i++) {
    const t = day[i] ?? -1;
    if (!(Number.isInteger(t) && t >= 0)) {
      throw new StatsError(
        'invalid-argument',
        `Follow-up is in whole days from 0; row ${i + 1} has ${day[i]}.`,
      );
    }
    if (t > last) last = t;
  }
  return last;
}
