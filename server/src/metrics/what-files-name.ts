import type { Choices, MetricDefinition } from './definition.ts';
import { statisticsOf } from './kinds.ts';

/** Units a file may give for a value in the wire's unit; `targetValue` brings them back to it. */
const unitsFor: Readonly<Record<string, readonly string[]>> = {
  seconds: ['seconds', 'minutes', 'hours'],
  fraction: ['fraction', 'percent', '%'],
};
/** A median held against a standard for each call misleads: the target is on the share within it (decision 17). */
const withoutTarget: readonly string[] = ['response.time'];

/** True where figures are read from returns: one that is counted from rows never has returns added to it. */
export function takesReturns(metric: MetricDefinition): boolean {
  return metric.cube === 'return_value';
}

/** True where a published value may be held against a target. */
export function takesTarget(metric: MetricDefinition): boolean {
  return !withoutTarget.includes(metric.id);
}

/** True where the measure is made with a threshold by grade, setting and area. */
export function takesThreshold(metric: MetricDefinition): boolean {
  if (metric.kind !== 'proportion') return false;
  const usual: Choices = Object.fromEntries(metric.dimensions.map((use) => [use.id, use.default ?? '']));
  return 'threshold' in metric.numerator(usual).of;
}

/** Statistics of a metric by name, the headline first. */
export function statisticNames(metric: MetricDefinition): string[] {
  return statisticsOf(metric).map(({ id }) => id);
}

/** Units in which a value of a statistic may be given; a threshold is a time. */
export function unitsOf(metric: MetricDefinition, statistic: string, role: string): readonly string[] {
  const [headline, ...others] = statisticsOf(metric);
  const unit =
    role === 'threshold' ? 'seconds' : (others.find(({ id }) => id === statistic) ?? headline).unit;
  return unitsFor[unit] ?? [unit];
}
