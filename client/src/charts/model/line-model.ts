import type { ValueFormat } from '../../format/values.ts';
import { letterMarks, type PlacedMark, placeMarks } from './events.ts';
import { axisWidth, type EndLabel, endLabels, endWidth, tickLabel } from './line-labels.ts';
import {
  type Dot,
  type DrawnLine,
  lineDots,
  linePieces,
  lineRows,
  type OpenStretch,
  openStretch,
  periodsOf,
} from './line-parts.ts';
import { scale } from './scale.ts';
import { monthStartX, type TimeTick, timeDomain, timeTicks } from './timeline.ts';
import type { Box, ChartMark, ChartSeries, ChartTarget } from './types.ts';
import { type ValueAxis, valueAxis } from './value-axis.ts';

export interface LineModelInput {
  series: readonly ChartSeries[];
  format: ValueFormat;
  marks: readonly ChartMark[];
  targets: readonly ChartTarget[];
  /** Pixels of the whole drawing. */
  width: number;
  /** Pixels between the highest gridline and the axis. */
  plotHeight: number;
  /** Shares never pass 100. */
  ceiling?: number | undefined;
}

/** A target over the stretch it holds for, in x and shown units. */
export interface DrawnTarget {
  shown: number;
  label: string;
  from: number;
  to: number;
}

/** Everything a line chart draws. */
export interface LineModel {
  rows: Record<string, number>[];
  lines: DrawnLine[];
  dots: Dot[];
  xDomain: [number, number];
  xTicks: TimeTick[];
  axis: ValueAxis;
  /** Where the vertical axis starts, when not at zero. */
  startsAt: string | null;
  targets: DrawnTarget[];
  /** The hatched stretch. */
  open: OpenStretch | null;
  marks: PlacedMark[];
  ends: EndLabel[];
  /** Too narrow for words at the line ends. */
  compact: boolean;
  height: number;
  box: Box;
}

const compactBelow = 560;
const markLine = 24;
const axisHeight = 46;

/** Shapes series, targets and events into a drawing. Pure: the same input gives the same drawing. */
export function lineModel(input: LineModelInput): LineModel {
  const { series, format, width } = input;
  const compact = width < compactBelow;
  const periods = periodsOf(series);
  const xDomain = timeDomain(periods);
  const targets = drawnTargets(input, xDomain);
  const axis = axisOf(input, targets, compact);
  const labelled = compact ? undefined : targets.at(-1);
  const across = { left: axisWidth(axis, format), right: width - endWidth(series, labelled?.label, compact) };
  const toX = scale(xDomain, [across.left, across.right]);
  const marks = placeMarks(letterMarks(input.marks, xDomain), toX, { left: 0, right: width });
  const open = openStretch(series);
  const box = boxOf(across, marks, open !== null, input.plotHeight);
  const toY = scale(axis.domain, [box.bottom, box.top]);
  const pieces = linePieces(series, input.marks);
  return {
    rows: lineRows(periods, pieces, format),
    lines: pieces.map(({ key, tone, dashed }) => ({ key, tone, dashed })),
    dots: lineDots(series, pieces, toX, (value) => toY(value * format.factor)),
    xDomain,
    xTicks: timeTicks(periods, box.right - box.left),
    axis,
    startsAt: startOf(axis, format),
    targets,
    open,
    marks,
    ends: endLabels(series, format, labelled, toY, { ...box, compact }),
    compact,
    height: box.bottom + axisHeight,
    box,
  };
}

/** Where a figure's vertical axis starts, when not at zero, for its subtitle. */
export function axisStart(
  input: Pick<LineModelInput, 'series' | 'format' | 'targets' | 'ceiling'>,
): string | null {
  return startOf(axisOf(input, drawnTargets(input, allTime), false), input.format);
}

const allTime: [number, number] = [0, Number.POSITIVE_INFINITY];
const startOf = ({ domain }: ValueAxis, format: ValueFormat) =>
  domain[0] === 0 ? null : tickLabel(domain[0], format);

type Valued = Pick<LineModelInput, 'series' | 'format' | 'targets' | 'ceiling'>;

function axisOf(
  { series, format, ceiling }: Valued,
  targets: readonly DrawnTarget[],
  compact: boolean,
): ValueAxis {
  const values = series.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [value * format.factor])),
  );
  return valueAxis([...values, ...targets.map(({ shown }) => shown)], { ceiling, maxTicks: compact ? 6 : 8 });
}

function drawnTargets({ targets, format }: Valued, [first, last]: [number, number]): DrawnTarget[] {
  return targets
    .map(({ value, label, from, to }) => ({
      shown: value * format.factor,
      label,
      from: Math.max(first, monthStartX(from)),
      to: Math.min(last, to === null ? last : monthStartX(to)),
    }))
    .filter((target) => target.from < target.to);
}

function boxOf(
  across: { left: number; right: number },
  marks: readonly PlacedMark[],
  hatched: boolean,
  plotHeight: number,
): Box {
  const markRows = marks.reduce((rows, { row }) => Math.max(rows, row + 1), 0);
  const top = 14 + markRows * markLine + (hatched ? 20 : 0);
  return { ...across, top, bottom: top + plotHeight };
}
