import { StatsError } from '../errors.ts';
import type { JudgedPoint, Signal, Unjudged } from './judged-point.ts';
import type { XmrResult, XmrSegment } from './xmr.ts';

/** Which way is better; neutral where neither is. */
export type Polarity = 'increase' | 'decrease' | 'neutral';

/** The way the force has said it means a neutral measure to move. */
export type Intention = 'increase' | 'decrease';

/** Why a point has no verdict yet. `points` of the `needed` complete points are there. */
export type TooFew =
  | { kind: 'too-early'; points: number; needed: number }
  | { kind: 'not-comparable'; since: string; points: number; needed: number }
  | { kind: 'too-sparse' }
  | { kind: 'not-judged'; reason: Unjudged | 'no-limits' };

/** What a measure's point shows. `asIntended` is null where no intention is recorded. */
export type Variation =
  | { kind: 'improvement' | 'concern'; signal: Signal }
  | { kind: 'shift'; signal: Signal; asIntended: boolean | null }
  | { kind: 'common-cause' }
  | TooFew;

export type VariationOptions = {
  /** The point judged; the last one unless named. */
  at?: string;
  polarity: Polarity;
  intention?: Intention | null;
};

/** Product policy above the engine: no verdict before so many complete points of a segment. */
export const minimumPoints = 12;

/**
 * Verdict on one point of an analysed series. A signal on the side of the polarity is an improvement, on the other a
 * concern; without polarity it is a shift, `asIntended` where the recorded intention names its direction (never
 * "better": decision 34). Fewer than 12 complete points in the segment so far: too early, or not comparable where a
 * break began the segment (decision 18). A segment without limits has no verdict: `too-sparse` or `no-limits`, as
 * `withholdLimits` found. @throws StatsError `no-cases` when the series has no such point.
 * Example: the last of 24 steady months 19 points above the mean, polarity decrease: concern, rule `outside`.
 */
export function judgeVariation(result: XmrResult, options: VariationOptions): Variation {
  const point = findPoint(result, options.at);
  const tooFew = whyTooFew(result, point);
  if (tooFew) return tooFew;
  const [signal] = point.signals;
  if (!signal) return { kind: 'common-cause' };
  const way: Intention = signal.direction > 0 ? 'increase' : 'decrease';
  if (options.polarity !== 'neutral') {
    return { kind: way === options.polarity ? 'improvement' : 'concern', signal };
  }
  return { kind: 'shift', signal, asIntended: options.intention ? way === options.intention : null };
}

/** Why a point cannot be judged yet, or null where it can. */
export function whyTooFew(result: XmrResult, point: JudgedPoint): TooFew | null {
  const segment = result.segments[point.segment];
  if (point.unjudged) return { kind: 'not-judged', reason: point.unjudged };
  const sameSegment = result.points.filter(
    (other) => other.segment === point.segment && other.at <= point.at,
  );
  const points = sameSegment.filter((other) => other.unjudged === null).length;
  if (points >= minimumPoints) return whyUnlimited(segment?.absent ?? null);
  const counted = { points, needed: minimumPoints };
  if (segment?.start === 'break') return { kind: 'not-comparable', since: segment.from, ...counted };
  return { kind: 'too-early', ...counted };
}

function whyUnlimited(absent: XmrSegment['absent']): TooFew | null {
  if (absent === null) return null;
  return absent === 'too-sparse' ? { kind: absent } : { kind: 'not-judged', reason: 'no-limits' };
}

/** @throws StatsError `no-cases` when the series has no point of that name, or none at all. */
export function findPoint(result: XmrResult, at: string | undefined): JudgedPoint {
  const point = at === undefined ? result.points.at(-1) : result.points.find((other) => other.at === at);
  if (point) return point;
  throw new StatsError(
    'no-cases',
    at === undefined ? 'The series has no points.' : `The series has no point ${at}.`,
  );
}
