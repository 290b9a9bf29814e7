import { poolValues, quantileSorted } from '../quantiles/quantile.ts';
import { binomialMass } from '../special/binomial.ts';
import { poissonMass } from '../special/poisson.ts';
import { type CountFamily, type RangeTest, testRange } from './range-test.ts';

/** The places in the order of values (1 = highest) that chance leaves open to an area; null for one without cases. */
export type RankRange = { from: number; to: number } | null;

/**
 * Whether areas differ beyond chance. `chanceOfNoise`: how often areas of one true value would lie at least as far
 * apart. `smallestGap`: in the unit of the values, shown between any two of these areas with the stated power; null
 * where no possible gap would be.
 */
export type ToldApart = {
  canBeToldApart: boolean;
  chanceOfNoise: number | null;
  rankRanges: RankRange[];
  smallestGap: { gap: number; power: number } | null;
  absent: 'no-cases' | 'no-other-areas' | 'no-variation' | null;
};

/** Aimed at: areas that share one true value are then told apart in under 5% of cases, the pooled value's error included. */
export const falseDifferenceShare = 0.04;
/** The chance with which `smallestGap` would be shown if it were there. */
export const statedPower = 0.8;

const proportions: CountFamily = {
  unitDeviation: (p) => Math.sqrt(Math.max(0, p * (1 - p))),
  mass: binomialMass,
};
const rates: CountFamily = {
  unitDeviation: Math.sqrt,
  mass: (exposure, rate) => poissonMass(exposure * rate),
};

/**
 * Can these areas' proportions be told apart? By the range test of `testRange` at 4%: two areas are apart where their
 * standardised gap passes its critical value c, and an area's place lies between 1 + those apart above it and
 * k - those apart below it. Smallest gap: (c + z of the power) σ √(1/ni + 1/nj) for the two smallest areas.
 * Source of the rank ranges: Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic Studies 91, 476-518.
 * Areas without cases are left out; fewer than two others, or all cases alike: no test, and the reason.
 * Example: 264 of 330 in each of five areas: not told apart, chance of noise 1, every place 1 to 5.
 */
export function tellProportionsApart(
  areas: readonly { numerator: number; denominator: number }[],
): ToldApart {
  const groups = areas.map(({ numerator, denominator }) => ({ count: numerator, size: denominator }));
  return tellApart(groups, proportions, ({ smallestGap }, power) => atMost(1, smallestGap(power)));
}

/** As `tellProportionsApart` for whole events per unit of exposure: Poisson draws, σ² the pooled rate. */
export function tellRatesApart(areas: readonly { events: number; exposure: number }[]): ToldApart {
  const groups = areas.map(({ events, exposure }) => ({ count: events, size: exposure }));
  return tellApart(groups, rates, ({ smallestGap }, power) => smallestGap(power));
}

/**
 * As `tellProportionsApart` for durations: the share of each area's cases above the median of all cases (the median
 * test, Mood 1954), or above another quantile of them, which assumes no shape. The smallest gap is turned into the unit
 * of the durations: the distance between the quantiles of all cases half that share above and below it.
 */
export function tellDurationsApart(areas: readonly ArrayLike<number>[], p = 0.5): ToldApart {
  const all = poolValues(areas);
  const middle = all.length > 0 ? quantileSorted(all, p) : 0;
  const groups = areas.map((area) => ({
    count: Array.from(area).filter((value) => value > middle).length,
    size: area.length,
  }));
  return tellApart(groups, proportions, ({ smallestGap, pooled }, power) => {
    const share = atMost(1, smallestGap(power));
    if (share === null) return null;
    const quantile = (at: number) => quantileSorted(all, Math.min(1, Math.max(0, at)));
    return quantile(1 - pooled + share / 2) - quantile(1 - pooled - share / 2);
  });
}

type Group = { count: number; size: number };

function tellApart(
  groups: readonly Group[],
  family: CountFamily,
  toGap: (test: RangeTest, power: number) => number | null,
): ToldApart {
  const present = groups.filter(({ size }) => size > 0);
  const counts = present.map(({ count }) => count);
  const sizes = present.map(({ size }) => size);
  const absent = whyNoTest(present, family);
  if (absent) return noTest(groups, present.length, absent);
  const test = testRange(counts, sizes, family, falseDifferenceShare);
  const ranges = test.gaps.map((row) => rankRange(row, test.critical));
  const places = ranges[Symbol.iterator]();
  const gap = toGap(test, statedPower);
  return {
    canBeToldApart: ranges.some(({ from, to }) => to - from + 1 < ranges.length),
    chanceOfNoise: test.chanceOfNoise,
    rankRanges: groups.map(({ size }) => (size > 0 ? (places.next().value ?? null) : null)),
    smallestGap: gap === null ? null : { gap, power: statedPower },
    absent: null,
  };
}

function rankRange(gapsToOthers: readonly number[], critical: number): { from: number; to: number } {
  const above = gapsToOthers.filter((gap) => gap < -critical).length;
  const below = gapsToOthers.filter((gap) => gap > critical).length;
  return { from: 1 + above, to: gapsToOthers.length - below };
}

function whyNoTest(present: readonly Group[], family: CountFamily): ToldApart['absent'] {
  if (present.length === 0) return 'no-cases';
  if (present.length === 1) return 'no-other-areas';
  const count = present.reduce((sum, group) => sum + group.count, 0);
  const size = present.reduce((sum, group) => sum + group.size, 0);
  return family.unitDeviation(count / size) > 0 ? null : 'no-variation';
}

function noTest(groups: readonly Group[], present: number, absent: ToldApart['absent']): ToldApart {
  return {
    canBeToldApart: false,
    chanceOfNoise: null,
    rankRanges: groups.map(({ size }) => (size > 0 ? { from: 1, to: present } : null)),
    smallestGap: null,
    absent,
  };
}

function atMost(limit: number, value: number): number | null {
  return value <= limit ? value : null;
}
