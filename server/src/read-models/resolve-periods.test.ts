import { describe, expect, test } from 'vitest';
import { monthRange } from '../metrics/periods.ts';
import { resolvePeriods } from './resolve-periods.ts';

const covered = new Set([...monthRange('2022-06', '2023-03'), ...monthRange('2023-05', '2023-11')]);
const names = (...asked: [Parameters<typeof resolvePeriods>[0], string?, string?]) =>
  resolvePeriods(asked[0], covered, asked[1], asked[2]).map(({ name }) => name);

describe('resolvePeriods', () => {
  test('runs from the first to the last period wholly inside coverage, over gaps', () => {
    expect(names('month')).toHaveLength(18);
    expect(names('quarter')).toEqual(['2022/23-Q2', '2022/23-Q3', '2022/23-Q4', '2023/24-Q1', '2023/24-Q2']);
    expect(names('rolling-3')[0]).toBe('P3M/2022-08');
    expect(names('financial-year')).toEqual([]);
  });

  test('takes names as they are, inside coverage or not, both included', () => {
    expect(names('month', '2022-04', '2022-06')).toEqual(['2022-04', '2022-05', '2022-06']);
    expect(names('quarter', '2023-24-Q1', '2023/24-Q2')).toEqual(['2023/24-Q1', '2023/24-Q2']);
    expect(names('financial-year', '2022/23', '2022/23')).toEqual(['2022/23']);
  });

  test('ends at the last covered period where only the first is named, and the other way round', () => {
    expect(names('month', '2023-10')).toEqual(['2023-10', '2023-11']);
    expect(names('month', undefined, '2022-07')).toEqual(['2022-06', '2022-07']);
    expect(names('month', '2024-01')).toEqual([]);
  });

  test('has none where nothing is covered and nothing is named', () => {
    expect(resolvePeriods('month', new Set(), undefined, undefined)).toEqual([]);
  });

  test.each([
    ['a name that is no period', ['month', '2023-13'], 'write it as 2023-11'],
    ['a span the wrong way round', ['month', '2023-11', '2023-10'], 'is later than to'],
    ['more periods than anyone reads', ['month', '1900-01', '2023-11'], 'ask for 600 at most'],
  ] as const)('refuses %s', (_, [grain, from, to], message) => {
    expect(() => names(grain, from, to)).toThrow(message);
  });
});
