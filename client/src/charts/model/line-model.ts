import { parsePeriod } from '../../format/periods.ts';
import { formatNumber, type ValueFormat } from '../../format/values.ts';
import { letterMarks, type PlacedMark, placeMarks } from './events.ts';
import { nudgeApart } from './nudge.ts';
import { cutSegments, trailingProvisional } from './segments.ts';
import { periodStep, periodX, type TimeTick, timeTicks } from './timeline.ts';
import type { Box, ChartMark, ChartPoint, ChartSeries, ChartTarget } from './types.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';

export interface LineModelInput {
  series: readonly ChartSeries[];
  format: ValueFormat;
  marks: readonly ChartMark[];
  target?: ChartTarget | undefined;
  /** Pixels of the whole drawing. */
  width: number;
  /** Pixels between the highest gridline and the axis. */
  plotHeight: number;
  /** Shares never pass 100. */
  ceiling?: number | undefined;
}

/** One line of the drawing; `key` is its column in the rows. */
export interface DrawnLine {
  key: string;
  role: ChartSeries['role'];
  dashed: boolean;
}

export interface EndLabel {
  /** Series the label names; null for the target. */
  series: number | null;
  text: string;
  strong: string;
  y: number;
}

/** Everything a line chart draws, in pixels and shown units. */
export interface LineModel {
  rows: Record<string, number>[];
  lines: DrawnLine[];
  xDomain: [number, number];
  xTicks: TimeTick[];
  axis: ValueAxis;
  /** Where the vertical axis starts, when not at zero. */
  startsAt: string | null;
  target: { shown: number; label: string } | null;
  /** The hatched stretch, in x. */
  provisional: { from: number; to: number } | null;
  marks: PlacedMark[];
  ends: EndLabel[];
  compact: boolean;
  height: number;
  box: Box;
}

const compactBelow = 560;
const labelGap = 17;
const markLine = 24;

/** Shapes series, target and events into a drawing. Pure: the same input gives the same drawing. */
export function lineModel(input: LineModelInput): LineModel {
  const { series, format, target, width, plotHeight } = input;
  const compact = width < compactBelow;
  const periods = periodsOf(series);
  const half = periodStep(parsePeriod(periods[0] ?? '2000-01').kind) / 2;
  const xDomain: [number, number] = [
    periodX(periods[0] ?? '2000-01') - half,
    periodX(periods.at(-1) ?? '2000-01') + half,
  ];
  const shownValues = series.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [value * format.factor])),
  );
  const targetShown = target ? target.value * format.factor : null;
  const axis = valueAxis(targetShown === null ? shownValues : [...shownValues, targetShown], {
    ceiling: input.ceiling,
    maxTicks: compact ? 6 : 8,
  });
  const across = { left: 10 + labelWidth(axis, format), right: width - endWidth(series, compact) };
  const provisional = provisionalStretch(series, half);
  const marks = placeMarks(letterMarks(input.marks, xDomain), scale(xDomain, [across.left, across.right]), {
    left: 0,
    right: width,
  });
  const markRows = marks.reduce((rows, { row }) => Math.max(rows, row + 1), 0);
  const top = 14 + markRows * markLine + (provisional ? 20 : 0);
  const box: Box = { ...across, top, bottom: top + plotHeight };
  const chart = { rows: rowsOf(input), axis, xDomain, marks, provisional, compact, box };
  const drawnTarget = target && targetShown !== null ? { shown: targetShown, label: target.label } : null;
  return {
    ...chart,
    lines: linesOf(input),
    xTicks: timeTicks(periods, box.right - box.left),
    startsAt:
      axis.domain[0] === 0 ? null : formatNumber(axis.domain[0] / format.factor, { ...format, decimals: 0 }),
    target: drawnTarget,
    ends: endLabels(input, axis, box, compact ? null : drawnTarget),
    height: box.bottom + 46,
  };
}

