import type { UnitName } from '../../contract/common.ts';
import {
  apartFrom,
  type Figures,
  figure,
  figuresOf,
  levelText,
  type Pair,
  placesApart,
  whenText,
} from './format.ts';

/** One area beside the other areas together. */
export interface ComparisonFacts {
  readonly name: string;
  /** Period name. */
  readonly period: string;
  readonly comparedWith: string;
  readonly confidence: number;
  readonly provisional: boolean;
  readonly side: 'higher' | 'lower' | null;
  /** What the side is called: slower, quicker, higher, lower. */
  readonly sideWord: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

const tooFew = 'too few cases to bound it';

/** How a difference is written: where a side is told, to places at which its limits are seen to leave out none. */
export function differenceFigures(
  { unit, decimals }: { readonly unit: UnitName; readonly decimals: number },
  { side, lower, upper }: Pick<ComparisonFacts, 'side' | 'lower' | 'upper'>,
  value: number | null,
  others: number | null,
): Figures {
  const apart: Pair[] = side === null ? [] : [[value, others], ...apartFrom(0, [lower, upper])];
  return figuresOf(unit, decimals, [value, others], apart);
}

/**
 * `Shropshire: 78.9 minutes in November 2023 against 58.1 minutes in the other four areas together, slower by more than chance
 * (difference 20.8 minutes, 99.8% interval 14.2 to 27.1).`
 */
export function describeDifference(
  figures: Figures,
  facts: ComparisonFacts,
  value: number,
  difference: number,
): string {
  const others = `${figures.value(value - difference)} in ${facts.comparedWith}`;
  const interval = intervalText(facts, figures.gapNumber);
  return `${facts.name}: ${figures.value(value)} ${periodOf(facts)} against ${others}${outcomeText(facts)} (difference ${figures.gap(difference)}, ${interval}).`;
}

/** The same for a count: its rate per case of its population over that of the others. */
export function describeRatio(facts: ComparisonFacts, ratio: number | null, per: string): string {
  const times = ratio === null ? 'a rate' : `${ratioText(ratio, facts)} times the rate`;
  const others = ratio === null ? `where ${facts.comparedWith} have none` : `of ${facts.comparedWith}`;
  const interval = intervalText(facts, (limit) => ratioText(limit, facts));
  return `${facts.name}: ${times} ${others} ${periodOf(facts)}, per ${per}${outcomeText(facts)} (${interval}).`;
}

/** Two places below 10, so that 1.05 and 0.95 are seen to differ from 1; more where a side is told by less. */
export function ratioText(ratio: number, told?: Pick<ComparisonFacts, 'side' | 'lower' | 'upper'>): string {
  const pairs = told?.side ? apartFrom(1, [told.lower, told.upper]) : [];
  return figure(ratio, ratio < 10 ? placesApart(2, pairs) : 0);
}

/** `in November 2023`, `in November 2023 (provisional)`. */
function periodOf({ period, provisional }: ComparisonFacts): string {
  return `${whenText(period)}${provisional ? ' (provisional)' : ''}`;
}

function outcomeText({ side, sideWord }: ComparisonFacts): string {
  return side === null ? '; not distinguishable from them' : `, ${sideWord} by more than chance`;
}

function intervalText(
  { lower, upper, confidence }: ComparisonFacts,
  write: (limit: number) => string,
): string {
  const level = `${levelText(confidence)} interval`;
  if (lower === null && upper === null) return `${level}: ${tooFew}`;
  if (upper === null) return `${level} from ${write(lower ?? 0)} up: ${tooFew} above`;
  if (lower === null) return `${level} up to ${write(upper)}: ${tooFew} below`;
  return `${level} ${write(lower)} to ${write(upper)}`;
}
