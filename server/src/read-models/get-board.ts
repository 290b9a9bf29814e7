import type { Board, BoardRow } from '../contract/board.ts';
import type { Point, Series } from '../contract/series.ts';
import { annotationsFor, type DrawnAnnotation, isDrawn } from '../metrics/annotations.ts';
import { areaSetAt, childrenOf } from '../metrics/areas.ts';
import { type BoardRowDefinition, boardGroups } from '../metrics/board.ts';
import { addMonths, monthRange, type Period, periodEnding } from '../metrics/periods.ts';
import type { PinnedAreaSet } from '../metrics/pinned.ts';
import { targetAt, targetsFor } from '../metrics/targets.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { changeFrom } from './changes.ts';
import { checkQuality } from './check-quality.ts';
import { describeAnnotation, describeTarget } from './describe-reference.ts';
import { getRelease } from './get-release.ts';
import { seriesOf } from './get-series.ts';
import { noTarget, noVariation } from './judge/no-verdict.ts';
import { nodesFor } from './nodes.ts';
import { QueryProblem } from './query-problem.ts';
import { requireMetric, resolveQuery } from './resolve-query.ts';

const SPARK_MONTHS = 24;

/**
 * The monthly performance board of a release; `latest` is its newest month.
 * @throws {QueryProblem} 404 `unknown-month` naming the span
 */
export function getBoard(release: LoadedRelease, asked: string): Board {
  const months = boardMonths(release);
  const month = asked === 'latest' ? (months.at(-1) ?? asked) : asked;
  if (!months.includes(month)) {
    const detail = `Release ${release.number} has no board for "${month}": it holds ${months[0]} to ${months.at(-1)}.`;
    throw new QueryProblem({ status: 404, code: 'unknown-month', detail, parameter: 'month', valid: months });
  }
  const set = areaSetAt(release.pinned, month);
  const first = addMonths(month, 1 - SPARK_MONTHS);
  const groups = boardGroups.map(({ label, rows }) => ({
    label,
    rows: rows.map((row) => boardRow(release, set, month, row)),
  }));
  return {
    release: getRelease(release),
    month,
    months,
    areaSet: set.id,
    areas: childrenOf(set, release.pinned.force.code).map((area) => ({ ...area })),
    groups,
    annotations: onceEach(
      release.pinned.annotations
        .filter(isDrawn)
        .filter((note) => note.date.slice(0, 7) >= first && note.date.slice(0, 7) <= month),
    ).map(describeAnnotation),
    quality: checkQuality(release, {
      areaSet: set,
      area: release.pinned.force.code,
      nodes: nodesFor(set, release.pinned.force.code),
      period: { name: month, months: [month] },
      filters: { domesticAbuse: ['true'] },
    }).filter((check) => !check.ok),
    glance: [],
    standsOut: [],
    nothing: null,
    exceptions: [],
    standing: [],
    steady: { count: 0, sentence: '' },
    falseAlarm: {
      measures: 0,
      independentMeasures: 0,
      autocorrelation: 0,
      expected: 0,
      shown: 0,
      shownIndependent: 0,
      chanceOfAsMany: 1,
      sentence: '',
    },
  };
}

/** Months from the first one any feed covers to the one the release's data reach. */
export function boardMonths(release: LoadedRelease): string[] {
  const rows = release.pinned.coverage.filter((row) => row.feed !== 'returns');
  const all = rows.length > 0 ? rows : release.pinned.coverage;
  const first = all.map((row) => row.fromMonth).reduce((a, b) => (a < b ? a : b));
  return monthRange(first, release.record.dataTo.slice(0, 7));
}

function boardRow(
  release: LoadedRelease,
  set: PinnedAreaSet,
  boardMonth: string,
  row: BoardRowDefinition,
): BoardRow {
  const metric = requireMetric(row.metric);
  const period = addMonths(boardMonth, -row.lagMonths);
  const spark = sparkOf(release, set, row, period);
  const points = spark.series[0].points;
  const pointAt = (month: string) => points.find((point) => point.period === month) ?? absentPoint(month);
  const notes = annotationsFor(release.pinned, metric.id, release.pinned.force.code, row.filter);
  const change = (months: number) => {
    const [earlier, later] = [monthPeriod(addMonths(period, -months)), monthPeriod(period)];
    return changeFrom(notes, [earlier, later], [pointAt(earlier.name), pointAt(period)]);
  };
  const targets = targetsFor(
    release.pinned,
    metric.id,
    spark.statistic,
    spark.filter,
    release.pinned.force.code,
  );
  const target = targetAt(targets, period);
  return {
    id: row.id,
    label: row.label,
    detail: row.detail,
    metric: metric.id,
    statistic: spark.statistic,
    filter: { ...row.filter },
    unit: spark.unit,
    decimals: metric.decimals,
    polarity: metric.polarity,
    lagMonths: row.lagMonths,
    period,
    latest: pointAt(period),
    target: target ? describeTarget(target) : null,
    changeOnMonth: change(1),
    changeOnYear: change(12),
    spark: points.slice(-SPARK_MONTHS),
    breaks: notes.filter((note) => note.kind === 'break').map((note) => note.date.slice(0, 7)),
    areaGrain: row.areaGrain,
    areas: areaValues(release, set, row, period),
    variation: noVariation('Not judged yet.'),
    outlook: noTarget(),
  };
}

function sparkOf(release: LoadedRelease, set: PinnedAreaSet, row: BoardRowDefinition, month: string): Series {
  const span = { grain: 'month', from: addMonths(month, -SPARK_MONTHS), to: month, areaSet: set.id };
  return seriesOf(
    release,
    resolveQuery(release, requireMetric(row.metric), { ...row.filter, ...span }, 'any'),
  );
}

function areaValues(
  release: LoadedRelease,
  set: PinnedAreaSet,
  row: BoardRowDefinition,
  month: string,
): BoardRow['areas'] {
  const span = { grain: row.areaGrain, from: month, to: month, areaSet: set.id, by: 'area' };
  const { series } = seriesOf(
    release,
    resolveQuery(release, requireMetric(row.metric), { ...row.filter, ...span }, 'any'),
  );
  return childrenOf(set, release.pinned.force.code).map(({ code }) => {
    const line = series.find((one) => one.key.area === code);
    return {
      area: code,
      point: line?.points[0] ?? absentPoint(periodEnding(row.areaGrain, month)?.name ?? month),
    };
  });
}

/** One event may be recorded for several metrics; the board names it once. */
function onceEach(notes: readonly DrawnAnnotation[]): DrawnAnnotation[] {
  return [...new Map(notes.map((note) => [`${note.kind} ${note.date} ${note.text}`, note])).values()];
}

function monthPeriod(month: string): Period {
  return { name: month, months: [month] };
}

function absentPoint(period: string): Point {
  return { period, value: null, n: 0, status: [], absent: 'not-collected' };
}
