import type { BoardRow } from '../../contract/board.ts';
import type { Point, Series } from '../../contract/series.ts';
import { annotationsFor } from '../../metrics/annotations.ts';
import { childrenOf } from '../../metrics/areas.ts';
import type { BoardRowDefinition } from '../../metrics/board.ts';
import { polarityOf } from '../../metrics/kinds.ts';
import { addMonths, type Period } from '../../metrics/periods.ts';
import type { PinnedAreaSet } from '../../metrics/pinned.ts';
import { targetAt, targetsFor } from '../../metrics/targets.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { changeFrom } from '../changes.ts';
import { describeTarget } from '../describe-reference.ts';
import { seriesOf } from '../get-series.ts';
import { noTarget, noVariation } from '../judge/no-verdict.ts';
import { type Resolved, requireMetric, resolveQuery } from '../resolve-query.ts';

export const SPARK_MONTHS = 24;

/** Which board a row is read for, and whether it is judged. */
export interface BoardRequest {
  readonly areaSet: PinnedAreaSet;
  readonly month: string;
  readonly judged: boolean;
}

/** A row with the readings it was made from. */
export interface ReadRow {
  readonly row: BoardRow;
  readonly line: Resolved;
  readonly areas: Resolved;
}

/** One row of the board; without `judged` its verdicts say nothing and its areas have no flags. */
export function readRow(
  release: LoadedRelease,
  definition: BoardRowDefinition,
  request: BoardRequest,
): ReadRow {
  const { pinned } = release;
  const metric = requireMetric(definition.metric);
  const period = addMonths(request.month, -definition.lagMonths);
  const ask = (query: Record<string, string>) =>
    resolveQuery(release, metric, { ...definition.filter, ...query, areaSet: request.areaSet.id }, 'any');
  const line = ask({ grain: 'month', from: addMonths(period, 1 - SPARK_MONTHS), to: period });
  const areas = ask({ grain: definition.areaGrain, from: period, to: period, by: 'area' });
  const spark = seriesOf(release, line, request);
  const [{ points, spc, spcAbsent, variation, outlook }] = spark.series;
  const pointAt = (month: string) => points.find((point) => point.period === month) ?? absentPoint(month);
  const notes = annotationsFor(pinned, metric.id, pinned.force.code, line.filter);
  const change = (months: number) => {
    const [earlier, later] = [monthPeriod(addMonths(period, -months)), monthPeriod(period)];
    return changeFrom(notes, [earlier, later], [pointAt(earlier.name), pointAt(period)]);
  };
  const target = targetAt(
    targetsFor(pinned, metric.id, spark.statistic, spark.filter, pinned.force.code),
    period,
  );
  const row: BoardRow = {
    id: definition.id,
    label: definition.label,
    detail: definition.detail,
    metric: metric.id,
    statistic: spark.statistic,
    filter: { ...definition.filter },
    unit: spark.unit,
    decimals: metric.decimals,
    polarity: polarityOf(metric, line.reading.choices),
    lagMonths: definition.lagMonths,
    period,
    latest: pointAt(period),
    target: target ? describeTarget(target) : null,
    changeOnMonth: change(1),
    changeOnYear: change(12),
    spark: points,
    breaks: notes.filter((note) => note.kind === 'break').map((note) => note.date.slice(0, 7)),
    areaGrain: definition.areaGrain,
    areas: areaValues(release, seriesOf(release, areas, request), areas),
    variation: variation ?? noVariation(spcAbsent?.text ?? 'Not judged.'),
    outlook: outlook ?? noTarget(),
    ...(spc ? { spc } : {}),
    ...(spcAbsent ? { spcAbsent } : {}),
  };
  return { row, line, areas };
}

function areaValues(
  { pinned }: LoadedRelease,
  { series }: Series,
  { reading: { areaSet, periods } }: Resolved,
): BoardRow['areas'] {
  return childrenOf(areaSet, pinned.force.code).map(({ code }) => {
    const line = series.find((one) => one.key.area === code);
    const point = line?.points[0] ?? absentPoint(periods[0].name);
    return line?.flag ? { area: code, point, flag: line.flag } : { area: code, point };
  });
}

function monthPeriod(month: string): Period {
  return { name: month, months: [month] };
}

function absentPoint(period: string): Point {
  return { period, value: null, n: 0, status: [], absent: 'not-collected' };
}
