import type { UnitName } from '../../contract/common.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import { statisticsOf } from '../../metrics/kinds.ts';
import { type Comparatives, levelWords, waitWords } from '../findings/variation.ts';

/** How a line's values are written, and what its directions are called. */
export interface LineUnit {
  readonly unit: UnitName;
  readonly decimals: number;
  readonly words: Comparatives;
}

/** The unit of one statistic of a metric. */
export function lineUnit(metric: MetricDefinition, statistic: string): LineUnit {
  const unit = statisticsOf(metric).find(({ id }) => id === statistic)?.unit ?? 'count';
  return { unit, decimals: metric.decimals, words: metric.kind === 'duration' ? waitWords : levelWords };
}
