import type { Reading, ReadLine, ReadPoint } from '../../cells/query/reading.ts';
import type { Point } from '../../contract/series.ts';
import { NOT_ALLOCATED } from '../../metrics/areas.ts';
import { anyCoverage, coverageOf } from '../../metrics/coverage.ts';
import { cubes } from '../../metrics/cubes.ts';
import { monthRange } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { isComplete } from '../../stats/spc/baseline.ts';
import type { Cut, XmrPoint } from '../../stats/spc/segments.ts';
import { type Counts, meanCounts, withholdLimits } from '../../stats/spc/sparse.ts';
import { minimumPoints } from '../../stats/spc/variation.ts';
import { analyseXmr, type XmrResult } from '../../stats/spc/xmr.ts';
import { markValues } from '../mark-points.ts';
import { readLines } from '../read-lines.ts';
import { countsOf } from './case-counts.ts';
import { Kept } from './kept.ts';
import { type LineSetting, settingOf } from './line-setting.ts';

/** A whole monthly line with its limits and signals. */
export interface JudgedLine {
  readonly key: Readonly<Record<string, string>>;
  readonly node: string;
  /** What was read, by month of `points`. */
  readonly read: ReadLine;
  /** Every covered month, oldest first. */
  readonly points: readonly Pick<Point, 'period' | 'value'>[];
  /** Months that are provisional or too young, with a value or without. */
  readonly unsettled: ReadonlySet<string>;
  /** As the engine has it, without what the product does not stand by (`withholdLimits`). */
  readonly xmr: XmrResult;
  /** Mean cases a month behind the limits of each segment; null where values are not counted. */
  readonly meanCounts: readonly (Counts | null)[];
  readonly setting: LineSetting;
  /** Rebases that wait for enough months after them. */
  readonly waiting: readonly { at: string; points: number }[];
}

const kept = new Kept<LoadedRelease, readonly JudgedLine[]>(500);

/** Gives up the kept limits of a release, as a restart would: for measuring. */
export const forgetJudgements = (release: LoadedRelease): void => kept.forget(release);

/**
 * Judges every line of a reading, by month over everything covered: what is asked for in time only crops the
 * answer (decision 35). Kept per release.
 */
export function judgeLines(release: LoadedRelease, reading: Reading): readonly JudgedLine[] {
  const { metric, statistic, choices, filters, by, areaSet, area, nodes } = reading;
  const question = JSON.stringify([metric.id, statistic, choices, filters, by, areaSet.id, area, nodes]);
  return kept.get(release, question, () => judgeWhole(release, reading));
}

/** The lines of a reading by month, cropped from those that are judged, so that they are read once. */
export function readJudged(release: LoadedRelease, reading: Reading): ReadLine[] {
  const judged = judgeLines(release, reading);
  // Where nothing is covered there is nothing to judge, and still a line that says so.
  if (judged.length === 0) return readLines(release, reading);
  return judged.map(({ read, points }) => {
    const places = new Map(points.map(({ period }, i) => [period, i]));
    return {
      ...read,
      points: reading.periods.map(({ name }) => read.points[places.get(name) ?? -1] ?? NOT_HELD),
    };
  });
}

const NOT_HELD: ReadPoint = { value: null, n: 0, absent: 'not-collected' };

function judgeWhole(release: LoadedRelease, reading: Reading): JudgedLine[] {
  const whole = { ...reading, periods: coveredMonths(release, reading) };
  return readLines(release, whole).map((line) => judgeLine(release, whole, line));
}

function judgeLine(release: LoadedRelease, reading: Reading, line: ReadLine): JudgedLine {
  const { pinned } = release;
  const setting = settingOf(pinned, reading, line.key, line.node);
  const place = line.node === NOT_ALLOCATED ? reading.area : line.node;
  const covered = coverageOf(pinned, cubes[reading.metric.cube].feed, reading.areaSet, place);
  const points = markValues(pinned, reading, covered, line);
  const unsettled = new Set(points.filter(({ isSettled }) => !isSettled).map(({ period }) => period));
  const values = points.map(({ period, value, isSettled }) => ({
    at: period,
    value,
    provisional: !isSettled,
  }));
  const { cuts, waiting } = settleCuts(values, setting.cuts);
  const analysed = analyseXmr(values, { grain: 'month', baseline: setting.baseline, cuts });
  const counts = line.points.map((point) => countsOf(reading, point));
  const means = analysed.segments.map((_, i) => meanCounts(analysed, i, counts));
  const xmr = withholdLimits(analysed, means);
  const { key, node } = line;
  return { key, node, read: line, points, unsettled, xmr, meanCounts: means, setting, waiting };
}

/** Limits restart at a rebase only once enough months follow it; a break cuts the line at once. */
function settleCuts(points: readonly XmrPoint[], cuts: readonly Cut[]) {
  const months = cuts.map(({ at }) => at).toSorted();
  const waiting = cuts.flatMap(({ at, kind }) => {
    if (kind === 'break') return [];
    const next = months.find((month) => month > at) ?? '9999';
    const after = points.filter((point) => point.at >= at && point.at < next && isComplete(point));
    return after.length === 0 || after.length >= minimumPoints ? [] : [{ at, points: after.length }];
  });
  const settled = cuts.filter(({ at, kind }) => kind === 'break' || !waiting.some((one) => one.at === at));
  return { cuts: settled, waiting };
}

function coveredMonths({ pinned }: LoadedRelease, { metric, areaSet, area, nodes, choices }: Reading) {
  const { feed } = cubes[metric.cube];
  const places = [area, ...nodes, ...(choices.force ? [choices.force] : [])];
  let [first, last] = ['9999', ''];
  for (const month of anyCoverage(places.map((place) => coverageOf(pinned, feed, areaSet, place)))) {
    if (month < first) first = month;
    if (month > last) last = month;
  }
  if (last === '') return [];
  return monthRange(first, last).map((month) => ({ name: month, months: [month] }));
}
