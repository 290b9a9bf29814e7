import { StatsError } from '../errors.ts';

/** Every grain in which a figure can be published. */
export type Grain =
  | 'month'
  | 'quarter'
  | 'financial-year'
  | 'financial-year-to-date'
  | 'rolling-3'
  | 'rolling-12';

/**
 * Grains whose periods share no days. Only these may be judged: neighbouring rolling or cumulative periods hold
 * the same cases, so their moving ranges are far too small and the limits built from them far too narrow.
 */
export type DistinctGrain = Extract<Grain, 'month' | 'quarter' | 'financial-year'>;

const distinctGrains: readonly string[] = ['month', 'quarter', 'financial-year'] satisfies DistinctGrain[];

export function isDistinctGrain(grain: string): grain is DistinctGrain {
  return distinctGrains.includes(grain);
}

/** The grain, where it may be judged. @throws StatsError `overlapping-periods` where it may not. */
export function requireDistinctGrain(grain: string): DistinctGrain {
  if (isDistinctGrain(grain)) return grain;
  throw new StatsError(
    'overlapping-periods',
    `Limits are never drawn on "${grain}": its periods overlap. Ask for month, quarter or financial-year.`,
  );
}
