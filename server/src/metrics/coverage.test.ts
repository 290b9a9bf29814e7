import { describe, expect, test } from 'vitest';
import { anyCoverage, coverageOf } from './coverage.ts';
import type { PinnedCoverage } from './pinned.ts';
import { coverage, firstSet, force, pinnedWith, secondSet } from './testing/pinned.ts';

const covered = (rows: PinnedCoverage[], area = force, set = firstSet) => {
  const { months, ...rest } = coverageOf(pinnedWith({ coverage: rows }), 'incidents', set, area);
  return { months: [...months].sort().join(' '), ...rest };
};

describe('coverageOf', () => {
  test('covers every area with a row for all areas', () => {
    const rows = [coverage('2023-04', '2023-06', '2023-06-30')];
    const expected = {
      months: '2023-04 2023-05 2023-06',
      lastMonth: '2023-06',
      heldTo: '2023-06-30',
      inProgress: null,
    };
    expect([force, 'N', 'S1'].map((area) => covered(rows, area))).toEqual([expected, expected, expected]);
  });

  test('covers nothing where the feed was never loaded', () => {
    const rows = [{ ...coverage('2023-04', '2023-06', '2023-06-30'), feed: 'crimes' }];
    expect(covered(rows)).toEqual({ months: '', lastMonth: null, heldTo: null, inProgress: null });
  });

  test('keeps a gap between batches', () => {
    const rows = [coverage('2023-01', '2023-01', '2023-01-31'), coverage('2023-03', '2023-03', '2023-03-31')];
    expect(covered(rows).months).toBe('2023-01 2023-03');
  });

  test('covers what lies in an area, and the whole once every part is covered', () => {
    const north = coverage('2023-04', '2023-05', '2023-05-31', 'N');
    const south = coverage('2023-05', '2023-06', '2023-06-30', 'S1');
    expect(covered([north], 'N2').months).toBe('2023-04 2023-05');
    expect(covered([north], 'S').months).toBe('');
    expect(covered([north, south], 'S').months).toBe('2023-05 2023-06');
    expect(covered([north, south]).months).toBe('2023-05');
    expect(covered([north, south], 'W', secondSet).months).toBe('');
  });

  test('marks the last month in progress where it is held to a day before its last', () => {
    const rows = [coverage('2023-04', '2023-06', '2023-06-15')];
    expect(covered(rows)).toMatchObject({
      months: '2023-04 2023-05 2023-06',
      heldTo: '2023-06-15',
      inProgress: '2023-06',
    });
  });

  test('takes the latest day of batches that overlap', () => {
    const rows = [coverage('2023-06', '2023-06', '2023-06-15'), coverage('2023-06', '2023-06', '2023-06-30')];
    expect(covered(rows)).toMatchObject({ heldTo: '2023-06-30', inProgress: null });
  });

  test('does not cover a month cut short that later months follow', () => {
    const rows = [coverage('2023-05', '2023-06', '2023-06-15'), coverage('2023-07', '2023-07', '2023-07-31')];
    expect(covered(rows)).toMatchObject({ months: '2023-05 2023-07', inProgress: null });
  });

  test('holds a whole only as far as the part that is held least', () => {
    const north = coverage('2023-06', '2023-06', '2023-06-30', 'N');
    const south = coverage('2023-06', '2023-06', '2023-06-20', 'S');
    expect(covered([north, south], 'N').inProgress).toBeNull();
    expect(covered([north, south])).toMatchObject({ heldTo: '2023-06-20', inProgress: '2023-06' });
  });
});

test('anyCoverage has every month that one of several areas has', () => {
  const rows = [
    coverage('2023-04', '2023-04', '2023-04-30', 'N'),
    coverage('2023-06', '2023-06', '2023-06-30', 'S'),
  ];
  const pinned = pinnedWith({ coverage: rows });
  const parts = ['N', 'S', force].map((area) => coverageOf(pinned, 'incidents', firstSet, area));
  expect([...anyCoverage(parts)].sort()).toEqual(['2023-04', '2023-06']);
});
