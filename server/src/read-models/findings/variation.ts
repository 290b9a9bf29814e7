import type { UnitName } from '../../contract/common.ts';
import { apartFrom, countText, type Figures, figuresOf, monthText } from './format.ts';

/** What a direction is called: waits are slower or quicker, everything else higher or lower. */
export interface Comparatives {
  readonly up: string;
  readonly down: string;
}

export const waitWords: Comparatives = { up: 'slower', down: 'quicker' };
export const levelWords: Comparatives = { up: 'higher', down: 'lower' };

/** A pattern as a sentence needs it. */
export interface PatternFacts {
  readonly rule: 'outside' | 'trend' | 'two-in-three' | 'shift';
  readonly direction: 'up' | 'down';
  readonly until: string;
  readonly length: number;
  readonly isLast: boolean;
}

/** The limits a month is held against. */
export interface RangeFacts {
  readonly mean: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly baseline: { readonly from: string; readonly to: string } | null;
}

/** How a month and its range are written: where a pattern is claimed, to places at which the two are seen apart. */
export function figuresBeside(
  { unit, decimals }: { readonly unit: UnitName; readonly decimals: number },
  value: number | null,
  { mean, lower, upper }: Pick<RangeFacts, 'mean' | 'lower' | 'upper'>,
  isPattern: boolean,
): Figures {
  const limits = [mean, lower, upper];
  return figuresOf(unit, decimals, [value, ...limits], isPattern ? apartFrom(value, limits) : []);
}

/**
 * A pattern in words, to stand after a name: `quicker than its average for nine months running`,
 * `higher than its usual range`. Where the month is not the last of the pattern, the words say where it ends.
 */
export function patternWords({ rule, direction, until, length, isLast }: PatternFacts, words: Comparatives) {
  const way = words[direction];
  const months = countText(length);
  switch (rule) {
    case 'outside':
      return `${way} than its usual range`;
    case 'two-in-three':
      return `two of three months near the ${direction === 'up' ? 'upper' : 'lower'} end of its usual range`;
    case 'shift':
      return isLast
        ? `${way} than its average for ${months} months running`
        : `${way} than its average, in a run of ${months} months to ${monthText(until)}`;
    case 'trend':
      return isLast
        ? `${way} than the month before, ${countText(length - 1)} times running`
        : `in ${months} months to ${monthText(until)} that each were ${way} than the one before`;
  }
}

/** `61.4 minutes in October 2023: quicker than its average for nine months running.` and the range. */
export function describeSignal(
  figures: Figures,
  at: { month: string; value: number },
  pattern: string,
  range: RangeFacts,
): string {
  return `${figures.value(at.value)} in ${monthText(at.month)}: ${pattern}. ${describeRange(figures, range)}`;
}

/** `Average 73.3 minutes, usual range 66.6 to 80.0 (limits from April 2021 to March 2023).` */
export function describeRange(figures: Figures, { mean, lower, upper, baseline }: RangeFacts): string {
  const from = baseline ? ` (limits from ${monthText(baseline.from)} to ${monthText(baseline.to)})` : '';
  if (mean === null) return 'No average can be drawn.';
  if (lower === null || upper === null)
    return `Average ${figures.value(mean)}${from}; no limits: its months do not vary.`;
  return `Average ${figures.value(mean)}, usual range ${rangeText(figures, lower, upper)}${from}.`;
}

/** `66.6 to 80.0 minutes`. */
export function rangeText(figures: Figures, lower: number, upper: number): string {
  return `${figures.number(lower)} to ${figures.value(upper)}`;
}

/** `14.1 minutes in October 2023, within its usual range of 12.0 to 16.2 minutes (limits from …).` */
export function describeUsual(
  figures: Figures,
  at: { month: string; value: number },
  range: RangeFacts,
): string {
  const value = `${figures.value(at.value)} in ${monthText(at.month)}`;
  const { lower, upper } = range;
  if (lower === null || upper === null) return `${value}. ${describeRange(figures, range)}`;
  const from = range.baseline
    ? ` (limits from ${monthText(range.baseline.from)} to ${monthText(range.baseline.to)})`
    : '';
  return `${value}, within its usual range of ${rangeText(figures, lower, upper)}${from}.`;
}

/** Too few complete months: of a new line, or of one that a break began. */
export function describeTooFew(
  points: number,
  needed: number,
  brokenBy: { month: string; text: string } | null,
): string {
  const counted = `${countText(points)} of the ${needed} complete months needed`;
  if (!brokenBy) return `Too early to judge: ${counted}.`;
  return `Not comparable across the ${monthText(brokenBy.month)} ${breakName(brokenBy.text)}: ${counted}.`;
}

/** What an annotation's text calls the thing that happened: `Grading review: some calls …` is `grading review`. */
export function breakName(text: string): string {
  const [name] = text.split(/[:.;]/, 1);
  return /^\p{Lu}\p{Ll}/u.test(name) ? name[0].toLowerCase() + name.slice(1) : name;
}
