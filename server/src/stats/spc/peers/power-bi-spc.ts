import type { RuleSet } from '../rule-set.ts';
import { findOutside, findRuns, findTrends, type RuleInput } from '../rules.ts';

/** Mean of the range of two normal values in standard deviations, as most programs round it. */
const rangeOfTwo = 1.128;

/**
 * The Power BI visual PowerBI-SPC with every pattern switched on, for comparison only. Limits at 3/1.128 average
 * ranges; a trend is five points; two in three counts points beyond two standard deviations, those beyond the limits
 * included, and the third may lie anywhere. It leaves missing values out before it begins, so give it none.
 * Source: AUS-DOH-Safety-and-Quality/PowerBI-SPC, `src/Limit Calculations/i.ts`, `src/Outlier Flagging`,
 * `src/Settings Model/outliersSettings.ts` (read, restated in our own words).
 */
export const powerBiSpc: RuleSet = {
  id: 'powerbi-spc',
  version: 1,
  limitMultiplier: 3 / rangeOfTwo,
  nearShare: 2 / 3,
  screenAt: 3.267,
  rules: [
    { name: 'outside', find: findOutside },
    { name: 'two-in-three', find: findTwoBeyond },
    { name: 'trend', find: findTrends(5) },
    { name: 'shift', find: findRuns(7) },
  ],
};

/**
 * The points beyond two standard deviations in any three neighbours of which two lie beyond them on one side and none
 * on the other. Example: limits 0 and 12 about 6, values 11, 6, 13: the first and the third.
 */
export function findTwoBeyond({ values, limits: { nearLower, nearUpper } }: RuleInput): Int8Array {
  const flags = new Int8Array(values.length);
  if (nearLower === null || nearUpper === null) return flags;
  const beyond = Array.from(values, (value) => Number(value > nearUpper) - Number(value < nearLower));
  for (let end = 1; end < beyond.length; end++) {
    const first = Math.max(0, end - 2);
    const sum = beyond.slice(first, end + 1).reduce((total, side) => total + side, 0);
    if (Math.abs(sum) < 2) continue;
    for (let i = first; i <= end; i++) if (beyond[i]) flags[i] = Math.sign(sum);
  }
  return flags;
}
