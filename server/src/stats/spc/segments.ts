import { StatsError } from '../errors.ts';

/** One period's value; `at` names the period so that names sort in time (`2023-11`, `2023-11-01`). */
export type XmrPoint = { at: string; value: number | null; provisional?: boolean };

/** From the point named on, limits start afresh; a break also cuts the line, for the figures do not compare. */
export type Cut = { at: string; kind: 'rebase' | 'break' };

/** Rows `first` up to but not including `end`, and what they start with. */
export type SegmentRange = { first: number; end: number; start: 'series' | Cut['kind'] };

/** A setting that could not be applied, and where. */
export type Notice = {
  code: 'cut-matches-no-point' | 'baseline-outside-series' | 'baseline-crosses-cut' | 'baseline-too-short';
  at: string;
};

/**
 * Points in order of time. @throws StatsError `duplicate-date` where two have one name, `invalid-argument` where a
 * value is not a finite number.
 */
export function sortPoints<P extends XmrPoint>(points: readonly P[]): P[] {
  const odd = points.find(({ value }) => value !== null && !Number.isFinite(value));
  if (odd) {
    throw new StatsError(
      'invalid-argument',
      `The value of ${odd.at} is ${odd.value}. Give a number, or null if missing.`,
    );
  }
  const sorted = points.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  const repeat = sorted.find((point, i) => point.at === sorted[i + 1]?.at);
  if (repeat) {
    throw new StatsError('duplicate-date', `Two points are named ${repeat.at}. Give each period one value.`);
  }
  return sorted;
}

/** Cuts the series where a cut names one of its points; a break outweighs a rebase on the same point. */
export function splitSegments(
  points: readonly XmrPoint[],
  cuts: readonly Cut[],
): { ranges: SegmentRange[]; notices: Notice[] } {
  const kinds = new Map<string, Cut['kind']>();
  for (const cut of cuts) if (kinds.get(cut.at) !== 'break') kinds.set(cut.at, cut.kind);
  const ranges: SegmentRange[] = [];
  points.forEach(({ at }, i) => {
    const kind = kinds.get(at);
    if (i > 0 && kind === undefined) return;
    const previous = ranges.at(-1);
    if (previous) previous.end = i;
    ranges.push({ first: i, end: points.length, start: kind ?? 'series' });
  });
  const unmatched = [...kinds.keys()].filter((name) => !points.some(({ at }) => at === name));
  return { ranges, notices: unmatched.map((at) => ({ code: 'cut-matches-no-point', at })) };
}
