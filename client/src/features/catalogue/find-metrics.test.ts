import { describe, expect, test } from 'vitest';
import type { Metric } from '../../api/types.ts';
import { findMetrics } from './find-metrics.ts';

const metric = (id: string, label: string, familyLabel: string): Metric => ({
  id,
  version: 1,
  versionFrom: '2019-04-01',
  family: id.split('.')[0] ?? '',
  familyLabel,
  label,
  meaning: `What ${label.toLowerCase()} says.`,
  kind: 'count',
  polarity: 'neutral',
  unit: 'count',
  decimals: 0,
  numerator: '',
  denominator: '',
  feed: 'incidents',
  owner: '',
  grains: ['month'],
  defaultGrain: 'month',
  statistics: [],
  dimensions: [],
  overTime: 'sum',
  overAreas: 'sum',
  caveats: [],
  counts: [],
  notes: '',
});
const metrics = [
  metric('response.time', 'Response time', 'Responding to domestic abuse'),
  metric('response.volume', 'Incidents', 'Responding to domestic abuse'),
  metric('cps.overdue', 'Waiting over 28 days', 'CPS'),
];
const found = (typed: string) =>
  findMetrics(metrics, typed).map(({ label, metrics: some }) => [label, some.map(({ id }) => id)]);

describe('findMetrics', () => {
  test('lists every family in order when nothing is typed', () => {
    expect(found('')).toEqual([
      ['Responding to domestic abuse', ['response.time', 'response.volume']],
      ['CPS', ['cps.overdue']],
    ]);
  });

  test('wants every word, wherever it stands', () => {
    expect(found('domestic TIME')).toEqual([['Responding to domestic abuse', ['response.time']]]);
    expect(found('28 cps')).toEqual([['CPS', ['cps.overdue']]]);
  });

  test('is empty when nothing holds the words', () => {
    expect(found('satisfaction')).toEqual([]);
  });
});
