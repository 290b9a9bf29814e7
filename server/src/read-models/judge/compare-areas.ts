import { readMetric } from '../../cells/query/read-metric.ts';
import type { Reading, ReadLine, ReadPoint } from '../../cells/query/reading.ts';
import { quantileOfRuns } from '../../cells/runs.ts';
import { coverageOf } from '../../metrics/coverage.ts';
import { cubes, type FeedId } from '../../metrics/cubes.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import { quantileOf } from '../../metrics/kinds.ts';
import { type Population, populationOf } from '../../metrics/populations.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import {
  type AreaFlag,
  flagConfidence,
  flagDurationAreas,
  flagProportionAreas,
  flagRateAreas,
} from '../../stats/areas/area-flags.ts';
import { poolValues } from '../../stats/quantiles/quantile.ts';
import { requireMetric } from '../resolve-query.ts';

export type Side = NonNullable<AreaFlag['flag']>;

/** Lines of sibling areas, compared period by period; or why that cannot be done for this measure. */
export type AreaComparison = Compared | { readonly absent: 'not-applicable' | 'no-population' };

type ShareArea = { readonly numerator: number; readonly denominator: number };
type RateArea = { readonly events: number; readonly exposure: number };

/** What areas are compared by in one period, in the order of the lines; waits ascending, in seconds, at quantile p. */
export type Comparands =
  | { readonly kind: 'shares'; readonly areas: readonly ShareArea[] }
  | { readonly kind: 'rates'; readonly areas: readonly RateArea[] }
  | { readonly kind: 'durations'; readonly areas: readonly Float64Array[]; readonly p: number };

interface Compared extends Sides {
  readonly population: Population | null;
  /** Whether every area, and its population, is held for the whole of a period of the reading. */
  isCollected(index: number): boolean;
}

interface Sides {
  comparands(index: number): Comparands;
  /** Each area against the others in one period of the reading, in the order of the lines. */
  flags(index: number): AreaFlag[];
  /** The side of the others on which each lies, whatever the size; null where level or without cases. */
  sides(index: number): (Side | null)[];
}

/**
 * Sets sibling areas beside each other (decision 36): shares and rates, medians and 90th percentiles of waits, and counts as rates per
 * crime of their own population and months. Other figures are not compared: `whyNotCompared`.
 */
export function compareAreas(
  release: LoadedRelease,
  reading: Reading,
  lines: readonly ReadLine[],
): AreaComparison {
  const never = whyNever(reading, lines[0]?.key);
  if (never) return { absent: never };
  const { metric, statistic, filters } = reading;
  const feeds = [cubes[metric.cube].feed];
  const isCollected = (index: number) =>
    feeds.every((feed) => isHeld(release, reading, lines, { feed, index }));
  if (metric.kind === 'count') {
    const population = populationOf(metric.id, { ...filters, ...picked(lines[0]?.key ?? {}) });
    if (!population) return { absent: 'no-population' };
    const crimes = requireMetric('outcomes.volume');
    feeds.push(cubes[crimes.cube].feed);
    return { population, isCollected, ...compareCounts(release, reading, lines, { crimes, population }) };
  }
  const p = metric.kind === 'duration' ? quantileOf(statistic) : null;
  if (p !== null) return { population: null, isCollected, ...compareWaits(lines, p) };
  const isShare = (metric.kind === 'proportion' || metric.kind === 'composition') && statistic === 'share';
  const isCounted = lines.every(({ points }) => points.every((point) => isCount(partsOf(point), isShare)));
  if (!isCounted) return { absent: 'not-applicable' };
  return { population: null, isCollected, ...compareParts(lines, isShare) };
}

/** Why areas are never compared on what a reading asks for, whatever the figures; null where they are. */
export function whyNever(
  { metric, statistic, filters }: Pick<Reading, 'metric' | 'statistic' | 'filters'>,
  key: Readonly<Record<string, string>> = {},
): 'not-applicable' | 'no-population' | null {
  if (metric.noRowsMeansAbsent) return 'not-applicable';
  switch (metric.kind) {
    case 'count':
      return populationOf(metric.id, { ...filters, ...picked(key) }) ? null : 'no-population';
    case 'duration':
      return quantileOf(statistic) === null ? 'not-applicable' : null;
    case 'proportion':
    case 'composition':
      return statistic === 'share' ? null : 'not-applicable';
    case 'rate':
      return null;
    default:
      return 'not-applicable';
  }
}

