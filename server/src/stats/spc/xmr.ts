import {
  type Baseline,
  type BaselineRange,
  baselineRanges,
  checkBaseline,
  defaultBaseline,
  isComplete,
} from './baseline.ts';
import { type DistinctGrain, requireDistinctGrain } from './grain.ts';
import { describePoint, type JudgedPoint } from './judged-point.ts';
import { type XmrLimits, xmrLimits } from './limits.ts';
import { makingDataCountR, type RuleSet } from './rule-set.ts';
import { findNear, findOutside, sidesOf } from './rules.ts';
import {
  type Cut,
  type Notice,
  type SegmentRange,
  sortPoints,
  splitSegments,
  type XmrPoint,
} from './segments.ts';

/** One stretch between cuts. `completePoints` counts those that can be judged. */
export type XmrSegment = XmrLimits & {
  start: SegmentRange['start'];
  from: string;
  to: string;
  completePoints: number;
  baseline: { from: string; to: string; completePoints: number } | null;
};

export type XmrResult = {
  ruleSet: { id: string; version: number };
  segments: XmrSegment[];
  points: JudgedPoint[];
  notices: Notice[];
};

export type XmrOptions = {
  /** Periods that share no days; rolling and cumulative grains are refused by the type. */
  grain: DistinctGrain;
  ruleSet?: RuleSet;
  baseline?: Baseline;
  cuts?: readonly Cut[];
  /** Leave outlying moving ranges out of the limits once; on unless refused. */
  screenRanges?: boolean;
};

/**
 * XmR chart of a series: limits per segment and the signals of each point (specification section A).
 * Values in any one unit. Row order does not matter; a period that is absent is not noticed, so give a missing one as
 * null: no range bridges it, and it ends runs and trends. Rules never look across a cut. A provisional point is drawn
 * beside the limits but neither enters them nor is judged. An empty series gives no segments and no points.
 * @throws StatsError `overlapping-periods`, `duplicate-date`, or `invalid-argument` for a baseline below 12 points.
 * Example: 24 months of 10, 12, 10, 12 … then 30: mean 11, limits 5.68 and 16.32, the last point `outside`, high.
 */
export function analyseXmr(points: readonly XmrPoint[], options: XmrOptions): XmrResult {
  const { ruleSet = makingDataCountR, baseline = defaultBaseline, cuts = [], screenRanges = true } = options;
  requireDistinctGrain(options.grain);
  checkBaseline(baseline);
  const sorted = sortPoints(points);
  const split = splitSegments(sorted, cuts);
  const baselines = baselineRanges(sorted, split.ranges, baseline);
  const judged = split.ranges.map((range, index) =>
    judgeSegment(sorted, { index, range, rows: baselines.ranges[index] ?? range }, ruleSet, screenRanges),
  );
  return {
    ruleSet: { id: ruleSet.id, version: ruleSet.version },
    segments: judged.map(({ segment }) => segment),
    points: judged.flatMap((one) => one.points),
    notices: [...split.notices, ...baselines.notices],
  };
}

function judgeSegment(
  points: readonly XmrPoint[],
  { index, range, rows }: { index: number; range: SegmentRange; rows: BaselineRange },
  ruleSet: RuleSet,
  screenRanges: boolean,
): { segment: XmrSegment; points: JudgedPoint[] } {
  const own = points.slice(range.first, range.end);
  const baseline = points.slice(rows.first, rows.end);
  const limits = xmrLimits(completeValues(baseline), ruleSet, screenRanges);
  const before = rows.first - range.first;
  const values = completeValues(own).fill(Number.NaN, 0, before);
  const input = { values, sides: sidesOf(values, limits.mean), limits };
  const found = ruleSet.rules.map(({ name, find }) => ({ name, flags: find(input) }));
  const marks = { outside: findOutside(input), near: findNear(input), sides: input.sides, found };
  return {
    segment: {
      ...limits,
      start: range.start,
      from: own[0]?.at ?? '',
      to: own[own.length - 1]?.at ?? '',
      completePoints: own.slice(before).filter(isComplete).length,
      baseline: spanOf(baseline),
    },
    points: own.map((point, i) => describePoint(point, i, i < before, index, limits, marks)),
  };
}

function completeValues(points: readonly XmrPoint[]): Float64Array {
  const values = new Float64Array(points.length).fill(Number.NaN);
  points.forEach((point, i) => {
    if (point.value !== null && isComplete(point)) values[i] = point.value;
  });
  return values;
}

function spanOf(points: readonly XmrPoint[]): XmrSegment['baseline'] {
  const complete = points.filter(isComplete);
  const [first] = complete;
  const last = complete[complete.length - 1];
  return first && last ? { from: first.at, to: last.at, completePoints: complete.length } : null;
}
