import type { BoardRow } from '../../contract/board.ts';
import type { QualityCheck } from '../../contract/measure.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { criticalValue } from '../../stats/special/normal.ts';

/**
 * About how many standard errors an area lies from the others: its distance from even over the half width of its
 * interval towards even, times that interval's z. Ratios on the log scale. Null where that side is unbounded.
 */
export function flagSigmas({ comparison, estimate, lower, upper, confidence }: AreaFlag): number | null {
  const scale = comparison === 'ratio' ? Math.log : (value: number) => value;
  if (estimate === null || (comparison === 'ratio' && estimate <= 0)) return null;
  const from = scale(estimate);
  const towards = from > 0 ? lower : upper;
  if (towards === null) return null;
  const width = Math.abs(from - scale(towards));
  return width > 0 && Number.isFinite(width) ? (Math.abs(from) / width) * criticalValue(confidence) : null;
}

/** How far the month judged lies from its target, in standard deviations of the line; null without limits. */
export function targetSigmas({ variation, outlook, spark, spc }: BoardRow): number | null {
  const value = spark.find(({ period }) => period === variation.at)?.value ?? null;
  const point = spc?.points.find(({ period }) => period === variation.at);
  const segment = point && spc?.segments[point.segment];
  if (!segment || segment.mean === null || segment.upper === null) return null;
  if (value === null || !outlook.target) return null;
  const sigma = (segment.upper - segment.mean) / 3;
  return sigma > 0 ? Math.abs(value - outlook.target.value) / sigma : null;
}

/** How far a share of rows at fault lies above its tolerance, in standard errors of a share of that size. */
export function shareSigmas({ numerator, denominator, tolerance }: QualityCheck): number | null {
  const error = Math.sqrt((tolerance * (1 - tolerance)) / denominator);
  return error > 0 ? (numerator / denominator - tolerance) / error : null;
}
