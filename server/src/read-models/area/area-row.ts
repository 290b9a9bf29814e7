import type { Reading } from '../../cells/query/reading.ts';
import type { AreaRow } from '../../contract/area-page.ts';
import type { Point } from '../../contract/series.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { annotationsFor } from '../../metrics/annotations.ts';
import type { BoardRowDefinition } from '../../metrics/board.ts';
import { polarityOf } from '../../metrics/kinds.ts';
import { addMonths, type Period, periodEnding } from '../../metrics/periods.ts';
import { targetAt, targetsFor } from '../../metrics/targets.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { flagConfidence } from '../../stats/areas/area-flags.ts';
import { SPARK_MONTHS } from '../board/board-row.ts';
import { changeFrom, comparedPeriods } from '../changes.ts';
import { type AreasReading, readAreas } from '../comparison/read-areas.ts';
import { restOf } from '../comparison/rest-of.ts';
import { describeTarget } from '../describe-reference.ts';
import { seriesOf } from '../get-series.ts';
import { standingFlags } from '../judge/standing.ts';
import { requireMetric, resolveQuery } from '../resolve-query.ts';
import type { Place } from './place.ts';

/** A row, and the flag over twelve months where its difference from the other areas stands. */
export interface ReadAreaRow {
  readonly row: AreaRow;
  readonly standing: AreaFlag | null;
}

/** One board measure of one area: its own line and verdict, and where it lies beside the other areas. */
export function readAreaRow(
  release: LoadedRelease,
  { areaSet, area, parent }: Place,
  boardMonth: string,
  definition: BoardRowDefinition,
): ReadAreaRow {
  const { pinned } = release;
  const metric = requireMetric(definition.metric);
  const grain = parent === null ? 'month' : definition.areaGrain;
  const month = addMonths(boardMonth, -definition.lagMonths);
  const period = periodEnding(grain, month) ?? { name: month, months: [month] };
  const query = { ...definition.filter, grain, areaSet: areaSet.id, area: area.code };
  const span = { from: addMonths(month, 1 - SPARK_MONTHS), to: month };
  const resolved = resolveQuery(release, metric, { ...query, ...span }, 'any');
  const { series: lines, unit, statistic } = seriesOf(release, resolved);
  const { points, spc, spcAbsent, variation, outlook } = lines[0];
  const pointAt = (name: string) => points.find((point) => point.period === name) ?? absentPoint(name);
  const point = pointAt(period.name);
  const beside =
    parent === null ? null : besideOf(release, { ...resolved.reading, area: parent }, area.code, period);
  const notes = annotationsFor(pinned, metric.id, area.code, resolved.filter);
  const target = targetAt(targetsFor(pinned, metric.id, statistic, resolved.filter, area.code), month);
  const row: AreaRow = {
    id: definition.id,
    label: definition.label,
    detail: definition.detail,
    metric: metric.id,
    statistic,
    parameters: parent === null ? { ...definition.filter } : { ...definition.filter, area: area.code },
    unit,
    decimals: metric.decimals,
    polarity: polarityOf(metric, resolved.reading.choices),
    lagMonths: definition.lagMonths,
    grain,
    period: period.name,
    point,
    whole: beside?.whole ?? point,
    others: beside?.others ?? null,
    target: target ? describeTarget(target) : null,
    changes: comparedPeriods(grain, period).map((earlier) =>
      changeFrom(notes, [earlier, period], [pointAt(earlier.name), point]),
    ),
    series: points,
    breaks: notes.filter(({ kind }) => kind === 'break').map(({ date }) => date.slice(0, 7)),
    ...(spc ? { spc } : {}),
    ...(spcAbsent ? { spcAbsent: grain === 'rolling-12' ? tooSmall : spcAbsent } : {}),
    variation: variation ?? null,
    outlook: outlook ?? null,
    flag: beside?.flag ?? notCompared(period.name),
  };
  return { row, standing: beside?.standing ?? null };
}

interface Beside {
  readonly whole: Point;
  readonly flag: AreaFlag;
  readonly others: number | null;
  readonly standing: AreaFlag | null;
}

/** Where an area lies beside the others of its parent in one period. */
function besideOf(release: LoadedRelease, reading: Reading, code: string, period: Period): Beside {
  const areas = readAreas(release, reading, [period]);
  const index = areas.areas.findIndex((one) => one.code === code);
  const month = period.months[period.months.length - 1];
  return {
    whole: areas.whole[0],
    flag: areas.flags(0)[index],
    others: othersOf(areas, index),
    standing: standingFlags(release, areas.reading, month).get(code) ?? null,
  };
}

const tooSmall = {
  reason: 'overlapping-periods' as const,
  text: 'A month of one area holds too few cases to read, so twelve months are shown. Neighbouring twelve months share most of their cases, so no limits are drawn on them.',
};

/** The other areas together, in the unit of the value; a count as it would be at their rate. */
function othersOf(areas: AreasReading, index: number): number | null {
  const comparands = areas.comparands(0);
  const rest = restOf(comparands, index);
  if (rest === null) return null;
  if (rest.kind === 'durations') return rest.value;
  if (rest.kind === 'shares') return rest.numerator / rest.denominator;
  const { metric } = areas.reading;
  const own = comparands.kind === 'rates' ? comparands.areas[index].exposure : 0;
  return (rest.events / rest.exposure) * (metric.kind === 'rate' ? metric.per : own);
}

function notCompared(period: string): AreaFlag {
  return {
    period,
    side: null,
    word: null,
    comparison: 'difference',
    estimate: null,
    lower: null,
    upper: null,
    confidence: flagConfidence,
    comparedWith: 'no other area',
    per: null,
    provisional: false,
    standing: false,
    absent: 'not-applicable',
    sentence: 'The force holds every area, so there is none to compare it with.',
  };
}

function absentPoint(period: string): Point {
  return { period, value: null, n: 0, status: [], absent: 'not-collected' };
}
