import { openStretch, periodsOf } from './line-parts.ts';
import { nudgeApart } from './nudge.ts';
import { scale } from './scale.ts';
import { periodX, type TimeTick, timeDomain, timeTicks } from './timeline.ts';
import type { Box, ChartSeries } from './types.ts';

/** How a part is filled; hatched is what is not known yet. */
export type ShareLook = 'teal' | 'mint' | 'sky' | 'blue' | 'grey' | 'hatched';

/** One part of a whole over time, as fractions of it. */
export interface ShareSeries extends ChartSeries {
  look: ShareLook;
}

export interface ShareColumn {
  period: string;
  x: number;
  width: number;
  parts: { look: ShareLook; y: number; height: number }[];
}

/** Columns of parts that make up 100%, in pixels. */
export interface ShareStack {
  columns: ShareColumn[];
  xTicks: (TimeTick & { px: number })[];
  yTicks: { y: number; label: string }[];
  /** Where the periods begin whose outcomes may still change. */
  open: { x: number; label: string } | null;
  /** Names beside the last column; none where the drawing is too narrow for them. */
  labels: { look: ShareLook; text: string; y: number }[];
  box: Box;
  height: number;
}

const namesFrom = 640;
const swatchPixels = 34;
const characterPixels = 6.7;
const labelGap = 19;

/** Lays out one column a period, parts in the order given from the bottom. A period with an absent part has none. */
export function shareStack(series: readonly ShareSeries[], width: number, plotHeight: number): ShareStack {
  const periods = periodsOf(series);
  const open = openStretch(series);
  const named = width >= namesFrom;
  const longest = Math.max(0, ...series.map(({ label }) => label.length));
  const top = open ? 26 : 10;
  const box = {
    left: 48,
    right: width - (named ? swatchPixels + longest * characterPixels : 8),
    top,
    bottom: top + plotHeight,
  };
  const domain = timeDomain(periods);
  const toX = scale(domain, [box.left, box.right]);
  const toY = scale([0, 1], [box.bottom, box.top]);
  const slot = (box.right - box.left) / Math.max(1, periods.length);
  const columns = periods.flatMap((period): ShareColumn[] => {
    const parts = layParts(series, period, toY);
    if (parts.length < series.length) return [];
    const gap = Math.min(3, slot / 5);
    return [{ period, x: toX(periodX(period)) - slot / 2 + gap / 2, width: slot - gap, parts }];
  });
  return {
    columns,
    xTicks: timeTicks(periods, box.right - box.left).map((tick) => ({ ...tick, px: toX(tick.x) })),
    yTicks: [0, 0.25, 0.5, 0.75, 1].map((share) => ({ y: toY(share), label: `${share * 100}%` })),
    open: open && { x: toX(open.from), label: open.label },
    labels: named ? nameParts(series, columns.at(-1), box) : [],
    box,
    height: box.bottom + 46,
  };
}

function layParts(series: readonly ShareSeries[], period: string, toY: (share: number) => number) {
  let sum = 0;
  return series.flatMap(({ points, look }) => {
    const value = points.find((point) => point.period === period)?.value ?? null;
    if (value === null) return [];
    const from = sum;
    sum += value;
    return [{ look, y: toY(sum), height: toY(from) - toY(sum) }];
  });
}

function nameParts(
  series: readonly ShareSeries[],
  last: ShareColumn | undefined,
  { top, bottom }: Box,
): ShareStack['labels'] {
  if (!last) return [];
  const wanted = last.parts.map(({ y, height }) => y + height / 2);
  const places = nudgeApart(wanted, labelGap, top + 6, bottom - 6);
  return series.map(({ label, look }, index) => ({ look, text: label, y: places[index] ?? 0 }));
}
