import type { PolarityName, UnitName } from '../contract/common.ts';
import type { Choices, MetricDefinition } from './definition.ts';

export interface StatisticText {
  readonly id: string;
  readonly label: string;
  readonly unit: UnitName;
}

const DURATION: readonly StatisticText[] = [
  { id: 'median', label: 'Median', unit: 'seconds' },
  { id: 'p90', label: '90th percentile', unit: 'seconds' },
  { id: 'mean', label: 'Mean', unit: 'seconds' },
];

/** Readings a metric of each kind offers, the headline first. */
export function statisticsOf(metric: MetricDefinition): readonly StatisticText[] {
  switch (metric.kind) {
    case 'count':
      return [{ id: 'count', label: 'Number', unit: 'count' }];
    case 'snapshot':
      return [{ id: 'count', label: 'Number at period end', unit: 'count' }];
    case 'proportion':
      return [{ id: 'share', label: 'Share', unit: 'fraction' }];
    case 'rate':
      return [{ id: 'rate', label: `Per ${metric.per}`, unit: metric.per === 100 ? 'per-100' : 'per-1000' }];
    case 'duration':
      return DURATION;
    case 'composition':
      return [
        { id: 'share', label: 'Share', unit: 'fraction' },
        { id: 'count', label: 'Number', unit: 'count' },
      ];
    case 'cohort':
      return [{ id: 'incidence', label: 'Cumulative incidence', unit: 'fraction' }];
    case 'difference':
      return [{ id: 'difference', label: 'Difference of medians', unit: 'seconds' }];
  }
}

/** Share of the distribution a duration statistic reads; null for the mean. */
export function quantileOf(statistic: string): number | null {
  if (statistic === 'median') return 0.5;
  return statistic === 'p90' ? 0.9 : null;
}

/** Which way is better for the choices made: one metric may hold outcomes of either kind. */
export function polarityOf(metric: MetricDefinition, choices: Choices): PolarityName {
  return metric.polarityFor?.(choices) ?? metric.polarity;
}
