import { quantileDifference } from '../../stats/intervals/median-difference.ts';
import { newcombeInterval } from '../../stats/intervals/newcombe.ts';
import { rateRatioInterval } from '../../stats/intervals/rate-ratio.ts';
import type { ComparandsOr } from './read-areas.ts';

/** One area's later period against its earlier one, with limits; `side` only where chance would not give it. */
export interface Moved {
  readonly comparison: 'difference' | 'ratio';
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly side: 'higher' | 'lower' | null;
}

/** The area at `index` in two periods. Null where one of them has no cases, or the measure is not compared. */
export function differenceOf(
  now: ComparandsOr,
  before: ComparandsOr,
  index: number,
  confidence: number,
): Moved | null {
  if (now.kind === 'shares' && before.kind === 'shares') {
    const [a, b] = [now.areas[index], before.areas[index]];
    if (a.denominator === 0 || b.denominator === 0) return null;
    const interval = newcombeInterval(a.numerator, a.denominator, b.numerator, b.denominator, confidence);
    return moved('difference', interval.difference, interval);
  }
  if (now.kind === 'rates' && before.kind === 'rates') {
    const [a, b] = [now.areas[index], before.areas[index]];
    if (a.exposure === 0 || b.exposure === 0) return null;
    const interval = rateRatioInterval(a.events, a.exposure, b.events, b.exposure, confidence);
    return moved('ratio', interval.ratio, interval);
  }
  if (now.kind === 'durations' && before.kind === 'durations') {
    const [a, b] = [now.areas[index], before.areas[index]];
    if (a.length === 0 || b.length === 0) return null;
    const gap = quantileDifference(a, b, now.p, confidence);
    return moved('difference', gap.difference, gap);
  }
  return null;
}

function moved(
  comparison: Moved['comparison'],
  estimate: number | null,
  { lower, upper }: { lower: number | null; upper: number | null },
): Moved {
  const even = comparison === 'ratio' ? 1 : 0;
  const isHigher = lower !== null && lower > even;
  const isLower = upper !== null && upper < even;
  return { comparison, estimate, lower, upper, side: isHigher ? 'higher' : isLower ? 'lower' : null };
}
