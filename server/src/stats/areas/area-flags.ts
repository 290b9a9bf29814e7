import { type MedianDifference, quantileDifference } from '../intervals/median-difference.ts';
import { newcombeInterval } from '../intervals/newcombe.ts';
import { rateRatioInterval } from '../intervals/rate-ratio.ts';
import { poolValues, sortValues } from '../quantiles/quantile.ts';

/**
 * One area against all the others together (decision 36). `comparison` says what `estimate` and its limits are: the
 * difference from the rest (fraction, or the unit of the durations) or the ratio of its rate to theirs. `flag` is
 * given only where the interval leaves out no difference (0) or an even ratio (1).
 */
export type AreaFlag = {
  comparison: 'difference' | 'ratio';
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  flag: 'higher' | 'lower' | null;
  absent: 'no-cases' | 'no-other-areas' | 'too-few' | null;
};

/** The level at which an area is called different: 80 comparisons on a board would show four beyond 95% by chance. */
export const flagConfidence = 0.998;

/**
 * Each area's proportion less that of the other areas together, with Newcombe's interval.
 * Areas without cases, or with none beside them, get no estimate and the reason. Result in the order given.
 * Example: 60 of 100 beside 80 of 100: -0.2, from -0.3805 to 0.0005 at 99.8%: no flag.
 */
export function flagProportionAreas(
  areas: readonly { numerator: number; denominator: number }[],
  confidence = flagConfidence,
): AreaFlag[] {
  const numerator = sumOf(areas, (area) => area.numerator);
  const denominator = sumOf(areas, (area) => area.denominator);
  return areas.map((area) => {
    const rest = { numerator: numerator - area.numerator, denominator: denominator - area.denominator };
    const absent = whyAbsent(area.denominator, rest.denominator);
    if (absent) return unknown('difference', absent);
    const interval = newcombeInterval(
      area.numerator,
      area.denominator,
      rest.numerator,
      rest.denominator,
      confidence,
    );
    return flagFrom('difference', interval.difference, interval.lower, interval.upper, 0);
  });
}

/**
 * Each area's rate over that of the other areas together, with the exact interval of `rateRatioInterval`.
 * Whole events, exposure of 0 or more (crimes of the population the count is about). Result in the order given.
 */
export function flagRateAreas(
  areas: readonly { events: number; exposure: number }[],
  confidence = flagConfidence,
): AreaFlag[] {
  const events = sumOf(areas, (area) => area.events);
  const exposure = sumOf(areas, (area) => area.exposure);
  return areas.map((area) => {
    const absent = whyAbsent(area.exposure, exposure - area.exposure);
    if (absent) return unknown('ratio', absent);
    const { ratio, lower, upper } = rateRatioInterval(
      area.events,
      area.exposure,
      events - area.events,
      exposure - area.exposure,
      confidence,
    );
    return flagFrom('ratio', ratio, lower, upper, 1);
  });
}

/**
 * Each area's median, or other quantile, less that of all other areas' cases together, with the interval of
 * `quantileDifference`. Durations of each area in any order; a side that cannot be bounded is null, `too-few`.
 */
export function flagDurationAreas(
  areas: readonly ArrayLike<number>[],
  confidence = flagConfidence,
  p = 0.5,
): AreaFlag[] {
  const all = poolValues(areas);
  return areas.map((area) => {
    const own = sortValues(area);
    const rest = leaveOut(all, own);
    const absent = whyAbsent(area.length, rest.length);
    if (absent) return unknown('difference', absent);
    const gap: MedianDifference = quantileDifference(own, rest, p, confidence);
    return flagFrom('difference', gap.difference, gap.lower, gap.upper, 0);
  });
}

/** The ascending values that remain when an ascending part of them is taken out. */
function leaveOut(all: Float64Array, part: Float64Array): Float64Array {
  const rest = new Float64Array(all.length - part.length);
  let taken = 0;
  for (let i = 0; i < all.length; i++) {
    if (taken < part.length && all[i] === part[taken]) taken += 1;
    else rest[i - taken] = all[i] ?? 0;
  }
  return rest;
}

function flagFrom(
  comparison: AreaFlag['comparison'],
  estimate: number | null,
  lower: number | null,
  upper: number | null,
  even: number,
): AreaFlag {
  const isHigher = lower !== null && lower > even;
  const isLower = upper !== null && upper < even;
  return {
    comparison,
    estimate,
    lower,
    upper,
    flag: isHigher ? 'higher' : isLower ? 'lower' : null,
    absent: lower === null || upper === null ? 'too-few' : null,
  };
}

function unknown(comparison: AreaFlag['comparison'], absent: 'no-cases' | 'no-other-areas'): AreaFlag {
  return { comparison, estimate: null, lower: null, upper: null, flag: null, absent };
}

function whyAbsent(own: number, others: number): 'no-cases' | 'no-other-areas' | null {
  if (!(own > 0)) return 'no-cases';
  return others > 0 ? null : 'no-other-areas';
}

function sumOf<T>(areas: readonly T[], part: (area: T) => number): number {
  return areas.reduce((sum, area) => sum + part(area), 0);
}
