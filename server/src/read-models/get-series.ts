import type { ReadLine } from '../cells/query/reading.ts';
import type { KeyedSeries, Series } from '../contract/series.ts';
import { NOT_ALLOCATED } from '../metrics/areas.ts';
import { coverageOf } from '../metrics/coverage.ts';
import { cubes } from '../metrics/cubes.ts';
import { statisticsOf } from '../metrics/kinds.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { whyNoSpc } from './judge/describe-spc.ts';
import { readJudged } from './judge/judge-lines.ts';
import { judgeSeries } from './judge/judge-series.ts';
import { markPoints } from './mark-points.ts';
import { labelOf } from './members.ts';
import { areaName } from './nodes.ts';
import { readLines } from './read-lines.ts';
import { type Query, type Resolved, requireMetric, resolveQuery } from './resolve-query.ts';
import { markRevised } from './revisions/mark-revised.ts';

/** Values of one metric over time, as asked in parameters. @throws {QueryProblem} */
export function getSeries(release: LoadedRelease, query: Query): Series {
  const { metric: id, ...rest } = query;
  const metric = requireMetric(id);
  return seriesOf(release, resolveQuery(release, metric, rest));
}

/** The reply to a resolved question; `judged: false` leaves out intervals, limits, verdicts, flags and revisions. */
export function seriesOf(release: LoadedRelease, resolved: Resolved, { judged } = { judged: true }): Series {
  const { reading, byArea, grain, filter } = resolved;
  const { metric, areaSet, choices } = reading;
  // A split gives lines of the span asked for alone; the whole of the others is read for their limits anyway.
  const isCropped = judged && reading.by.length === 0 && whyNoSpc(metric, grain) === null;
  const lines = (isCropped ? readJudged : readLines)(release, reading).filter(worthShowing);
  const { feed } = cubes[metric.cube];
  const marked = new Map(
    lines.map((line) => {
      const place = line.node === NOT_ALLOCATED ? reading.area : line.node;
      const covered = coverageOf(release.pinned, feed, areaSet, place);
      return [line, markPoints(release.pinned, reading, covered, line, judged)];
    }),
  );
  const points = judged ? markRevised(release, reading, marked) : marked;
  const judgementOf = judged ? judgeSeries(release, resolved, points) : () => ({});
  return {
    release: release.number,
    metric: metric.id,
    version: metric.version,
    statistic: reading.statistic,
    unit: statisticsOf(metric).find((one) => one.id === reading.statistic)?.unit ?? 'count',
    basis: reading.by.includes('basis') ? null : (choices.basis ?? null),
    grain,
    area: reading.area,
    areaSet: areaSet.id,
    filter,
    synthetic: release.record.synthetic,
    series: [...points].map(
      ([line, values]): KeyedSeries => ({
        key: byArea ? { ...line.key, area: line.node } : line.key,
        label: labelLine(release, resolved, line),
        points: values,
        ...judgementOf(line),
      }),
    ),
  };
}

/** Rows that belong to no child area are shown only where there are some. */
function worthShowing(line: ReadLine): boolean {
  return line.node !== NOT_ALLOCATED || line.points.some((point) => point.n > 0);
}

function labelLine(release: LoadedRelease, { reading, byArea }: Resolved, line: ReadLine): string {
  const members = Object.entries(line.key).map(([dimension, code]) =>
    labelOf(release.pinned, dimension, code),
  );
  const area = areaName(release.pinned, reading.areaSet, line.node);
  return (byArea || members.length === 0 ? [area, ...members] : members).join(', ');
}
