import { isComplete } from './baseline.ts';
import type { JudgedPoint } from './judged-point.ts';
import { noLimits } from './limits.ts';
import type { XmrResult, XmrSegment } from './xmr.ts';

/** What one period's value was counted from: cases with it and, for a share, cases without it. */
export type Counts = { readonly counted: number; readonly others: number | null };

/** Counts of the points of an analysed series, in their order; null where a value is not counted (a median). */
export type CountsOfPoints = readonly (Counts | null)[];

/**
 * Product policy: a count is judged only where its baseline holds so many cases a month, a share only where it holds
 * so many on each side of it. Chosen by simulation (`simulateSparseShare`): with it at most 6% of steady lines, of
 * whatever level, carry a false signal at their latest month (24 months of baseline, 12 after; normal noise: 3.9%).
 * Without it 63% at 0.2 a month, 19% at 0.4, 11% at 1, 6.6% at 2: so few values are possible that the moving ranges
 * say little of the spread. Source: our own simulation, docs/adr/0009.
 */
export const fewestPerMonth = 2;

/**
 * Mean counts a month over a segment's baseline; null where there is none or its values are not counted.
 * Example: 30 answers a month, 28 of them yes: 28 counted, 2 others.
 */
export function meanCounts(
  { segments, points }: XmrResult,
  index: number,
  counts: CountsOfPoints,
): Counts | null {
  const baseline = segments[index]?.baseline;
  if (!baseline) return null;
  let [months, counted, others] = [0, 0, 0];
  let isShare = false;
  points.forEach((point, i) => {
    const own = counts[i];
    const isInside = point.segment === index && point.at >= baseline.from && point.at <= baseline.to;
    if (!own || !isInside || !isComplete(point)) return;
    months += 1;
    counted += own.counted;
    others += own.others ?? 0;
    isShare ||= own.others !== null;
  });
  return months === 0 ? null : { counted: counted / months, others: isShare ? others / months : null };
}

/** Mean cases a month on the scarcer side of a share, or in all for a count; null where values are not counted. */
export function fewestOf(mean: Counts | null): number | null {
  return mean && Math.min(mean.counted, mean.others ?? Number.POSITIVE_INFINITY);
}

/**
 * An analysed series without the limits and signals the product does not stand by: of segments with fewer than
 * `fewestPerMonth` cases a month by the mean counts of each (`too-sparse`), and of those whose limits have no width
 * (`no-limits`) or cannot be drawn. The mean stays. Policy above the engine, which agrees with the reference vectors.
 * Example: one order in 24 months: mean 0.0417, no limits, no month judged.
 */
export function withholdLimits(result: XmrResult, means: readonly (Counts | null)[]): XmrResult {
  const reasons = result.segments.map((segment, i) => whyWithheld(segment, fewestOf(means[i] ?? null)));
  if (reasons.every((reason) => reason === null)) return result;
  return {
    ...result,
    segments: result.segments.map((segment, i) => {
      const absent = reasons[i] ?? null;
      return absent === null ? segment : { ...segment, ...noLimits, mean: segment.mean, absent };
    }),
    points: result.points.map((point) =>
      (reasons[point.segment] ?? null) === null ? point : withhold(point),
    ),
  };
}

function whyWithheld({ lower, upper, absent }: XmrSegment, fewest: number | null): XmrSegment['absent'] {
  if (fewest !== null && fewest < fewestPerMonth) return 'too-sparse';
  if (lower === null || upper === null) return absent;
  return upper > lower ? null : 'no-limits';
}

function withhold(point: JudgedPoint): JudgedPoint {
  return { ...point, lower: null, upper: null, outside: null, near: null, sigmas: null, signals: [] };
}
