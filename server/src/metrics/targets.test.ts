import { describe, expect, test } from 'vitest';
import { monthIndex } from './periods.ts';
import type { PinnedTarget } from './pinned.ts';
import { targetAt, targetsFor, targetValue, thresholdSeconds } from './targets.ts';
import { force, pinnedWith, target, threshold } from './testing/pinned.ts';

const minutesAllowed = (
  targets: PinnedTarget[],
  month: string,
  grade: string,
  setting: string,
  area = 'N1',
) => {
  const seconds = thresholdSeconds(pinnedWith({ targets }), 'response.within-target');
  const found = seconds(monthIndex(month), grade, setting, area);
  return found === null ? null : found / 60;
};

describe('thresholdSeconds', () => {
  const targets = [
    threshold('grade=1', 15, { validTo: '2023-03-31' }),
    threshold('grade=1', 12, { validFrom: '2023-04-01' }),
    threshold('grade=1&priorityArea=rural', 20),
    threshold('grade=2', 3600, { unit: 'seconds' }),
    threshold('grade=3', 2, { unit: 'hours' }),
  ];

  test('changes with the month that it is valid from', () => {
    expect(['2023-03', '2023-04'].map((month) => minutesAllowed(targets, month, '1', 'urban'))).toEqual([
      15, 12,
    ]);
  });

  test('is the one that names most members', () => {
    expect(minutesAllowed(targets, '2023-04', '1', 'rural')).toBe(20);
    expect(minutesAllowed(targets, '2023-04', '1', 'not-recorded')).toBe(12);
  });

  test('is in seconds whatever its unit', () => {
    expect(['2', '3'].map((grade) => minutesAllowed(targets, '2023-04', grade, 'urban'))).toEqual([60, 120]);
  });

  test('is none for another grade, before it begins, and for another metric', () => {
    expect(minutesAllowed(targets, '2023-04', '4', 'urban')).toBeNull();
    expect(minutesAllowed(targets, '2017-12', '2', 'urban')).toBeNull();
    expect(
      minutesAllowed([threshold('grade=1', 15, { metric: 'response.other' })], '2023-04', '1', 'urban'),
    ).toBeNull();
  });

  test('of an area holds for what lies in it, the nearest first, and nowhere else', () => {
    const local = [
      threshold('grade=1', 15),
      threshold('grade=1', 18, { areaCode: 'N' }),
      threshold('grade=1', 25, { areaCode: 'N2' }),
    ];
    const allowed = (area: string, month = '2023-04') => minutesAllowed(local, month, '1', 'urban', area);
    expect(['N1', 'N', 'N2', 'S1', force].map((area) => allowed(area))).toEqual([18, 18, 25, 15, 15]);
    expect(allowed('N1', '2026-04')).toBe(15);
  });
});

describe('targetsFor', () => {
  const find = (targets: PinnedTarget[], filter: Record<string, string>, area = force) =>
    targetsFor(pinnedWith({ targets }), 'satisfaction.overall', 'share', filter, area).map(
      ({ value }) => value,
    );

  test('takes those whose members the filter picks, and no thresholds', () => {
    const targets = [
      target(0.8, { filter: 'survey=domestic_abuse' }),
      target(0.7, { filter: 'survey=stalking' }),
      target(0.6, { metric: 'satisfaction.stage' }),
      target(0.5, { statistic: 'count' }),
      target(0.4, { role: 'threshold' }),
    ];
    expect(find(targets, { survey: 'domestic_abuse' })).toEqual([0.8]);
    expect(find(targets, { survey: 'domestic_abuse,stalking' })).toEqual([]);
  });

  test('keeps to the area named', () => {
    const targets = [target(0.8), target(0.75, { areaCode: 'N' })];
    expect([find(targets, {}, 'N'), find(targets, {}, 'S'), find(targets, {})]).toEqual([
      [0.75],
      [0.8],
      [0.8],
    ]);
  });

  test('leaves out one that a more specific target stands in for all the while', () => {
    const general = target(0.8, { validFrom: '2020-01-01' });
    const local = { areaCode: 'N', validFrom: '2019-01-01' };
    expect(find([general, target(0.75, local)], {}, 'N')).toEqual([0.75]);
    expect(find([general, target(0.75, { ...local, validTo: '2022-12-31' })], {}, 'N')).toEqual([0.8, 0.75]);
    expect(
      find(
        [{ ...general, validTo: '2021-12-31' }, target(0.75, { ...local, validTo: '2022-12-31' })],
        {},
        'N',
      ),
    ).toEqual([0.75]);
  });
});

describe('targetAt', () => {
  test('looks at the last day of the month', () => {
    const from30 = target(0.8, { validFrom: '2023-01-30' });
    const to30 = target(0.7, { validTo: '2023-01-30' });
    expect(targetAt([from30, to30], '2023-01')?.value).toBe(0.8);
    expect(targetAt([to30], '2023-01')).toBeNull();
    expect(targetAt([to30], '2022-12')?.value).toBe(0.7);
    expect(targetAt([from30], '2022-12')).toBeNull();
  });

  test('takes the most specific', () => {
    const targets = [
      target(0.8),
      target(0.7, { filter: 'survey=stalking', areaCode: 'N' }),
      target(0.6, { areaCode: 'N' }),
    ];
    expect(targetAt(targets, '2023-01')?.value).toBe(0.7);
  });
});

test('targetValue is in the unit of the wire', () => {
  const values = [
    target(80, { unit: 'percent' }),
    target(80, { unit: '%' }),
    target(0.8),
    target(15, { unit: 'minutes' }),
    target(3, { unit: 'count' }),
  ].map(targetValue);
  expect(values).toEqual([0.8, 0.8, 0.8, 900, 3]);
});
