import { formatNumber, type ValueFormat } from '../../format/values.ts';
import type { Tone as SignalTone } from '../signal-tone.ts';
import { axisWidth, tickLabel } from './line-labels.ts';
import { lastValue, periodsOf } from './line-parts.ts';
import { scale } from './scale.ts';
import { cutSegments, isOpen } from './segments.ts';
import { periodX, timeDomain } from './timeline.ts';
import type { ChartMark, ChartPoint, ChartSeries, ChartTarget } from './types.ts';
import { drawnRanges, rangeValues, type ValueBounds } from './usual-range.ts';
import { valueAxis } from './value-axis.ts';

interface PanelGridInput extends ValueBounds {
  series: readonly ChartSeries[];
  /** Drawn dotted in every panel. */
  reference: ChartSeries | null;
  format: ValueFormat;
  targets: readonly ChartTarget[];
  marks: readonly ChartMark[];
  width: number;
}

export interface PanelPath {
  d: string;
  dashed: boolean;
}

export interface Panel {
  id: string;
  label: string;
  paths: PanelPath[];
  reference: PanelPath[];
  /** Its own usual range, in pixels; with a mean line alone where its months do not vary. */
  bands: { x: number; width: number; y: number; height: number }[];
  signals: { x: number; y: number; tone: SignalTone }[];
  /** Where each point stands; an absent one on the axis. */
  spots: { x: number; y: number; dot: boolean }[];
  /** Newest value, in pixels, with its text; null where there is none. */
  end: { x: number; y: number; text: string; hollow: boolean } | null;
}

/** Panels on one scale, each as wide as the others. */
export interface PanelGrid {
  columns: number;
  panelWidth: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  ticks: { y: number; label: string }[];
  targetY: number | null;
  first: string;
  last: string;
  panels: Panel[];
}

const height = 178;
const top = 12;
const bottom = 150;
const narrowest = 190;
const endPixels = 44;

/** Lays out small multiples: as many columns as fit, one value axis, one span of time. */
export function panelGrid({
  series,
  reference,
  format,
  targets,
  marks,
  ceiling,
  floor,
  width,
}: PanelGridInput): PanelGrid {
  const all = reference ? [...series, reference] : series;
  const target = targets.at(-1);
  const values = all.flatMap(({ points }) =>
    points.flatMap(({ value }) => (value === null ? [] : [value * format.factor])),
  );
  const span = timeDomain(periodsOf(series));
  const ranges = series.map((one) => drawnRanges([one], format, span, { ceiling, floor }));
  const shown = [...values, ...rangeValues(ranges.flat()), ...(target ? [target.value * format.factor] : [])];
  const axis = valueAxis(shown, { ceiling, maxTicks: 5 });
  const columns = evenColumns(series.length, Math.max(1, Math.floor(width / narrowest)));
  const panelWidth = Math.floor(width / columns);
  const left = axisWidth(axis, format);
  const right = panelWidth - endPixels;
  const periods = all
    .flatMap(({ points }) => points.map(({ period }) => period))
    .sort((a, b) => periodX(a) - periodX(b));
  const first = periods[0] ?? '';
  const last = periods.at(-1) ?? '';
  const toX = scale([first ? periodX(first) : 0, last ? periodX(last) : 1], [left + 4, right - 4]);
  const toY = scale(axis.domain, [bottom, top]);
  const at = (point: ChartPoint) => ({
    x: toX(periodX(point.period)),
    y: toY((point.value ?? 0) * format.factor),
  });
  const pathsOf = (one: ChartSeries) =>
    cutSegments(one.points, marks).map(({ points, dashed }) => ({ d: path(points.map(at)), dashed }));
  return {
    columns,
    panelWidth,
    height,
    left,
    right,
    top,
    bottom,
    ticks: axis.ticks.map((tick) => ({ y: toY(tick), label: tickLabel(tick, format) })),
    targetY: target ? toY(target.value * format.factor) : null,
    first,
    last,
    panels: series.map((one, index) => ({
      id: one.id,
      label: one.label,
      paths: pathsOf(one),
      reference: reference ? pathsOf(reference) : [],
      bands: (ranges[index] ?? []).flatMap(({ from, to, band }) => bandBox(band, [toX(from), toX(to)], toY)),
      signals: one.points.flatMap((point) =>
        point.rule?.tone ? [{ ...at(point), tone: point.rule.tone }] : [],
      ),
      spots: one.points.map((point) => {
        const dot = point.value !== null;
        return { x: at(point).x, y: dot ? at(point).y : bottom, dot };
      }),
      end: endOf(one, format, at),
    })),
  };
}

function bandBox(
  band: [number, number] | null,
  [left, right]: [number, number],
  toY: (shown: number) => number,
): Panel['bands'] {
  if (!band) return [];
  const y = toY(band[1]);
  return [{ x: left, width: right - left, y, height: toY(band[0]) - y }];
}

/** As many columns as fit, no more than fill their rows evenly: five panels where four fit stand as three and two. */
function evenColumns(count: number, most: number): number {
  const rows = Math.ceil(count / most);
  return rows === 0 ? 1 : Math.ceil(count / rows);
}

function endOf(
  { points }: ChartSeries,
  format: ValueFormat,
  at: (point: ChartPoint) => { x: number; y: number },
): Panel['end'] {
  const newest = lastValue(points);
  if (!newest) return null;
  const text = `${formatNumber(newest.value, format)}${format.sign}`;
  return {
    ...at(newest),
    text,
    hollow: isOpen(newest),
  };
}

/** A path through points; a lone point is a dot of the line's own width. */
function path(points: readonly { x: number; y: number }[]): string {
  const [first, ...rest] = points.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  return rest.length === 0 ? `M${first}h0.1` : `M${first}L${rest.join('L')}`;
}
