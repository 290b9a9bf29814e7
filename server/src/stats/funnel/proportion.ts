import { StatsError } from '../errors.ts';
import { checkProportion } from '../intervals/wilson.ts';
import { criticalValue } from '../special/normal.ts';
import { type FunnelLimits, outsideLimits, type Significance } from './significance.ts';

export type ProportionArea = { numerator: number; denominator: number };
export type ProportionPoint = { value: number; limits: FunnelLimits; significance: Significance };
export type ProportionFunnel = { baseline: number; points: ProportionPoint[] };

/**
 * Funnel for proportions (as fractions) about the pooled baseline p = Σx / Σn, for drawing; the flag of an area is
 * `compareProportionAreas`. Limits at denominator n: p ∓ z √(p(1 - p)/n) at 95% and 99.8%, within 0 to 1.
 * Source: Spiegelhalter (2005), Statistics in Medicine 24, 1185-1202; PHEindicatormethods 2.1.0, whose upper limit
 * stops at 100 whatever its multiplier: here always at one whole. No areas: StatsError `no-cases`.
 * Example: 244 of 1,020 and 161 of 644: baseline 0.24339, limits of the first at 95% 0.21706 to 0.26973.
 */
export function proportionFunnel(areas: readonly ProportionArea[]): ProportionFunnel {
  if (areas.length === 0) throw new StatsError('no-cases', 'A funnel needs at least one area.');
  for (const { numerator, denominator } of areas) checkProportion(numerator, denominator);
  const sum = (part: keyof ProportionArea) => areas.reduce((total, area) => total + area[part], 0);
  const baseline = sum('numerator') / sum('denominator');
  return { baseline, points: areas.map((area) => describe(area, baseline)) };
}

/** The funnel's limits at one denominator, for the drawn line. */
export function proportionLimits(baseline: number, denominator: number): FunnelLimits {
  const error = Math.sqrt((baseline * (1 - baseline)) / denominator);
  const near = criticalValue(0.95) * error;
  const far = criticalValue(0.998) * error;
  return {
    lower95: Math.max(0, baseline - near),
    upper95: Math.min(1, baseline + near),
    lower998: Math.max(0, baseline - far),
    upper998: Math.min(1, baseline + far),
  };
}

function describe({ numerator, denominator }: ProportionArea, baseline: number): ProportionPoint {
  const value = numerator / denominator;
  const limits = proportionLimits(baseline, denominator);
  return { value, limits, significance: outsideLimits(value, limits) };
}
