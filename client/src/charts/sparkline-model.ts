import type { Tone } from './signal-tone.ts';

/** Shapes a small line without axes: pieces of line, dashed where the last value may still move. */

export interface SparkPoint {
  period: string;
  /** Null leaves a gap. */
  value: number | null;
  provisional: boolean;
  /** What a rule says of the month; undefined where none fired. */
  tone?: Tone | undefined;
}

/** A stretch of months with one average and one pair of limits. */
export interface SparkLimits {
  from: string;
  to: string;
  mean: number | null;
  lower: number | null;
  upper: number | null;
}

export interface SparkInput {
  points: readonly SparkPoint[];
  limits?: readonly SparkLimits[];
  /** Periods from which nothing is joined to what came before. */
  breaks: readonly string[];
  target: number | null;
}

export interface SparkShape {
  /** SVG paths of solid line. */
  lines: string[];
  /** The step to a provisional last value. */
  dashed: string | null;
  /** Values with no neighbour to be joined to. */
  dots: { x: number; y: number }[];
  last: { x: number; y: number; hollow: boolean } | null;
  targetY: number | null;
  /** Where the line is cut. */
  cuts: number[];
  /** The usual range of each stretch, and its average. */
  bands: { x: number; width: number; y: number; height: number; meanY: number }[];
  /** Months a rule marks. */
  signals: { x: number; y: number; tone: Tone }[];
}

interface Box {
  width: number;
  height: number;
}

interface Placed {
  x: number;
  y: number;
  index: number;
}

const margin = 5;

/** @returns coordinates inside `box`, the first period at its left edge and the last at its right. */
export function shapeSparkline({ points, breaks, target, limits = [] }: SparkInput, box: Box): SparkShape {
  const xOf = xScale(points.length, box);
  const yOf = yScale(points, [target, ...limits.flatMap(({ lower, upper }) => [lower, upper])], box);
  const cutAt = points.flatMap(({ period }, index) => (index > 0 && breaks.includes(period) ? [index] : []));
  const runs = joinedRuns(points, cutAt).map((run) =>
    run.map(([index, value]): Placed => ({ x: xOf(index), y: yOf(value), index })),
  );
  const lastPoint = runs.at(-1)?.at(-1);
  const last = lastPoint?.index === points.length - 1 ? lastPoint : undefined;
  const hollow = points.at(-1)?.provisional ?? false;
  const lastRun = runs.at(-1) ?? [];
  const step = last && hollow && lastRun.length > 1 ? lastRun.slice(-2) : null;
  const solid = step ? [...runs.slice(0, -1), lastRun.slice(0, -1)] : runs;
  return {
    lines: solid.filter((run) => run.length > 1).map(toPath),
    dashed: step && toPath(step),
    dots: runs.flatMap((run) =>
      run.length === 1 && run[0] !== last ? run.map(({ x, y }) => ({ x, y })) : [],
    ),
    last: last ? { x: last.x, y: last.y, hollow } : null,
    targetY: target === null || runs.length === 0 ? null : yOf(target),
    cuts: cutAt.map((index) => round(xOf(index - 0.5))),
    bands: limits.flatMap((stretch) => shapeBand(stretch, points, xOf, yOf)),
    signals: points.flatMap(({ value, tone }, index) =>
      tone && value !== null ? [{ x: round(xOf(index)), y: round(yOf(value)), tone }] : [],
    ),
  };
}

function shapeBand(
  { from, to, mean, lower, upper }: SparkLimits,
  points: readonly SparkPoint[],
  xOf: (index: number) => number,
  yOf: (value: number) => number,
): SparkShape['bands'] {
  if (mean === null || lower === null || upper === null) return [];
  const inside = points.flatMap(({ period }, index) => (period >= from && period <= to ? [index] : []));
  const [first, last] = [inside[0], inside.at(-1)];
  if (first === undefined || last === undefined) return [];
  const x = round(xOf(first - 0.4));
  const y = round(yOf(upper));
  return [
    { x, width: round(xOf(last + 0.4) - x), y, height: round(yOf(lower) - y), meanY: round(yOf(mean)) },
  ];
}

/** Stretches of neighbouring values, parted at gaps and at breaks. */
function joinedRuns(points: readonly SparkPoint[], cutAt: readonly number[]): [number, number][][] {
  const runs: [number, number][][] = [];
  let open: [number, number][] | null = null;
  points.forEach(({ value }, index) => {
    if (value === null || cutAt.includes(index)) open = null;
    if (value === null) return;
    if (!open) {
      open = [];
      runs.push(open);
    }
    open.push([index, value]);
  });
  return runs;
}

const xScale =
  (count: number, { width }: Box) =>
  (index: number) =>
    margin + (count < 2 ? 0.5 : index / (count - 1)) * (width - 2 * margin);

function yScale(points: readonly SparkPoint[], others: readonly (number | null)[], { height }: Box) {
  const shown = [...points.map(({ value }) => value), ...others].flatMap((value) => value ?? []);
  const lowest = Math.min(...shown);
  const span = Math.max(...shown) - lowest;
  const middle = height / 2;
  return (value: number) =>
    span === 0 ? middle : height - margin - ((value - lowest) / span) * (height - 2 * margin);
}

const toPath = (run: readonly Placed[]) => `M${run.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}`;

const round = (length: number) => Math.round(length * 10) / 10;
