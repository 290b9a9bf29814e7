import type { Reading, ReadLine } from '../../cells/query/reading.ts';
import type { MetricDefinition } from '../../metrics/definition.ts';
import type { PinnedAreaSet } from '../../metrics/pinned.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { Kept } from '../judge/kept.ts';
import { readLines } from '../read-lines.ts';
import { type EarlierLine, lineName, subtractLines } from './subtract-lines.ts';

/** Some months of the release before, kept with the release that asks. */
const views = new Kept<LoadedRelease, LoadedRelease>(24);

/**
 * What the lines of a reading were in the release before. Counts add up, so that the cells that changed are enough
 * to tell; distributions are read again, from the months asked for alone.
 */
export function earlierLines(
  release: LoadedRelease,
  reading: Reading,
  lines: readonly ReadLine[],
): ReadonlyMap<string, EarlierLine> {
  const { metric } = reading;
  const { previous, changes } = release;
  if (!previous || !changes) return new Map();
  if (!isReadAlike(release, previous, reading)) {
    const areaSet = areaSetIn(previous, reading);
    return areaSet ? byName(reading, readLines(previous, { ...reading, areaSet })) : new Map();
  }
  if (!isAdded(metric)) {
    const months = new Set(reading.periods.flatMap((period) => period.months));
    const question = [...months].sort().join();
    const view = views.get(release, question, () => previous.only(({ cell }) => months.has(cell.month)));
    return byName(reading, readLines(view, reading));
  }
  const { come, gone } = changes;
  return subtractLines(reading, lines, readLines(come, reading), readLines(gone, reading));
}

/** Whether a value comes of counts of one cube that add up over its cells. */
function isAdded(metric: MetricDefinition): boolean {
  if (metric.kind === 'duration' || metric.kind === 'difference' || metric.noRowsMeansAbsent) return false;
  return metric.kind !== 'rate' || metric.exposureCube === undefined;
}

function byName({ periods }: Reading, lines: readonly ReadLine[]): ReadonlyMap<string, EarlierLine> {
  return new Map(
    lines.map((line) => [
      lineName(line),
      new Map(periods.map(({ name }, i) => [name, line.points[i].value] as const)),
    ]),
  );
}

/** The area set of a reading as the release before knew it. */
export const areaSetIn = ({ pinned }: LoadedRelease, { areaSet }: Reading): PinnedAreaSet | undefined =>
  pinned.areaSets.find(({ id }) => id === areaSet.id);

/** Whether equal cells give equal values in both: the areas are made up alike, and no threshold moved. */
export function isReadAlike(now: LoadedRelease, before: LoadedRelease, reading: Reading): boolean {
  const thresholds = ({ pinned }: LoadedRelease) =>
    pinned.targets.filter(({ role, metric }) => role === 'threshold' && metric === reading.metric.id);
  return (
    isSame(areaSetIn(before, reading)?.areas, reading.areaSet.areas) &&
    isSame(thresholds(before), thresholds(now))
  );
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
