import { describe, expect, test } from 'vitest';
import type {
  CountMetric,
  DurationMetric,
  Family,
  MetricDefinition,
  ProportionMetric,
  SnapshotMetric,
} from './definition.ts';
import { findFaults } from './find-faults.ts';
import { families, findMetric, metricIds, notesOf } from './registry.ts';

const family: Family = { id: 'response', label: 'Response', notes: new URL('file:///notes.md'), metrics: [] };
const count = findMetric('response.volume') as CountMetric;
const share = findMetric('outcomes.attrition') as ProportionMetric;
const duration = findMetric('response.time') as DurationMetric;
const snapshot = findMetric('cps.overdue') as SnapshotMetric;

const inFamily = (metric: MetricDefinition): string[] =>
  findFaults({ ...family, id: metric.id.split('.')[0] }, metric);

describe('findFaults', () => {
  test.each(families.flatMap((own) => own.metrics.map((metric) => [metric.id, own, metric] as const)))(
    'finds nothing wrong with %s',
    (_, own, metric) => {
      expect(findFaults(own, metric)).toEqual([]);
    },
  );

  test.each<[string, MetricDefinition, string]>([
    [
      'an id that is not kebab-case',
      { ...count, id: 'response.Volume' },
      'the id is not family.metric in kebab-case',
    ],
    [
      'a dimension that is not in the list',
      { ...count, dimensions: [{ id: 'colour', role: 'partition' }] },
      'dimension colour is not in the dimension list',
    ],
    [
      'a dimension named twice',
      { ...count, dimensions: [...count.dimensions, ...count.dimensions] },
      'a dimension is named twice',
    ],
    [
      'a column that the cube lacks',
      { ...count, dimensions: [{ id: 'court', role: 'partition' }] },
      'cube incident has no column court',
    ],
    [
      'a choice without a default',
      { ...count, dimensions: [{ id: 'grade', role: 'choice' }] },
      'choice grade has no default',
    ],
    [
      'a default that is no member',
      { ...count, dimensions: [{ id: 'risk', role: 'choice', default: 'low' }] },
      'default low is not a member of risk',
    ],
    [
      'a split by what it does not have',
      { ...count, leadingSplit: 'flag' },
      'it has no dimension flag to be split by',
    ],
    [
      'a default grain it does not offer',
      { ...count, grains: ['month'], defaultGrain: 'quarter' },
      'its default grain quarter is not offered',
    ],
    [
      'a count that the cube lacks',
      { ...count, count: () => ({ of: { count: 'visits' } }) },
      'cube incident has no count visits',
    ],
    [
      'a condition on a column that the cube lacks',
      { ...count, count: () => ({ of: { count: 'incidents' }, where: [{ flag: ['rape'] }] }) },
      'cube incident has no column flag',
    ],
    ['a run that the cube lacks', { ...duration, run: 'queue' }, 'cube incident has no run queue'],
    [
      'a part of a wait that the cube lacks',
      {
        ...duration,
        decomposition: { rows: 'paired', parts: [{ component: 'x', label: 'X', sum: 'seconds' }] },
      },
      'cube incident has no count seconds',
    ],
    [
      'spans that the cube lacks',
      { ...snapshot, cube: 'order_event', dimensions: [], leadingSplit: undefined, open: () => [] },
      'cube order_event has no spans',
    ],
    ['age bands that leave days out', { ...snapshot, overDays: 30 }, 'no age band begins after 30 days'],
    [
      'months of end that the cube lacks',
      { ...count, periodOfEnd: () => true },
      'cube incident has no month of end',
    ],
  ])('names %s', (_, metric, fault) => {
    expect(inFamily(metric)).toContain(fault);
  });

  test('names a metric in another family', () => {
    expect(findFaults(family, share)).toEqual(['the id is not in family response']);
  });

  test('looks at every choice, not at the default alone', () => {
    const onlyRecorded: MetricDefinition = {
      ...share,
      numerator: ({ basis }) => ({ of: { count: basis === 'recorded' ? 'offences' : 'crimes' } }),
    };
    expect(inFamily(onlyRecorded)).toEqual(['cube crime has no count offences']);
  });
});

describe('the registry', () => {
  test('has each id once, and notes for each', () => {
    expect(new Set(metricIds).size).toBe(metricIds.length);
    expect(
      metricIds.map((id) => findMetric(id)).filter((metric) => metric && notesOf(metric) === ''),
    ).toEqual([]);
  });

  test('knows no metric that is not there', () => {
    expect(findMetric('response.constructor')).toBeUndefined();
  });
});
