import { StatsError } from '../../errors.ts';
import { makingDataCountR, type RuleSet } from '../rule-set.ts';
import { findTrends, type RuleFinder } from '../rules.ts';

const trendLength = 7;

/**
 * What the R package NHSRplotthedots 0.2.2 shows, its two defects left in, for comparison only: no verdict of ours
 * is made with it. Limits, the other rules and their precedence are those of `makingDataCountR`.
 * Source: specification section A, 11 and 13, from nhs-r-community/NHSRplotthedots `R/ptd_calculate_point_type.R`.
 */
export const plotTheDots: RuleSet = {
  ...makingDataCountR,
  id: 'nhsr-plotthedots-0.2.2',
  rules: makingDataCountR.rules.map((rule) =>
    rule.name === 'trend' ? { name: rule.name, find: findTrendsAsPackage } : rule,
  ),
};

/**
 * Trends of seven with the package's two defects. A stretch of seven rows that holds a missing value and whose known
 * steps all go one way, or that has no known step, stops the program. A point's direction is that of the step to the
 * next point where that is in a trend too, even where another trend begins there.
 * @throws StatsError `peer-stops`
 * Example: 1 … 7, then 0 … 6: the seventh point counts as falling.
 */
export function findTrendsAsPackage(input: Parameters<RuleFinder>[0]): Int8Array {
  const { values } = input;
  const steps = Array.from(values, (value, i) => Math.sign(value - (values[i - 1] ?? Number.NaN)));
  for (let end = trendLength - 1; end < values.length; end++) {
    const known = steps.slice(end - trendLength + 2, end + 1).filter((step) => !Number.isNaN(step));
    const isOneWay = new Set(known).size <= 1 && known[0] !== 0;
    if (known.length < trendLength - 1 && isOneWay) {
      throw new StatsError(
        'peer-stops',
        `NHSRplotthedots 0.2.2 stops with an error: a missing value lies in what may be a trend, up to row ${end + 1}.`,
      );
    }
  }
  const flags = findTrends(trendLength)(input);
  return flags.map((flag, i) => {
    if (flag === 0) return 0;
    const step = flags[i + 1] ? steps[i + 1] : steps[i];
    return step === 1 ? 1 : -1;
  });
}
