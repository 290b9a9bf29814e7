import type { ValueFormat } from '../../format/values.ts';
import { letterMarks, type PlacedMark, placeMarks } from './events.ts';
import { axisOf, type DrawnTarget, drawnTargets, startOf } from './line-axis.ts';
import { axisWidth, type EndLabel, endLabels, endWidth, type NamedRule } from './line-labels.ts';
import {
  type Dot,
  type DrawnLine,
  intervalWhiskers,
  type LineRow,
  lineDots,
  linePieces,
  lineRows,
  type OpenStretch,
  openStretch,
  periodsOf,
  type Whisker,
} from './line-parts.ts';
import { scale } from './scale.ts';
import { type TimeTick, timeDomain, timeTicks } from './timeline.ts';
import type { Box, ChartMark, ChartSeries, ChartTarget } from './types.ts';
import {
  type DrawnRange,
  drawnRanges,
  innerLabels,
  type RangeLabel,
  type ValueBounds,
} from './usual-range.ts';
import type { ValueAxis } from './value-axis.ts';

export interface LineModelInput extends ValueBounds {
  series: readonly ChartSeries[];
  format: ValueFormat;
  marks: readonly ChartMark[];
  targets: readonly ChartTarget[];
  /** Pixels of the whole drawing. */
  width: number;
  /** Pixels between the highest gridline and the axis. */
  plotHeight: number;
}

/** Everything a line chart draws. */
export interface LineModel {
  rows: LineRow[];
  lines: DrawnLine[];
  dots: Dot[];
  /** Intervals drawn point by point. */
  whiskers: Whisker[];
  xDomain: [number, number];
  xTicks: TimeTick[];
  axis: ValueAxis;
  /** Where the vertical axis starts, when not at zero. */
  startsAt: string | null;
  targets: DrawnTarget[];
  ranges: DrawnRange[];
  rangeLabels: RangeLabel[];
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
  const ranges = drawnRanges(series, format, xDomain, input);
  const axis = axisOf(input, targets, ranges, compact);
  const named = compact ? [] : namedRules(targets, ranges, xDomain[1]);
  const across = { left: axisWidth(axis, format), right: width - endWidth(series, named, compact) };
  const toX = scale(xDomain, [across.left, across.right]);
  const marks = placeMarks(letterMarks(input.marks, xDomain), toX, { left: 0, right: width });
  const open = openStretch(series);
  const box = boxOf(across, marks, open !== null, input.plotHeight);
  const toY = scale(axis.domain, [box.bottom, box.top]);
  const wireY = (value: number) => toY(value * format.factor);
  const pieces = linePieces(series, input.marks);
  const unnamed = compact ? ranges : ranges.filter(({ to }) => to < xDomain[1]);
  return {
    rows: lineRows(periods, pieces, format),
    lines: pieces.map(({ points: _, ...line }) => line),
    dots: lineDots(series, pieces, toX, wireY),
    whiskers: intervalWhiskers(series, toX, wireY),
    xDomain,
    xTicks: timeTicks(periods, box.right - box.left),
    axis,
    startsAt: startOf(axis, format),
    targets,
    ranges,
    rangeLabels: innerLabels(unnamed, toX, toY, { withMean: !compact, top: box.top, bottom: box.bottom }),
    open,
    marks,
    ends: endLabels(series, format, named, toY, { ...box, compact }),
    compact,
    height: box.bottom + axisHeight,
    box,
  };
}

/** What is named at the right end: the newest target, and the limits that reach there. */
function namedRules(
  targets: readonly DrawnTarget[],
  ranges: readonly DrawnRange[],
  end: number,
): NamedRule[] {
  const target = targets.at(-1);
  return [
    ...(target ? [{ of: 'target' as const, text: target.label, shown: target.shown }] : []),
    ...ranges.filter(({ to }) => to === end).flatMap(({ labels }) => labels),
  ];
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
