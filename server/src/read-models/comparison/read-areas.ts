import { NO_CASES, type Reading, type ReadLine } from '../../cells/query/reading.ts';
import type { Point } from '../../contract/series.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { childrenOf } from '../../metrics/areas.ts';
import { coverageOf } from '../../metrics/coverage.ts';
import { cubes } from '../../metrics/cubes.ts';
import type { Period } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { type Comparands, compareAreas } from '../judge/compare-areas.ts';
import { fitLines } from '../judge/fit-lines.ts';
import { flagAreas } from '../judge/flag-areas.ts';
import { whyNotCompared } from '../judge/why-not-compared.ts';
import { markPoints } from '../mark-points.ts';
import { areaName } from '../nodes.ts';
import { readLines } from '../read-lines.ts';

/** Comparands, or why the areas are not compared. */
export type ComparandsOr =
  | Comparands
  | {
      readonly kind: 'none';
      readonly absent: NonNullable<AreaFlag['absent']>;
      /** Where there is more to say than the reason. */
      readonly text?: string;
    };

/** One part of an area and what it shows in each period. */
export interface AreaReading {
  readonly code: string;
  readonly name: string;
  /** One per period asked for. */
  readonly points: readonly Point[];
}

/** The parts of an area in a few periods, and the area itself. */
export interface AreasReading {
  readonly reading: Reading;
  readonly whole: readonly Point[];
  /** In the force's own order. */
  readonly areas: readonly AreaReading[];
  /** What a count is divided by, in words. */
  readonly per: string | null;
  /** What the areas are compared by in a period, in their order. */
  comparands(period: number): ComparandsOr;
  /** Each area against the others in a period, in their order. */
  flags(period: number): AreaFlag[];
}

/** Reads the parts of an area in some periods, with what they are compared by. */
export function readAreas(release: LoadedRelease, asked: Reading, periods: readonly Period[]): AreasReading {
  const { pinned } = release;
  const { area, areaSet, metric } = asked;
  const parts = childrenOf(areaSet, area).map(({ code }) => code);
  const reading: Reading = { ...asked, by: [], periods, nodes: [...parts, area] };
  const found = readLines(release, reading);
  const lines = reading.nodes.map((node) => found.find((one) => one.node === node) ?? noLine(node, periods));
  const points = lines.map((line) => {
    const covered = coverageOf(pinned, cubes[metric.cube].feed, areaSet, line.node);
    return markPoints(pinned, reading, covered, line);
  });
  const siblings = lines.slice(0, -1);
  const comparison = compareAreas(release, reading, siblings);
  return {
    reading,
    whole: points.at(-1) ?? [],
    areas: parts.map((code, i) => ({ code, name: areaName(pinned, areaSet, code), points: points[i] })),
    per: 'absent' in comparison ? null : (comparison.population?.label ?? null),
    comparands: (period) => {
      if ('absent' in comparison) return { kind: 'none', ...neverSaid(reading, comparison.absent) };
      if (!comparison.isCollected(period)) return { kind: 'none', absent: 'not-collected' };
      const { faults } = fitLines(release, reading, siblings, periods[period]);
      const isFit = siblings.map((line) => !faults.has(line));
      return keepOnly(comparison.comparands(period), isFit);
    },
    flags: (period) => {
      const flags = flagAreas(release, reading, siblings, period);
      return siblings.flatMap((line) => flags.get(line) ?? []);
    },
  };
}

function neverSaid(reading: Reading, absent: 'not-applicable' | 'no-population') {
  return absent === 'not-applicable' ? { absent, text: whyNotCompared(reading) } : { absent };
}

/** What areas are compared by, those that are not fit as areas without cases. */
function keepOnly(comparands: Comparands, isFit: readonly boolean[]): Comparands {
  if (!isFit.includes(false)) return comparands;
  switch (comparands.kind) {
    case 'shares': {
      const none = { numerator: 0, denominator: 0 };
      return { ...comparands, areas: comparands.areas.map((area, i) => (isFit[i] ? area : none)) };
    }
    case 'rates': {
      const none = { events: 0, exposure: 0 };
      return { ...comparands, areas: comparands.areas.map((area, i) => (isFit[i] ? area : none)) };
    }
    case 'durations': {
      const none = new Float64Array();
      return { ...comparands, areas: comparands.areas.map((area, i) => (isFit[i] ? area : none)) };
    }
  }
}

/** A node without a line has no cases. */
function noLine(node: string, periods: readonly Period[]): ReadLine {
  return { key: {}, node, points: periods.map(() => NO_CASES) };
}