/** Pixels of an x, a shown value. */
export function scale(domain: readonly [number, number], range: readonly [number, number]) {
  const perUnit = (range[1] - range[0]) / (domain[1] - domain[0] || 1);
  return (value: number) => range[0] + (value - domain[0]) * perUnit;
}

/** Every period of any series, once, in time order. */
export function periodsOf(series: readonly ChartSeries[]): string[] {
  const names = new Set(series.flatMap(({ points }) => points.map(({ period }) => period)));
  return [...names].sort((a, b) => periodX(a) - periodX(b));
}

function pieces({ series, marks }: LineModelInput) {
  return series.flatMap(({ points, role }, index) =>
    cutSegments(points, marks).map((segment, part) => ({ ...segment, role, key: `s${index}.${part}` })),
  );
}

function linesOf(input: LineModelInput): DrawnLine[] {
  // Grey lines first, so that what is meant to be read lies on top.
  return pieces(input)
    .filter(({ points }) => points.length > 1)
    .sort((a, b) => Number(a.role !== 'context') - Number(b.role !== 'context'))
    .map(({ key, role, dashed }) => ({ key, role, dashed }));
}

function rowsOf(input: LineModelInput): Record<string, number>[] {
  const rows = new Map(
    periodsOf(input.series).map((period): [string, Record<string, number>] => [
      period,
      { x: periodX(period) },
    ]),
  );
  for (const { key, points } of pieces(input)) {
    for (const { period, value } of points) {
      const row = rows.get(period);
      if (row && value !== null) row[key] = value * input.format.factor;
    }
  }
  return [...rows.values()];
}

function provisionalStretch(series: readonly ChartSeries[], half: number) {
  const lead = series.find(({ role }) => role === 'lead');
  const first = lead?.points[trailingProvisional(lead.points)];
  const last = lead?.points.at(-1);
  return first && last ? { from: periodX(first.period) - half, to: periodX(last.period) + half } : null;
}

function endLabels(
  input: LineModelInput,
  axis: ValueAxis,
  box: Box,
  target: LineModel['target'],
): EndLabel[] {
  const toY = scale(axis.domain, [box.bottom, box.top]);
  const named = input.series.filter(({ role }) => role !== 'context').length > 1;
  const labels = input.series.flatMap(({ points, label, role }, index) => {
    const last = lastValue(points);
    if (!last || role === 'context') return [];
    const strong = `${formatNumber(last.value, input.format)}${input.format.sign}`;
    return [{ series: index, strong, text: named ? label : '', y: toY(last.value * input.format.factor) }];
  });
  const all: EndLabel[] = target
    ? [...labels, { series: null, strong: '', text: target.label, y: toY(target.shown) }]
    : labels;
  const places = nudgeApart(
    all.map(({ y }) => y),
    labelGap,
    box.top,
    box.bottom,
  );
  return all.map((label, index) => ({ ...label, y: places[index] ?? label.y }));
}

/** The newest point that has a value. */
export function lastValue(points: readonly ChartPoint[]): (ChartPoint & { value: number }) | null {
  const point = points.findLast(({ value }) => value !== null);
  return point && point.value !== null ? { ...point, value: point.value } : null;
}

const labelWidth = ({ ticks }: ValueAxis, format: ValueFormat) =>
  8 + 7.5 * Math.max(...ticks.map((tick) => tickLabel(tick, format).length));

/** A shown value on the axis, without trailing zeros: 0, 0.5, 1. */
export function tickLabel(tick: number, format: ValueFormat): string {
  const places = Math.min(Number.isInteger(tick) ? 0 : 2, Math.max(format.decimals, 2));
  return formatNumber(tick / format.factor, { ...format, decimals: places }).replace(/(\.\d*?)0+$/, '$1');
}

function endWidth(series: readonly ChartSeries[], compact: boolean): number {
  if (compact) return 60;
  const named = series.filter(({ role }) => role !== 'context');
  const longest = named.length > 1 ? Math.max(...named.map(({ label }) => label.length)) : 8;
  return Math.min(68 + longest * 6.6, 230);
}
