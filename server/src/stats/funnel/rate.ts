import { StatsError } from '../errors.ts';
import { type countInterval, rateInterval } from '../intervals/poisson.ts';
import { gammaQuantile } from '../special/gamma.ts';
import type { FunnelLimits, Significance } from './significance.ts';

export type RateArea = { events: number; exposure: number };
export type RatePoint = { value: number; significance: Significance };
export type RateFunnel = { baseline: number; points: RatePoint[] };

/**
 * Funnel for rates (events per unit of exposure) about the pooled baseline r = Σ events / Σ exposure, for drawing.
 * An area lies outside where its own Poisson interval (exact below 10 events, Byar from 10) misses the baseline.
 * Source: PHEindicatormethods 2.1.0 `assign_funnel_significance`; specification section C. No areas: `no-cases`;
 * an exposure of 0: StatsError `invalid-argument`.
 * Example: 9 events in 30,000 and 21 in 86,000: baseline 0.000258621, neither outside.
 */
export function rateFunnel(areas: readonly RateArea[]): RateFunnel {
  if (areas.length === 0) throw new StatsError('no-cases', 'A funnel needs at least one area.');
  const sum = (part: keyof RateArea) => areas.reduce((total, area) => total + area[part], 0);
  const baseline = sum('events') / sum('exposure');
  return { baseline, points: areas.map((area) => describe(area, baseline)) };
}

/**
 * Exposure behind a rate that was published rounded: multiplier × events / rate; the given one where there are no
 * events, for then the rate says nothing.
 */
export function deriveExposure(events: number, exposure: number, rate: number, multiplier: number): number {
  return events === 0 ? exposure : (multiplier * events) / rate;
}

/** Where the interval of a count over what was expected (ISR, or a count against another) misses 1. */
export function ratioSignificance(observed: number, expected: number): Significance {
  return missedBy(1, (confidence) => rateInterval(observed, expected, confidence));
}

/**
 * Ratios to the baseline on the funnel's lines at a count of events o: lower o / E with P(X <= o | E) = tail, that is
 * E = χ²(1 - tail; 2(o + 1))/2, and upper with P(X >= o | E) = tail, E = χ²(tail; 2o)/2. Each also gives the expected
 * events E at which the line stands, from which exposure = E / baseline. `events` above 0.
 */
export function rateLimits(events: number): { ratio: FunnelLimits; expected: FunnelLimits } {
  if (!(events > 0)) throw new StatsError('invalid-argument', `The line starts at one event; got ${events}.`);
  const expected = {
    lower95: gammaQuantile(0.975, events + 1),
    upper95: gammaQuantile(0.025, events),
    lower998: gammaQuantile(0.999, events + 1),
    upper998: gammaQuantile(0.001, events),
  };
  const ratio = {
    lower95: events / expected.lower95,
    upper95: events / expected.upper95,
    lower998: events / expected.lower998,
    upper998: events / expected.upper998,
  };
  return { ratio, expected };
}

function describe({ events, exposure }: RateArea, baseline: number): RatePoint {
  const significance = missedBy(baseline, (confidence) => rateInterval(events, exposure, confidence));
  return { value: events / exposure, significance };
}

function missedBy(
  reference: number,
  interval: (confidence: 0.95 | 0.998) => ReturnType<typeof countInterval>,
): Significance {
  for (const level of [0.998, 0.95] as const) {
    const { lower, upper } = interval(level);
    if (lower > reference) return { side: 'high', level };
    if (upper < reference) return { side: 'low', level };
  }
  return null;
}
