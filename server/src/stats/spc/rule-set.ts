import { StatsError } from '../errors.ts';
import type { LimitConstants } from './limits.ts';
import { findOutside, findRuns, findTrends, findTwoInThree, type RuleFinder } from './rules.ts';

export type RuleName = 'outside' | 'trend' | 'two-in-three' | 'shift';

/** A named, versioned way of drawing limits and of telling signal from noise. Rules stand in order of precedence. */
export type RuleSet = LimitConstants & {
  readonly id: string;
  readonly version: number;
  readonly rules: readonly { readonly name: RuleName; readonly find: RuleFinder }[];
};

/**
 * NHS England's Making Data Count rules as the R package NHSRplotthedots 0.2.2 applies them, its two defects put
 * right: a missing value ends a trend instead of stopping the program, and the last point of a trend keeps that
 * trend's direction where another trend starts on the next row.
 */
export const makingDataCountR: RuleSet = {
  id: 'making-data-count-r',
  version: 1,
  limitMultiplier: 2.66,
  nearShare: 2 / 3,
  screenAt: 3.267,
  rules: [
    { name: 'outside', find: findOutside },
    { name: 'trend', find: findTrends(7) },
    { name: 'two-in-three', find: findTwoInThree },
    { name: 'shift', find: findRuns(7) },
  ],
};

export const ruleSets: readonly RuleSet[] = [makingDataCountR];

/** @throws StatsError `unknown-rule-set`, naming those there are. */
export function findRuleSet(id: string, version?: number): RuleSet {
  const found = ruleSets.find((set) => set.id === id && (version === undefined || set.version === version));
  if (found) return found;
  const known = ruleSets.map((set) => `${set.id} version ${set.version}`).join(', ');
  throw new StatsError('unknown-rule-set', `There is no rule set "${id}" of that version. Known: ${known}.`);
}
