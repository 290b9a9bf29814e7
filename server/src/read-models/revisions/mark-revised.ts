import type { Reading, ReadLine } from '../../cells/query/reading.ts';
import type { Point } from '../../contract/series.ts';
import { NOT_ALLOCATED } from '../../metrics/areas.ts';
import { coverageOf } from '../../metrics/coverage.ts';
import { cubes } from '../../metrics/cubes.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import type { Period } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { marksOf } from '../mark-points.ts';
import { areaSetIn, earlierLines, isReadAlike } from './earlier-lines.ts';
import { type EarlierLine, lineName } from './subtract-lines.ts';

/** Relative difference below which two values are one: the same counts may be divided in another order. */
const ROUNDING = 1e-12;

type Lines = ReadonlyMap<ReadLine, Point[]>;

/**
 * Marks the values that differ from those of the release before, with what it gave. A value it gave as provisional, or
 * as too young, said itself that it would move; one under another definition is another figure.
 */
export function markRevised(release: LoadedRelease, reading: Reading, lines: Lines): Lines {
  const { previous } = release;
  if (!previous || !wasDefinedAlike(release, previous, reading)) return lines;
  const settled = settledBefore(previous, reading, [...lines.keys()]);
  const touched = isReadAlike(release, previous, reading)
    ? touchedPeriods(release, reading)
    : reading.periods;
  const periods = touched.filter((period) => [...settled.values()].some((names) => names.has(period.name)));
  if (periods.length === 0) return lines;
  const at = periods.map((period) => reading.periods.indexOf(period));
  const cropped = [...lines.keys()].map((line) => ({ ...line, points: at.map((i) => line.points[i]) }));
  const earlier = earlierLines(release, { ...reading, periods }, cropped);
  return new Map(
    [...lines].map(([line, points]) => {
      const before = earlier.get(lineName(line));
      const names = settled.get(line);
      const marked = points.map((point) =>
        before && names?.has(point.period) ? revise(point, before, previous.number) : point,
      );
      return [line, marked];
    }),
  );
}

function revise(point: Point, before: EarlierLine, release: number): Point {
  const value = before.get(point.period) ?? null;
  if (point.value === null || value === null || isSame(point.value, value)) return point;
  return { ...point, status: [...point.status, 'revised'], revised: { release, value } };
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

function wasDefinedAlike(
  { pinned: now }: LoadedRelease,
  { pinned: before }: LoadedRelease,
  { metric }: Reading,
): boolean {
  const version = before.definitions[metric.id];
  return version !== undefined && version === now.definitions[metric.id];
}

/** Names of the periods that the release before gave as settled, by line. */
function settledBefore(
  previous: LoadedRelease,
  reading: Reading,
  lines: readonly ReadLine[],
): Map<ReadLine, ReadonlySet<string>> {
  const { metric, area, periods } = reading;
  const { pinned } = previous;
  const areaSet = areaSetIn(previous, reading);
  if (!areaSet) return new Map();
  const places = new Set([pinned.force.code, ...areaSet.areas.map(({ code }) => code)]);
  return new Map(
    lines.map((line) => {
      const place = line.node === NOT_ALLOCATED ? area : line.node;
      const covered = coverageOf(pinned, cubes[metric.cube].feed, areaSet, place);
      const isHeld = (month: string) => metric.noRowsMeansAbsent || covered.months.has(month);
      const marks = marksOf(reading, covered, line);
      const settled = periods.filter(
        (period) => places.has(place) && period.months.every(isHeld) && marks(period).status.length === 0,
      );
      return [line, new Set(settled.map(({ name }) => name))];
    }),
  );
}

/** Periods a changed cell may count in. What is counted when it ends, or while it is open, began before. */
function touchedPeriods(release: LoadedRelease, { metric, choices, periods }: Reading): readonly Period[] {
  const changed = [...cubesOf(metric)].flatMap((cube) => [...release.changedMonths(cube)]);
  if (metric.noRowsMeansAbsent) return changed.length === 0 ? [] : periods;
  const months = new Set(changed);
  const isTouched =
    metric.kind === 'snapshot' || metric.periodOfEnd?.(choices)
      ? ({ months: own }: Period) => changed.some((month) => month <= own[own.length - 1])
      : ({ months: own }: Period) => own.some((month) => months.has(month));
  return periods.filter(isTouched);
}

function cubesOf(metric: MetricDefinition) {
  return new Set([metric.cube, (metric.kind === 'rate' && metric.exposureCube) || metric.cube]);
}
