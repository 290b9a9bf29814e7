import { describe, expect, test } from 'vitest';
import { coverage, force } from '../metrics/testing/pinned.ts';
import { QueryProblem } from './query-problem.ts';
import { type Query, requireMetric, resolveQuery } from './resolve-query.ts';
import { releaseWith } from './testing/release.ts';

const grade = (code: string) => ({ grade: code, label: code, validFrom: '2018-01-01', validTo: null });
const release = releaseWith([], {
  grades: ['1', '2'].map(grade),
  coverage: [coverage('2025-10', '2026-02', '2026-02-28'), coverage('2025-09', '2025-09', '2025-09-30', 'N')],
});
const resolve = (metric: string, query: Query, members?: 'any') =>
  resolveQuery(release, requireMetric(metric), query, members);

function problemOf(metric: string, query: Query): QueryProblem {
  try {
    resolve(metric, query);
  } catch (error) {
    if (error instanceof QueryProblem) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

describe('resolveQuery refuses', () => {
  test.each<[string, string, Query, string, string, string[]]>([
    [
      'an unknown parameter',
      'response.time',
      { colour: 'red' },
      'unknown-parameter',
      'colour',
      ['grade', 'from', 'areaSet'],
    ],
    [
      'a dimension of another metric',
      'orders.issued',
      { grade: '1' },
      'unknown-parameter',
      'grade',
      ['orderType', 'court'],
    ],
    [
      'an unknown statistic',
      'response.time',
      { statistic: 'mode' },
      'unknown-member',
      'statistic',
      ['median', 'p90', 'mean'],
    ],
    [
      'an unknown grain',
      'response.time',
      { grain: 'week' },
      'unknown-member',
      'grain',
      ['month', 'rolling-12'],
    ],
    [
      'a grain that the metric does not offer',
      'published.outcome-share',
      { grain: 'month' },
      'unknown-member',
      'grain',
      ['financial-year', 'quarter'],
    ],
    ['an unknown member', 'response.time', { grade: '3' }, 'unknown-member', 'grade', ['1', '2']],
    [
      'one unknown member among known ones',
      'response.time',
      { grade: '1,3' },
      'unknown-member',
      'grade',
      ['1', '2'],
    ],
    ['an empty member', 'response.time', { grade: '' }, 'unknown-member', 'grade', ['1', '2']],
    [
      'two members of a choice',
      'response.time',
      { gradeBasis: 'final,initial' },
      'one-member-only',
      'gradeBasis',
      ['final', 'initial'],
    ],
    [
      'a split by what it does not have',
      'response.time',
      { by: 'flag' },
      'unknown-dimension',
      'by',
      ['area', 'grade', 'deferred'],
    ],
    [
      'an unknown area',
      'response.time',
      { area: 'N', to: '2026-02' },
      'unknown-area',
      'area',
      ['force', 'W', 'N1'],
    ],
    [
      'an unknown area set',
      'response.time',
      { areaSet: 'SET9' },
      'unknown-member',
      'areaSet',
      ['SET1', 'SET2'],
    ],
    ['a version that is not known', 'response.time', { version: '7' }, 'unknown-member', 'version', ['1']],
    [
      'a period of another grain',
      'response.time',
      { from: '2023/24' },
      'unknown-period',
      'from',
      ['2023-11'],
    ],
    [
      'an object’s own properties',
      'response.time',
      { constructor: '1' },
      'unknown-parameter',
      'constructor',
      ['grade'],
    ],
  ])('%s', (_, metric, query, code, parameter, valid) => {
    const problem = problemOf(metric, query);
    expect(problem).toMatchObject({ status: 400, code, parameter });
    expect(problem.valid).toEqual(expect.arrayContaining(valid));
  });

  test('a metric that is not there, naming those that are', () => {
    expect(() => requireMetric('response.speed')).toThrow('There is no metric "response.speed".');
    expect(() => requireMetric(undefined)).toThrow('Name a metric');
  });

  test('no member that a board row names, though the release does not know it', () => {
    expect(resolve('response.time', { grade: 'P1' }, 'any').reading.filters).toEqual({ grade: ['P1'] });
  });
});

describe('resolveQuery', () => {
  test('takes the headline, the first grain, every covered period and the force', () => {
    const { reading, grain, byArea, filter } = resolve('response.time', {});
    expect([reading.statistic, grain, reading.area, byArea]).toEqual(['median', 'month', force, false]);
    expect(reading.periods.map(({ name }) => name)).toEqual([
      '2025-10',
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
    expect(filter).toEqual({ gradeBasis: 'final', deferred: 'exclude' });
  });

  test('uses the area set in force at the last period', () => {
    const setOf = (query: Query) => resolve('response.time', query).reading.areaSet.id;
    expect([setOf({}), setOf({ to: '2025-11' }), setOf({ areaSet: 'SET1' })]).toEqual([
      'SET2',
      'SET1',
      'SET1',
    ]);
  });

  test('finds an area in the set of the last period asked for', () => {
    expect(resolve('response.time', { area: 'N', to: '2025-11' }).reading.area).toBe('N');
  });

  test('gives an area its own covered periods, and a split those of any of its areas', () => {
    const first = (query: Query) =>
      resolve('response.time', { areaSet: 'SET1', ...query }).reading.periods[0].name;
    expect(first({ area: 'N' })).toBe('2025-09');
    expect(first({ area: 'S' })).toBe('2025-10');
    expect(first({ by: 'area' })).toBe('2025-09');
    expect(first({})).toBe('2025-10');
  });

  test('splits by area into its children, itself and what is not allocated', () => {
    const { reading, byArea } = resolve('response.time', { by: 'area,grade', areaSet: 'SET1' });
    expect(byArea).toBe(true);
    expect(reading.nodes).toEqual(['N', 'S', force, 'not-allocated']);
    expect(reading.by).toEqual(['grade']);
  });

  test('sorts members and takes each once', () => {
    expect(resolve('response.time', { grade: '2,1,2' }).filter.grade).toBe('1,2');
  });

  test('does not say that a choice was made where it is split by', () => {
    expect(resolve('response.time', { by: 'gradeBasis' }).filter).toEqual({ deferred: 'exclude' });
    expect(resolve('response.time', { by: 'gradeBasis', gradeBasis: 'initial' }).filter).toMatchObject({
      gradeBasis: 'initial',
    });
  });
});
