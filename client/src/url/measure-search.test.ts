import { describe, expect, test } from 'vitest';
import {
  addressPeriod,
  apiParameters,
  countFilters,
  dimensionFilters,
  measureHref,
  membersOf,
  resetSearch,
  wirePeriod,
  withParameter,
} from './measure-search.ts';

const search = {
  grade: '1,2',
  domesticAbuse: 'true',
  grain: 'quarter',
  from: '2021-22-Q1',
  release: '14',
  view: 'table',
};

test('asks the API in wire names and keeps the release and view for the page', () => {
  expect(apiParameters(search)).toEqual({
    grade: '1,2',
    domesticAbuse: 'true',
    grain: 'quarter',
    from: '2021/22-Q1',
  });
});

test('tells dimensions from the other names', () => {
  expect(dimensionFilters(search)).toEqual({ grade: '1,2', domesticAbuse: 'true' });
  expect(membersOf(search, 'grade')).toEqual(['1', '2']);
  expect(membersOf(search, 'risk')).toEqual([]);
});

describe('withParameter', () => {
  test('sets and removes one name', () => {
    expect(withParameter({ grade: '1' }, 'grade', '2')).toEqual({ grade: '2' });
    expect(withParameter({ grade: '1', area: 'X' }, 'grade', undefined)).toEqual({ area: 'X' });
  });

  test('drops the span when the grain changes', () => {
    expect(withParameter({ grain: 'month', from: '2022-04', to: '2023-11' }, 'grain', 'quarter')).toEqual({
      grain: 'quarter',
    });
  });
});

test('resets every filter but not the release', () => {
  expect(resetSearch(search)).toEqual({ release: '14' });
  expect(resetSearch({ grade: '1' })).toEqual({});
});

test('counts filters without the release and the view', () => {
  expect(countFilters(search)).toBe(4);
});

test('writes the address of a measure page', () => {
  expect(measureHref('response.time', { grade: '2', domesticAbuse: true })).toBe(
    '/measures/response.time?grade=2&domesticAbuse=true',
  );
  expect(measureHref('orders.issued')).toBe('/measures/orders.issued');
});

test('writes financial periods with a dash and reads them back by grain', () => {
  expect(addressPeriod('2011/12')).toBe('2011-12');
  expect(wirePeriod('2011-12', 'financial-year')).toBe('2011/12');
  expect(wirePeriod('2011-12', 'month')).toBe('2011-12');
  expect(wirePeriod(addressPeriod('2023/24-Q3'), 'quarter')).toBe('2023/24-Q3');
});
