import type { Metric } from '../../api/types.ts';

/** Metrics of one family, families in the order of the catalogue. */
export interface MetricFamily {
  id: string;
  label: string;
  metrics: Metric[];
}

/** Metrics that hold every word typed, in name, meaning, family or id; by family. */
export function findMetrics(metrics: readonly Metric[], typed: string): MetricFamily[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const families = new Map<string, MetricFamily>();
  for (const metric of metrics) {
    const text = [metric.label, metric.meaning, metric.familyLabel, metric.id].join(' ').toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const family = families.get(metric.family) ?? {
      id: metric.family,
      label: metric.familyLabel,
      metrics: [],
    };
    family.metrics.push(metric);
    families.set(metric.family, family);
  }
  return [...families.values()];
}

const kinds: Record<string, string> = {
  count: 'Count',
  rate: 'Rate',
  proportion: 'Share',
  composition: 'Parts of a whole',
  duration: 'Time taken',
  snapshot: 'Number at period end',
  cohort: 'Outcomes by age',
  distinct: 'People',
  difference: 'Difference',
};

/** The kind of a metric in plain words. */
export const kindWords = (kind: string): string => kinds[kind] ?? kind;

const units: Record<string, string> = {
  seconds: 'minutes',
  days: 'days',
  fraction: '%',
  count: '',
  'per-100': 'per 100',
  'per-1000': 'per 1,000',
};

/** The unit a metric is shown in; empty where its kind says it all. */
export const unitWords = (unit: string): string => units[unit] ?? unit;

const directions: Record<string, string> = {
  'higher-is-better': 'Higher is better',
  'lower-is-better': 'Lower is better',
  neutral: 'No agreed direction',
};

/** Which direction the force has recorded as better. */
export const directionWords = (polarity: string): string => directions[polarity] ?? polarity;
