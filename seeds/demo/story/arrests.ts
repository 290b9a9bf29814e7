import { curve } from '../curve.ts';

/** Domestic abuse crimes with an arrest within 28 days: up to late 2022 while charges stay flat, then level. */
const arrested = curve(['2019-04', 0.285], ['2021-04', 0.29], ['2022-11', 0.355], ['2023-11', 0.36]);

/** Chance of an arrest at any time; of those, nine in ten come within 28 days. */
export function arrestChance(month: number, isDomestic: boolean): number {
  return isDomestic ? arrested(month) / 0.93 : 0.085;
}
