import type { UnitName } from '../../contract/common.ts';

/** How the values of one sentence are written. Rounded once, half away from zero, as the pages do. */
export interface Figures {
  /** `61.4 minutes`, `78.8%`, `1,234`. */
  readonly value: (value: number) => string;
  /** `61.4`, `78.8%`: for a second number in the same unit. */
  readonly number: (value: number) => string;
  /** A difference: `−2.5 minutes`, `12.0 percentage points`. */
  readonly gap: (value: number) => string;
  /** The same without its unit: `−2.5`. */
  readonly gapNumber: (value: number) => string;
}

const tenHoursSeconds = 36_000;

interface Shown {
  readonly factor: number;
  readonly sign: string;
  readonly unit: string;
  readonly gapUnit: string;
}

/** Two numbers that a sentence says lie apart. */
export type Pair = readonly [number | null, number | null];

/** One number that is said to lie apart from each of some others. */
export const apartFrom = (value: number | null, others: readonly (number | null)[]): Pair[] =>
  others.map((other) => [value, other]);

/** Further places at most: numbers closer than that are one. */
const mostFurther = 6;

/**
 * @param decimals places of the shown unit: of minutes for seconds, of percent for fractions
 * @param values every value of the sentence, so that one of ten hours or more turns them all to hours
 * @param apart numbers the sentence claims to differ: all are written to more places where these would print alike;
 * a count that is whole stays whole
 */
export function figuresOf(
  unit: UnitName,
  decimals: number,
  values: readonly (number | null)[] = [],
  apart: readonly Pair[] = [],
): Figures {
  const largest = values.reduce<number>((most, value) => Math.max(most, Math.abs(value ?? 0)), 0);
  const { factor, sign, unit: word, gapUnit } = shownAs(unit, largest);
  const shown = apart.map(([a, b]): Pair => [a && a * factor, b && b * factor]);
  const places = placesApart(decimals, shown);
  const digits = (value: number) =>
    figure(value * factor, unit === 'count' && Number.isInteger(value) ? decimals : places);
  return {
    value: (value) => joined(`${digits(value)}${sign}`, word),
    number: (value) => `${digits(value)}${sign}`,
    gap: (value) => joined(digits(value), gapUnit),
    gapNumber: digits,
  };
}

/** The places, at least so many, to which numbers that differ are seen to differ. */
export function placesApart(decimals: number, pairs: readonly Pair[]): number {
  const isSeen = ([a, b]: Pair, places: number) =>
    a === null || b === null || a === b || figure(a, places) !== figure(b, places);
  const further = Array.from({ length: mostFurther }, (_, i) => decimals + i);
  return further.find((places) => pairs.every((pair) => isSeen(pair, places))) ?? decimals;
}

function shownAs(unit: UnitName, largest: number): Shown {
  const plain = (word: string, factor = 1): Shown => ({ factor, sign: '', unit: word, gapUnit: word });
  switch (unit) {
    case 'seconds':
      return largest >= tenHoursSeconds ? plain('hours', 1 / 3600) : plain('minutes', 1 / 60);
    case 'fraction':
      return { factor: 100, sign: '%', unit: '', gapUnit: 'percentage points' };
    case 'days':
      return plain('days');
    case 'per-100':
      return plain('per 100');
    case 'per-1000':
      return plain('per 1,000');
    case 'count':
      return plain('');
  }
}

const formatters = new Map<number, Intl.NumberFormat>();

/** A number to so many places, with the thousands comma and a true minus sign. */
export function figure(value: number, decimals: number): string {
  let formatter = formatters.get(decimals);
  if (!formatter) {
    const places = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
    formatter = new Intl.NumberFormat('en-GB', { ...places, signDisplay: 'negative' });
    formatters.set(decimals, formatter);
  }
  // 0.285 × 100 is 28.499999999999996 in binary: shave that noise before the one rounding.
  return formatter.format(Number(value.toPrecision(12))).replace('-', '−');
}

function joined(number: string, unit: string): string {
  return unit ? `${number} ${unit}` : number;
}

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `2023-11` → `November 2023`. */
export function monthText(month: string): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** A period name in words: `November 2023`, `the twelve months to November 2023`, `April to June 2023`, `2022/23`. */
export function periodText(period: string): string {
  const rolling = /^P(\d+)M\/(.+)$/.exec(period);
  if (rolling) return `the ${countText(Number(rolling[1]), 12)} months to ${monthText(rolling[2])}`;
  if (period.startsWith('YTD/')) return `the financial year to ${monthText(period.slice(4))}`;
  const quarter = /^(\d{4})\/\d{2}-Q([1-4])$/.exec(period);
  if (quarter) return quarterText(Number(quarter[1]), Number(quarter[2]));
  return /^\d{4}-\d{2}$/.test(period) ? monthText(period) : period;
}

/** Financial quarters: the first is April to June. */
function quarterText(year: number, quarter: number): string {
  const first = (quarter * 3) % 12;
  return `${monthNames[first]} to ${monthNames[first + 2]} ${quarter === 4 ? year + 1 : year}`;
}

/** A period to stand after a value: `in November 2023`, `over the twelve months to November 2023`. */
export function whenText(period: string): string {
  return `${/^(P|YTD)/.test(period) ? 'over' : 'in'} ${periodText(period)}`;
}

const counts = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** Words for one to nine, figures from ten (to `words` in words where a phrase wants it). */
export function countText(count: number, words = 9): string {
  return count <= words ? (counts[count] ?? String(count)) : figure(count, 0);
}

/** `eighth`, `10th`, `21st`. */
export function ordinalText(count: number): string {
  if (count > 0 && count <= 9) return ordinals[count];
  const teen = count % 100 > 10 && count % 100 < 14;
  return `${count}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th')}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function listText(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** A confidence level as a share: `95%`, `99.8%`. */
export function levelText(confidence: number): string {
  return `${Number((confidence * 100).toFixed(2))}%`;
}

/** A member's label inside a sentence: `OC16, victim …` is `OC16`, `Charged` is `charged`, `DVPN` stays. */
export function inSentence(label: string): string {
  return lowerFirst(/^OC\d/.test(label) ? label.split(',')[0] : label);
}

/** The first letter in small, unless it opens an abbreviation. */
export function lowerFirst(text: string): string {
  return text.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());
}

/** `Grade 2, priority` → `Grade 2 (priority)`, to stand in a list. */
export function bracketed(label: string): string {
  return label.replace(/^([^,]+), (.+)$/, '$1 ($2)');
}

/** What a figure is about: `Domestic abuse, grade 2 (priority): response time`. */
export function titleText(what: string, members: readonly string[]): string {
  if (members.length === 0) return what;
  const [first, ...rest] = members.map(bracketed);
  return `${[first, ...rest.map(lowerFirst)].join(', ')}: ${lowerFirst(what)}`;
}

/** What an area is set beside, of so many areas: `the other areas`, or of two `the other area`. */
export function othersText(areas: number): string {
  return areas === 2 ? 'the other area' : 'the other areas';
}

/** The same of a flag, from what it was compared with. */
export function othersOf({ comparedWith }: { readonly comparedWith: string }): string {
  return comparedWith === 'the other area' ? comparedWith : 'the other areas';
}

/** The first letter as a capital. */
export function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
