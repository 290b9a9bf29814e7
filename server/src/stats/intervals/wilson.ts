import { checkConfidence, StatsError } from '../errors.ts';
import { criticalValue } from '../special/normal.ts';

/** Limits in the unit of the estimate. */
export type Interval = { lower: number; upper: number };

/** @throws StatsError `invalid-argument` unless 0 <= successes <= trials and trials > 0. */
export function checkProportion(successes: number, trials: number): void {
  if (!(trials > 0)) {
    throw new StatsError('invalid-argument', `A proportion's denominator must be above 0; got ${trials}.`);
  }
  if (!(successes >= 0 && successes <= trials)) {
    throw new StatsError(
      'invalid-argument',
      `A proportion's numerator must lie from 0 to its denominator; got ${successes} of ${trials}.`,
    );
  }
}

/**
 * Wilson score interval for a proportion, as fractions within 0 to 1:
 * (2x + z² ∓ z √(z² + 4x(1 - x/n))) / (2(n + z²)).
 * Source: Wilson (1927), JASA 22, 209-212; Fingertips technical guidance.
 * x = 0 gives a lower limit of 0, x = n an upper limit of 1; a denominator of 0 is an error.
 * Example: Newcombe (1998): 81 of 263 at 95% is 0.2553 to 0.3662.
 */
export function wilsonInterval(successes: number, trials: number, confidence: number): Interval {
  checkConfidence(confidence);
  checkProportion(successes, trials);
  const z = criticalValue(confidence);
  const middle = 2 * successes + z * z;
  const spread = z * Math.sqrt(z * z + 4 * successes * (1 - successes / trials));
  const scale = 2 * (trials + z * z);
  // Rounding can leave dust where the limits are exactly 0 and 1.
  return {
    lower: successes === 0 ? 0 : Math.max(0, (middle - spread) / scale),
    upper: successes === trials ? 1 : Math.min(1, (middle + spread) / scale),
  };
}
