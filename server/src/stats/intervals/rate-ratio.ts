import { checkConfidence, StatsError } from '../errors.ts';
import { binomialCdf } from '../special/binomial.ts';

/** A ratio of two rates; `ratio` is null where the second rate is 0, and so is an upper limit without bound. */
export type RateRatio = { ratio: number | null; lower: number; upper: number | null };

/**
 * Ratio of two Poisson rates, (x1 / e1) / (x2 / e2), with the exact conditional interval: given the total, x1 is
 * Binomial(x1 + x2, π) with π = R e1 / (R e1 + e2); the Clopper-Pearson limits of π are turned into limits of R.
 * Source: Przyborowski and Wilenski (1940), Biometrika 31, 313-323; R `poisson.test`.
 * Counts are whole numbers, exposures above 0. No events at all: 0 to no upper limit, ratio null.
 * Example (R's help page): 11 in 800 against 21 in 3,011 at 95%: 1.9715, from 0.8584 to 4.2773.
 */
export function rateRatioInterval(
  x1: number,
  exposure1: number,
  x2: number,
  exposure2: number,
  confidence: number,
): RateRatio {
  checkConfidence(confidence);
  checkRate(x1, exposure1);
  checkRate(x2, exposure2);
  const total = x1 + x2;
  const tail = (1 - confidence) / 2;
  const scale = exposure2 / exposure1;
  const lowerShare = x1 === 0 ? 0 : solveShare((share) => 1 - binomialCdf(x1 - 1, total, share) - tail);
  const upperShare = x2 === 0 ? 1 : solveShare((share) => tail - binomialCdf(x1, total, share));
  return {
    ratio: x2 === 0 ? null : (x1 / x2) * scale,
    lower: (lowerShare / (1 - lowerShare)) * scale,
    upper: upperShare === 1 ? null : (upperShare / (1 - upperShare)) * scale,
  };
}

function checkRate(events: number, exposure: number): void {
  if (!(Number.isInteger(events) && events >= 0)) {
    throw new StatsError(
      'invalid-argument',
      `A count of events must be a whole number, 0 or more; got ${events}.`,
    );
  }
  if (!(exposure > 0)) {
    throw new StatsError('invalid-argument', `A rate's denominator must be above 0; got ${exposure}.`);
  }
}

/** Root in (0, 1) of a function that rises with the share, by bisection to about 1e-13. */
function solveShare(rising: (share: number) => number): number {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 44; step++) {
    const middle = (low + high) / 2;
    if (rising(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