function isHeld(
  release: LoadedRelease,
  reading: Reading,
  lines: readonly ReadLine[],
  { feed, index }: { feed: FeedId; index: number },
): boolean {
  const { areaSet, periods } = reading;
  return lines.every(({ node }) => {
    const { months } = coverageOf(release.pinned, feed, areaSet, node);
    return periods[index].months.every((month) => months.has(month));
  });
}

/** Returns may publish a negative quarter, which no share can be made of. */
function isCount({ events, exposure }: Counted, isShare: boolean): boolean {
  return events >= 0 && (!isShare || events <= exposure);
}

function compareParts(lines: readonly ReadLine[], isShare: boolean): Sides {
  const parts = (index: number) => lines.map(({ points }) => partsOf(points[index]));
  if (!isShare) return compareRates(parts);
  const shares = (index: number) =>
    parts(index).map(({ events, exposure }) => ({ numerator: events, denominator: exposure }));
  return {
    comparands: (index) => ({ kind: 'shares', areas: shares(index) }),
    flags: (index) => flagProportionAreas(shares(index)),
    sides: (index) => sidesOfRates(parts(index)),
  };
}

function compareRates(parts: (index: number) => Counted[]): Sides {
  return {
    comparands: (index) => ({ kind: 'rates', areas: parts(index) }),
    flags: (index) => flagRateAreas(parts(index)),
    sides: (index) => sidesOfRates(parts(index)),
  };
}

function partsOf({ numerator = 0, denominator = 0 }: ReadPoint): Counted {
  return { events: numerator, exposure: denominator };
}

function compareWaits(lines: readonly ReadLine[], p: number): Sides {
  const runs = (index: number) => lines.map(({ points }) => points[index].runs ?? []);
  return {
    comparands: (index) => ({ kind: 'durations', areas: runs(index).map(poolValues), p }),
    flags: (index) => flagDurationAreas(runs(index).map(poolValues), flagConfidence, p),
    sides: (index) => {
      const areas = runs(index);
      return areas.map((own, i) =>
        sideOf(quantileOfRuns(own, p), quantileOfRuns(areas.filter((_, k) => k !== i).flat(), p)),
      );
    },
  };
}

function compareCounts(
  release: LoadedRelease,
  reading: Reading,
  lines: readonly ReadLine[],
  { crimes, population }: { crimes: MetricDefinition; population: Population },
): Sides {
  const exposure = readMetric(release, {
    ...reading,
    ...populationReading(crimes, population),
    nodes: lines.map(({ node }) => node),
  });
  return compareRates((index) =>
    lines.map(({ points }, i) => ({
      events: points[index].value ?? 0,
      exposure: exposure[i]?.points[index].value ?? 0,
    })),
  );
}

interface Counted {
  readonly events: number;
  readonly exposure: number;
}

function sidesOfRates(areas: readonly Counted[]): (Side | null)[] {
  const [events, exposure] = [sum(areas, 'events'), sum(areas, 'exposure')];
  return areas.map((area) => sideOf(rateOf(area), rateOf(less({ events, exposure }, area))));
}

function less(all: Counted, part: Counted): Counted {
  return { events: all.events - part.events, exposure: all.exposure - part.exposure };
}

function rateOf({ events, exposure }: Counted): number | null {
  return exposure > 0 ? events / exposure : null;
}

function sideOf(own: number | null, others: number | null): Side | null {
  if (own === null || others === null || own === others) return null;
  return own > others ? 'higher' : 'lower';
}

function sum(areas: readonly Counted[], part: keyof Counted): number {
  return areas.reduce((total, area) => total + area[part], 0);
}

function populationReading(metric: MetricDefinition, { filters }: Population) {
  return { metric, statistic: 'count', choices: {}, filters, by: [] };
}

function picked(key: Readonly<Record<string, string>>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(key).map(([id, member]) => [id, [member]]));
}
