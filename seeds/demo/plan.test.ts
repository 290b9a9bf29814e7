import { describe, expect, it } from 'vitest';
import { monthNumber } from '../../server/src/stats/time/calendar.ts';
import { curve } from './curve.ts';
import { planReleases, releaseDates, releaseOf } from './plan.ts';

describe('plan', () => {
  it('plans fourteen monthly releases, the first holding all that came before', () => {
    const plan = planReleases('2019-04', '2023-11');
    expect(plan.releaseMonths).toHaveLength(14);
    expect(plan.releaseMonths[0]).toBe(monthNumber('2022-10'));
    expect(releaseOf(plan, monthNumber('2019-04'))).toBe(0);
    expect(releaseOf(plan, monthNumber('2022-11'))).toBe(1);
    expect(releaseOf(plan, monthNumber('2023-12'))).toBe(-1);
  });

  it('plans fewer releases over a shorter span, and one over a month', () => {
    expect(planReleases('2023-06', '2023-11').releaseMonths).toHaveLength(6);
    expect(planReleases('2023-11', '2023-11').releaseMonths).toEqual([monthNumber('2023-11')]);
  });

  it('refuses a span that ends before it begins, or begins before its areas do', () => {
    expect(() => planReleases('2023-11', '2023-10')).toThrow(RangeError);
    expect(() => planReleases('2017-12', '2023-10')).toThrow('before 2018-01');
  });

  it('dates a release by the last day of its data and the fifth after', () => {
    expect(releaseDates(monthNumber('2022-12'))).toEqual({ dataTo: '2022-12-31', publishedOn: '2023-01-05' });
  });

  it('moves a level in a straight line between dated points and holds it outside them', () => {
    const level = curve(['2023-01', 10], ['2023-05', 18]);
    const months = ['2022-06', '2023-01', '2023-02', '2023-05', '2024-01'];
    expect(months.map((month) => level(monthNumber(month)))).toEqual([10, 10, 12, 18, 18]);
  });
});
