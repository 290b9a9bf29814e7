import { quantileDifference } from '../intervals/median-difference.ts';
import { newcombeInterval } from '../intervals/newcombe.ts';
import { binomialCdf } from '../special/binomial.ts';

/**
 * Lowest and highest value that would not be told from the other areas, for an area of a given size: what chance
 * explains. A value lies outside exactly where the flag of the same confidence is given. Null: unbounded.
 */
export type ExpectedRange = { lower: number | null; upper: number | null };

/**
 * Proportions an area of `denominator` cases could show without a flag beside the others, as fractions: every whole
 * numerator whose Newcombe interval for the difference holds 0. Both denominators above 0.
 * Example: 100 cases beside 80 of 100 at 99.8%: 0.6 to 0.94.
 */
export function expectedProportion(
  denominator: number,
  others: { numerator: number; denominator: number },
  confidence: number,
): { lower: number; upper: number } {
  const limits = (numerator: number) =>
    newcombeInterval(numerator, denominator, others.numerator, others.denominator, confidence);
  const firstHigh = firstWhere((numerator) => limits(numerator).lower > 0, denominator);
  const firstKept = firstWhere((numerator) => limits(numerator).upper >= 0, denominator);
  return { lower: firstKept / denominator, upper: (firstHigh - 1) / denominator };
}

/**
 * Ratios to the others' rate that an area of a given exposure could show without a flag: every whole count whose
 * exact conditional interval for the ratio holds 1, tested in its binomial tail. Null where the others have no events,
 * for then there is no ratio. Exposures above 0.
 * Example: exposure 100 beside 20 events in 100 at 95%: 9 to 35 events, 0.45 to 1.75 times their rate.
 */
export function expectedRatio(
  exposure: number,
  others: { events: number; exposure: number },
  confidence: number,
): { lower: number; upper: number } | null {
  if (others.events === 0) return null;
  const tail = (1 - confidence) / 2;
  const share = exposure / (exposure + others.exposure);
  const isHigh = (events: number) =>
    events > 0 && 1 - binomialCdf(events - 1, events + others.events, share) < tail;
  const isKept = (events: number) => binomialCdf(events, events + others.events, share) >= tail;
  const expectedEvents = (others.events * exposure) / others.exposure;
  let most = Math.ceil(expectedEvents) + 1;
  while (!isHigh(most)) most *= 2;
  const inRatio = (events: number) => events / expectedEvents;
  return { lower: inRatio(firstWhere(isKept, most)), upper: inRatio(firstWhere(isHigh, most) - 1) };
}

/**
 * Medians, or other quantiles, an area could show without a flag, from its own interval: the distances from the
 * difference to its limits, turned about the others' quantile, so that the area's lies outside exactly where the
 * interval leaves out 0. Both groups ascending and not empty; a side the method cannot bound is null.
 * Example: 1…9 beside 11…19 at p = 0.5 and 95%: 15 ∓ √18.
 */
export function expectedQuantile(
  own: ArrayLike<number>,
  others: ArrayLike<number>,
  { p, value }: { p: number; value: number },
  confidence: number,
): ExpectedRange {
  const { difference, lower, upper } = quantileDifference(own, others, p, confidence);
  return {
    lower: upper === null ? null : value - (upper - difference),
    upper: lower === null ? null : value + (difference - lower),
  };
}

/** First of 0 … `last` at which a test that turns true once holds; `last` + 1 where it never does. */
function firstWhere(holds: (count: number) => boolean, last: number): number {
  let low = 0;
  let high = last + 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
