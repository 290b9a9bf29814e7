import { findPoint, type TooFew, whyTooFew } from './variation.ts';
import type { XmrResult } from './xmr.ts';

/** A value to reach (`at-least`) or to stay under (`at-most`); meeting it exactly counts. */
export type Target = { comparison: 'at-least' | 'at-most'; value: number };

/** A target in force from one date to another, both included; open where null. Dates `YYYY-MM-DD`. */
export type DatedTarget = Target & { validFrom: string; validTo: string | null };

export type Outlook =
  | { kind: 'likely-to-meet' | 'could-go-either-way' | 'likely-to-miss'; target: Target }
  | { kind: 'level-is-changing'; target: Target }
  | { kind: 'no-target' }
  | TooFew;

/**
 * What the usual range says about a target, judged at one point (the last unless named) against the target in force
 * there. Likely to meet where the whole range between the limits lies strictly on the good side of the target, likely
 * to miss where strictly on the other, else it could go either way (specification section A, 15). While the point is
 * part of a trend or a run the level is changing and no outlook is given (decision 35). No limits because nothing
 * varied: not judged, `no-limits`. @throws StatsError `no-cases` when the series has no such point.
 * Example: limits 70 and 78, target at least 80: likely to miss; at least 75: could go either way.
 */
export function judgeOutlook(result: XmrResult, target: Target | null, at?: string): Outlook {
  if (!target) return { kind: 'no-target' };
  const point = findPoint(result, at);
  const tooFew = whyTooFew(result, point);
  if (tooFew) return tooFew;
  if (point.signals.some(({ rule }) => rule === 'trend' || rule === 'shift')) {
    return { kind: 'level-is-changing', target };
  }
  const { lower, upper } = point;
  if (lower === null || upper === null) return { kind: 'not-judged', reason: 'no-limits' };
  return { kind: compareRange(lower, upper, target), target };
}

/** Where a usual range lies against a target; a limit equal to the target leaves it open. */
export function compareRange(
  lower: number,
  upper: number,
  { comparison, value }: Target,
): 'likely-to-meet' | 'could-go-either-way' | 'likely-to-miss' {
  if (lower <= value && value <= upper) return 'could-go-either-way';
  return lower > value === (comparison === 'at-least') ? 'likely-to-meet' : 'likely-to-miss';
}

/**
 * The target in force on a date, or null. Give a period's last day, so that a target of 1 April holds for April.
 * Where two are in force the later start wins.
 */
export function targetOn<T extends DatedTarget>(targets: readonly T[], date: string): T | null {
  const inForce = targets.filter(
    ({ validFrom, validTo }) => validFrom <= date && (validTo === null || date <= validTo),
  );
  return inForce.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}
