import { StatsError } from '../errors.ts';
import type { Notice, SegmentRange, XmrPoint } from './segments.ts';

/**
 * Which points limits are worked out from. `first-complete`: the first so many complete points of each segment, or
 * all while it is shorter. `first-rows`: the first so many rows, missing ones included (as the R package counts).
 * `span`: the points from one name to another, both included, in the one segment that holds the span; points of that
 * segment before it are not judged, and other segments use the default.
 */
export type Baseline =
  | { kind: 'all' }
  | { kind: 'first-complete'; count: number }
  | { kind: 'first-rows'; count: number }
  | { kind: 'span'; from: string; to: string };

/** Rows `first` up to but not including `end`. */
export type BaselineRange = { first: number; end: number };

/** Product policy: two years of months, so that each month of the year weighs alike. */
export const defaultBaseline = { kind: 'first-complete', count: 24 } satisfies Baseline;

/** Fewer points than this make limits that move too much to judge by. */
export const minimumBaseline = 12;

/** A value that may enter a baseline and be judged: present and not provisional. */
export function isComplete(point: XmrPoint): boolean {
  return point.value !== null && point.provisional !== true;
}

/** @throws StatsError `invalid-argument` where a baseline counts fewer than 12 points or runs backwards. */
export function checkBaseline(baseline: Baseline): void {
  if (baseline.kind === 'span' && baseline.from > baseline.to) {
    throw new StatsError(
      'invalid-argument',
      `The baseline ends (${baseline.to}) before it starts (${baseline.from}).`,
    );
  }
  const count = 'count' in baseline ? baseline.count : minimumBaseline;
  if (!(Number.isInteger(count) && count >= minimumBaseline)) {
    throw new StatsError(
      'invalid-argument',
      `A baseline needs at least ${minimumBaseline} points; got ${count}.`,
    );
  }
}

/** The baseline rows of each segment, in their order, and why a dated span could not be used. */
export function baselineRanges(
  points: readonly XmrPoint[],
  segments: readonly SegmentRange[],
  baseline: Baseline,
): { ranges: BaselineRange[]; notices: Notice[] } {
  if (baseline.kind !== 'span')
    return { ranges: segments.map((s) => countedRange(points, s, baseline)), notices: [] };
  const span = findSpan(points, baseline);
  const home = segments.find((segment) => span.first >= segment.first && span.first < segment.end);
  const code = refusal(points, span, home);
  const ranges = segments.map((s) =>
    s === home && code === null ? span : countedRange(points, s, defaultBaseline),
  );
  return { ranges, notices: code === null ? [] : [{ code, at: baseline.from }] };
}

function refusal(
  points: readonly XmrPoint[],
  span: BaselineRange,
  home: SegmentRange | undefined,
): Notice['code'] | null {
  if (span.first === span.end || !home) return 'baseline-outside-series';
  if (span.end > home.end) return 'baseline-crosses-cut';
  const complete = points.slice(span.first, span.end).filter(isComplete).length;
  return complete < minimumBaseline ? 'baseline-too-short' : null;
}

function findSpan(points: readonly XmrPoint[], { from, to }: { from: string; to: string }): BaselineRange {
  const first = points.findIndex(({ at }) => at >= from && at <= to);
  if (first < 0) return { first: 0, end: 0 };
  return { first, end: points.findLastIndex(({ at }) => at <= to) + 1 };
}

function countedRange(
  points: readonly XmrPoint[],
  { first, end }: SegmentRange,
  baseline: Exclude<Baseline, { kind: 'span' }>,
): BaselineRange {
  if (baseline.kind === 'all') return { first, end };
  if (baseline.kind === 'first-rows') return { first, end: Math.min(end, first + baseline.count) };
  let complete = 0;
  for (let i = first; i < end; i++) {
    const point = points[i];
    if (point && isComplete(point)) complete += 1;
    if (complete === baseline.count) return { first, end: i + 1 };
  }
  return { first, end };
}
