import { newcombeInterval } from '../../stats/intervals/newcombe.ts';
import { rateInterval } from '../../stats/intervals/poisson.ts';
import { wilsonInterval } from '../../stats/intervals/wilson.ts';
import { orderInterval } from '../../stats/quantiles/order-interval.ts';
import { quantileSorted, sortValues } from '../../stats/quantiles/quantile.ts';
import { levels } from './vector-case.ts';

type One = { x: number; n: number; multiplier: number };
type Grouped = { area: string[]; x: number[]; n: number[]; multiplier: number };

const probabilities = [0.05, 0.1, 0.25, 0.29, 0.5, 0.57, 0.75, 0.9, 0.95, 0.99];
const boundedQuantiles = [0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

/** Section B, proportions: Wilson limits. */
export function runProportion(raw: Record<string, unknown>): unknown {
  return runEach(raw, ({ x, n, multiplier }) => ({
    value: (x / n) * multiplier,
    ...atBothLevels(multiplier, (confidence) => wilsonInterval(x, n, confidence)),
    method: 'Wilson',
  }));
}

/** Section B, rates: exact or Byar's limits. */
export function runRate(raw: Record<string, unknown>): unknown {
  return runEach(raw, ({ x, n, multiplier }) => ({
    value: (x / n) * multiplier,
    ...atBothLevels(multiplier, (confidence) => rateInterval(x, n, confidence)),
    method: rateInterval(x, n, 0.95).method === 'exact' ? 'Exact' : 'Byars',
  }));
}

/** Section F, two proportions: Newcombe's interval for their difference. */
export function runTwoProportions(raw: Record<string, unknown>): unknown {
  const { x1, n1, x2, n2 } = raw as { x1: number; n1: number; x2: number; n2: number };
  const near = newcombeInterval(x1, n1, x2, n2, 0.95);
  const far = newcombeInterval(x1, n1, x2, n2, 0.998);
  return {
    difference: near.difference,
    newcombe95: [near.lower, near.upper],
    newcombe998: [far.lower, far.upper],
  };
}

/** Section D: quantiles of two types and the order-statistic interval of each. */
export function runQuantiles(raw: Record<string, unknown>): unknown {
  const sorted = sortValues((raw as { x: number[] }).x);
  const ci = levels.flatMap(({ confidence }) =>
    boundedQuantiles.map((p) => {
      const { lowerRank, upperRank, lower, upper, coverage } = orderInterval(sorted, p, confidence);
      return { p, conf: confidence, lower_rank: lowerRank, upper_rank: upperRank, lower, upper, coverage };
    }),
  );
  const type1 = probabilities.map((p) => quantileSorted(sorted, p, 1));
  const type7 = probabilities.map((p) => quantileSorted(sorted, p, 7));
  return { n: sorted.length, probs: probabilities, quantiles: { type1, type7 }, ci };
}

function atBothLevels(
  multiplier: number,
  interval: (confidence: number) => { lower: number; upper: number },
) {
  return Object.fromEntries(
    levels.flatMap(({ confidence, lower, upper }) => {
      const limits = interval(confidence);
      return [
        [lower, limits.lower * multiplier],
        [upper, limits.upper * multiplier],
      ];
    }),
  );
}

function runEach(raw: Record<string, unknown>, run: (one: One) => object): unknown {
  if (!('area' in raw)) return run(raw as One);
  const { area, x, n, multiplier } = raw as Grouped;
  const names = [...new Set(area)].sort();
  const sumOf = (values: number[], name: string) =>
    values.reduce((sum, value, i) => sum + (area[i] === name ? value : 0), 0);
  return {
    groups: names.map((name) => {
      const one = { x: sumOf(x, name), n: sumOf(n, name), multiplier };
      return { area: name, x: one.x, n: one.n, ...run(one) };
    }),
  };
}
