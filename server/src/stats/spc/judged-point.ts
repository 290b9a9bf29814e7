import type { XmrLimits } from './limits.ts';
import type { RuleName } from './rule-set.ts';
import type { XmrPoint } from './segments.ts';

/** A pattern a point belongs to, and its direction: high side, rise (1); low side, fall (-1). */
export type Signal = { rule: RuleName; direction: 1 | -1 };

/** Why a point carries no judgement. */
export type Unjudged = 'no-value' | 'provisional' | 'before-baseline';

/** One point beside its segment's lines. `signals` in order of precedence: the first is the point's label. */
export type JudgedPoint = {
  at: string;
  value: number | null;
  provisional: boolean;
  segment: number;
  mean: number | null;
  lower: number | null;
  upper: number | null;
  side: 1 | 0 | -1 | null;
  outside: boolean | null;
  near: boolean | null;
  /** Distance from the mean in standard deviations (a third of the way to a limit). */
  sigmas: number | null;
  signals: Signal[];
  unjudged: Unjudged | null;
};

/** What the rules found in a segment, one mark for each of its rows. */
export type Marks = {
  outside: Int8Array;
  near: Int8Array;
  sides: Int8Array;
  found: { name: RuleName; flags: Int8Array }[];
};

/** A row of a segment beside its lines; a row before a dated baseline has none. */
export function describePoint(
  point: XmrPoint,
  i: number,
  isBefore: boolean,
  segment: number,
  limits: XmrLimits,
  marks: Marks,
): JudgedPoint {
  const unjudged = whyUnjudged(point, isBefore);
  const { mean, lower, upper } = isBefore ? { mean: null, lower: null, upper: null } : limits;
  const isJudged = unjudged === null;
  const hasLimits = isJudged && lower !== null;
  return {
    at: point.at,
    value: point.value,
    provisional: point.provisional === true,
    segment,
    mean,
    lower,
    upper,
    side: isJudged ? toDirection(marks.sides[i]) : null,
    outside: hasLimits ? marks.outside[i] !== 0 : null,
    near: hasLimits ? marks.near[i] !== 0 : null,
    sigmas: isJudged ? sigmasFrom(point.value, mean, upper) : null,
    signals: isJudged ? signalsAt(marks.found, i) : [],
    unjudged,
  };
}

function whyUnjudged(point: XmrPoint, isBefore: boolean): Unjudged | null {
  if (point.value === null) return 'no-value';
  if (isBefore) return 'before-baseline';
  return point.provisional === true ? 'provisional' : null;
}

function signalsAt(found: Marks['found'], i: number): Signal[] {
  const signals: Signal[] = [];
  for (const { name, flags } of found) {
    const direction = toDirection(flags[i]);
    if (direction !== 0) signals.push({ rule: name, direction });
  }
  return signals;
}

function toDirection(mark: number | undefined): 1 | 0 | -1 {
  if (mark === undefined || mark === 0) return 0;
  return mark > 0 ? 1 : -1;
}

function sigmasFrom(value: number | null, mean: number | null, upper: number | null): number | null {
  if (value === null || mean === null || upper === null || upper === mean) return null;
  return (3 * (value - mean)) / (upper - mean);
}
