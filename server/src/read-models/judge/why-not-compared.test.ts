import { expect, test } from 'vitest';
import { statisticsOf } from '../../metrics/kinds.ts';
import { metricIds } from '../../metrics/registry.ts';
import { requireMetric } from '../resolve-query.ts';
import { whyNever } from './compare-areas.ts';
import { whyNotCompared } from './why-not-compared.ts';

const figures = metricIds.flatMap((id) => {
  const metric = requireMetric(id);
  return statisticsOf(metric).map((statistic) => ({ metric, statistic: statistic.id }));
});
const ruledOut = figures.filter((figure) => whyNever({ ...figure, filters: {} }) === 'not-applicable');

test('areas are compared by medians, percentiles, shares and rates, and by no other figure', () => {
  const names = ruledOut.map(({ metric, statistic }) => `${metric.kind} ${statistic}`);
  expect([...new Set(names)].sort()).toEqual([
    'cohort incidence',
    'composition count',
    'difference difference',
    'duration mean',
    'proportion share',
    'snapshot count',
  ]);
  expect(
    ruledOut.filter(({ metric }) => metric.kind === 'proportion').map(({ metric }) => metric.id),
  ).toEqual(['published.outcome-share']);
});

test.each(ruledOut)('the reason is particular to $metric.id as $statistic', (figure) => {
  expect(whyNotCompared(figure)).toMatch(/^Areas .*not compared by .{20,}\.$/);
  expect(whyNotCompared(figure)).not.toBe('Areas are not compared by this figure.');
});
