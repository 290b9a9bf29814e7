import type { RuleName } from '../../stats/spc/rule-set.ts';
import type { XmrResult } from '../../stats/spc/xmr.ts';
import type { JudgedLine } from './judge-lines.ts';

/** The pattern a month belongs to, from its first month to its last. */
export interface Pattern {
  readonly rule: RuleName;
  readonly direction: 'up' | 'down';
  readonly since: string;
  /** The first month the rule rests on: that, or up to two before it where two of three are meant. */
  readonly begins: string;
  readonly until: string;
  /** Months in it. */
  readonly length: number;
  /** Whether the month judged is its last. */
  readonly isLast: boolean;
}

/** The pattern that names a month: neighbours of its stretch with the same rule and direction. Null without one. */
export function findPattern({ points }: XmrResult, at: string): Pattern | null {
  const index = points.findIndex((point) => point.at === at);
  const point = points[index];
  const [signal] = point?.signals ?? [];
  if (!point || !signal) return null;
  const belongs = (i: number) =>
    points[i]?.segment === point.segment &&
    points[i].signals.some((one) => one.rule === signal.rule && one.direction === signal.direction);
  let first = index;
  let last = index;
  if (signal.rule === 'shift' || signal.rule === 'trend') {
    while (belongs(first - 1)) first -= 1;
    while (belongs(last + 1)) last += 1;
  }
  const from = signal.rule === 'two-in-three' ? Math.max(0, index - 2) : first;
  const begins = points.findIndex(({ segment }, i) => i >= from && segment === point.segment);
  return {
    rule: signal.rule,
    direction: signal.direction > 0 ? 'up' : 'down',
    since: points[first].at,
    begins: points[begins].at,
    until: points[last].at,
    length: last - first + 1,
    isLast: last === index,
  };
}

/**
 * The month a verdict asked for at `month` is given on: it, or the latest before it that is neither provisional nor
 * too young. Null where the line does not reach the month, or nothing before it is complete.
 */
export function monthJudged({ points, unsettled }: JudgedLine, month: string): string | null {
  const index = points.findIndex((point) => point.period === month);
  const found = points.slice(0, index + 1).findLast(({ period }) => !unsettled.has(period));
  return found?.period ?? null;
}
