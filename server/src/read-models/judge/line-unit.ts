import type { UnitName } from '../../contract/common.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import { statisticsOf } from '../../metrics/kinds.ts';
import { type Comparatives, levelWords, waitWords } from '../findings/variation.ts';

/** How a line's values are written, and what its directions are called. */
export interface LineUnit {
  readonly unit: UnitName;
  readonly decimals: number;
  readonly words: Comparatives;
  /** Least and most that a value can be; null where it has no bound. */
  readonly least: number | null;
  readonly most: number | null;
}

/** The unit of one statistic of a metric. */
export function lineUnit(metric: MetricDefinition, statistic: string): LineUnit {
  const unit = statisticsOf(metric).find(({ id }) => id === statistic)?.unit ?? 'count';
  return {
    unit,
    decimals: metric.decimals,
    words: metric.kind === 'duration' ? waitWords : levelWords,
    least: metric.kind === 'difference' ? null : 0,
    most: unit === 'fraction' ? 1 : null,
  };
}

/** Limits as a sentence names them: within what a value can be. On the wire they are never clipped. */
export function inWords<Range extends { readonly lower: number | null; readonly upper: number | null }>(
  { least, most }: LineUnit,
  range: Range,
): Range {
  const { lower, upper } = range;
  return {
    ...range,
    lower: lower === null || least === null ? lower : Math.max(least, lower),
    upper: upper === null || most === null ? upper : Math.min(most, upper),
  };
}
