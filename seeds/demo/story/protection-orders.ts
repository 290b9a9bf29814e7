import { curve } from '../curve.ts';

/**
 * Notices issued in a month: fewer to 2022 as officers turned to bail, more from December 2022 when the force
 * said it intended more. Stalking orders rise; sexual harm orders do not move.
 */
export const noticesIssued = curve(
  ['2019-04', 24],
  ['2020-06', 27],
  ['2021-06', 20],
  ['2022-05', 13],
  ['2022-11', 12],
  ['2023-02', 17],
  ['2023-07', 24],
  ['2023-11', 32],
);

/** Stalking protection orders applied for in a month; the power dates from January 2020. */
export const stalkingApplications = curve(
  ['2019-12', 0],
  ['2020-02', 0.4],
  ['2021-03', 0.9],
  ['2022-06', 1.8],
  ['2022-12', 2.6],
  ['2023-11', 6.5],
);

export const sexualHarmOrders = curve(['2019-04', 14], ['2023-11', 14.5]);
export const nonMolestationBreaches = curve(['2019-04', 4], ['2023-11', 5]);

/** Courts without names: in the second, fewer applications succeed. */
export const courts = ['Court A', 'Court B', 'Court C', 'Court D', 'Court E'] as const;
const grantedShare = [0.9, 0.68, 0.9, 0.88, 0.9] as const;

/** Chance that a court grants an application for a domestic violence protection order. */
export function chanceGranted(courtIndex: number): number {
  return grantedShare[courtIndex];
}
