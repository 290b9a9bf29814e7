import { checkConfidence, StatsError } from '../errors.ts';
import { gammaQuantile } from '../special/gamma.ts';
import { criticalValue } from '../special/normal.ts';
import type { Interval } from './wilson.ts';

export type RateMethod = 'exact' | 'byar';
export type RateInterval = Interval & { method: RateMethod };

const byarFrom = 10;

/**
 * Interval for the mean of a Poisson count of events. Below 10 exact: lower χ²(a/2; 2x)/2 (0 at x = 0), upper
 * χ²(1 - a/2; 2x + 2)/2. From 10 Byar's approximation: x(1 - 1/(9x) - z/(3√x))³ and the same at x + 1 with + z.
 * Source: Garwood (1936), Biometrika 28; Breslow and Day (1987), volume II, page 69; Fingertips technical guidance.
 * A fractional count is allowed (the switch is at x < 10); a negative count is an error.
 * Example: 5 events at 95%: 1.6235 to 11.6683 (Garwood's table).
 */
export function countInterval(events: number, confidence: number): RateInterval {
  checkConfidence(confidence);
  if (!(events >= 0 && events < Infinity)) {
    throw new StatsError('invalid-argument', `A count of events must be 0 or more; got ${events}.`);
  }
  if (events < byarFrom) return { ...exactCountInterval(events, confidence), method: 'exact' };
  const z = criticalValue(confidence);
  return { lower: byarLimit(events, -z), upper: byarLimit(events + 1, z), method: 'byar' };
}

/** The exact Poisson interval at any count; see `countInterval`. */
export function exactCountInterval(events: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  return {
    lower: events === 0 ? 0 : gammaQuantile(tail, events),
    upper: gammaQuantile(1 - tail, events + 1),
  };
}

/**
 * Interval for a rate: the limits of the count over its exposure (person-years, crimes, …), in events per unit
 * of exposure. An exposure of 0 or less is an error.
 * Example: 10 events in 2,000 at 95%: 0.00239372 to 0.00919573.
 */
export function rateInterval(events: number, exposure: number, confidence: number): RateInterval {
  if (!(exposure > 0)) {
    throw new StatsError('invalid-argument', `A rate's denominator must be above 0; got ${exposure}.`);
  }
  const { lower, upper, method } = countInterval(events, confidence);
  return { lower: lower / exposure, upper: upper / exposure, method };
}

function byarLimit(count: number, z: number): number {
  // The cube turns negative only where z² > 9x, far below the counts this form is used for.
  return count * Math.max(0, 1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;
}
