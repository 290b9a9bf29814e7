import { countText, type Figures, monthText } from './format.ts';
import { rangeText } from './variation.ts';

export interface OutlookFacts {
  readonly target: { readonly comparison: '>=' | '<='; readonly value: number };
  readonly at: { readonly month: string; readonly value: number };
  readonly lower: number;
  readonly upper: number;
  readonly monthsMissed: number;
}

/** `at least 80.0%`, `at most 60.0 minutes`. */
export function targetText(figures: Figures, { comparison, value }: OutlookFacts['target']): string {
  return `${comparison === '>=' ? 'at least' : 'at most'} ${figures.value(value)}`;
}

/** Where the whole usual range lies against the target, and how many months running have missed it. */
export function describeOutlook(
  figures: Figures,
  kind: 'likely-to-meet' | 'could-go-either-way' | 'likely-to-miss',
  facts: OutlookFacts,
): string {
  const target = targetText(figures, facts.target);
  const range = `usual range of ${rangeText(figures, facts.lower, facts.upper)}`;
  const words = {
    'likely-to-meet': `The whole ${range} meets the target of ${target}.`,
    'could-go-either-way': `The ${range} holds the target of ${target}, so a single month could fall either side.`,
    'likely-to-miss': `The whole ${range} misses the target of ${target}.`,
  };
  return `${words[kind]} ${describeMissed(facts)}`;
}

/** `Missed for eight months running, to August 2023.` */
export function describeMissed({ at, monthsMissed }: Pick<OutlookFacts, 'at' | 'monthsMissed'>): string {
  const month = monthText(at.month);
  if (monthsMissed === 0) return `Met in ${month}.`;
  return monthsMissed === 1
    ? `Missed in ${month}.`
    : `Missed for ${countText(monthsMissed)} months running, to ${month}.`;
}
