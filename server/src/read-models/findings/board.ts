import type { AreaFlag } from '../../contract/verdict.ts';
import { capitalised, countText, type Figures, figure, othersOf } from './format.ts';
import { targetText } from './outlook.ts';
import type { Comparatives } from './variation.ts';

/** `Grade 2 DA response: quicker than its average for nine months running`, with what was meant of it. */
export function changeStatement(label: string, pattern: string, intended: boolean | null): string {
  if (intended === null) return `${label}: ${pattern}`;
  return `${label}: ${pattern}, ${intended ? 'as' : 'not as'} intended`;
}

/** A flag that tells an area from the others. */
type SidedFlag = Pick<AreaFlag, 'side' | 'comparedWith' | 'provisional'>;

/** `Shropshire: Grade 2 DA response slower than in the other areas, by more than chance`. */
export function outlierStatement(area: string, label: string, flag: SidedFlag, words: Comparatives): string {
  const way = flag.side === 'higher' ? words.up : words.down;
  const may = flag.provisional ? ' (provisional)' : '';
  return `${area}: ${label} ${way} than in ${othersOf(flag)}, by more than chance${may}`;
}

/** `Shropshire: Grade 2 DA response lastingly slower than in the other areas`. */
export function standingStatement(area: string, label: string, flag: SidedFlag, words: Comparatives): string {
  const way = flag.side === 'higher' ? words.up : words.down;
  return `${area}: ${label} lastingly ${way} than in ${othersOf(flag)}`;
}

/** `DA victims satisfied overall: target of at least 80.0% missed for eight months running`. */
export function missedStatement(
  label: string,
  figures: Figures,
  target: Parameters<typeof targetText>[1],
  monthsMissed: number,
): string {
  const goal = `target of ${targetText(figures, target)}`;
  return monthsMissed > 1
    ? `${label}: ${goal} missed for ${countText(monthsMissed)} months running`
    : `${label}: likely to miss its ${goal}`;
}

/** What to say where the rules picked out nothing; `judged` measures have a verdict. */
export function nothingStandsOut(judged: number): string {
  if (judged === 0) return 'Nothing stands out this month: no measure can be judged yet.';
  return 'Nothing stands out this month. All judged measures moved only as usual. A steady figure can still be a poor one.';
}

/** `Seven measures moved only as usual. Do not explain the month; …` */
export function steadySentence(count: number): string {
  if (count === 0) return 'No judged measure moved only as usual.';
  const measures = count === 1 ? 'measure' : 'measures';
  return `${capitalised(countText(count))} ${measures} moved only as usual. Do not explain the month; a steady figure can still be a poor one.`;
}

export interface AlarmFacts {
  readonly measures: number;
  readonly shown: number;
  readonly shownIndependent: number;
  readonly expectedIndependent: number;
  readonly autocorrelation: number;
  readonly chanceOfAsMany: number;
}

/** Signals expected by chance beside those shown, and how often chance alone would show so many. */
export function alarmSentence(facts: AlarmFacts): string {
  if (facts.measures === 0) return 'No measure can be judged yet, so no signal can be false.';
  const { measures, shown, shownIndependent, expectedIndependent, autocorrelation } = facts;
  const expected = `Of ${measures} measures judged, chance alone would show a real change in about ${figure(expectedIndependent, 1)}`;
  const found = shown === 0 ? 'this board shows none' : `this board shows ${figure(shownIndependent, 1)}`;
  const together =
    shown > 0 ? ` (${countText(shown)} on the page: measures that move together count once)` : '';
  const chance =
    shown === 0 ? '' : ` Chance alone would show so many on ${shareText(facts.chanceOfAsMany)} of boards.`;
  const how = ` The sum allows for each month resembling the one before (correlation ${figure(autocorrelation, 2)}).`;
  return `${expected}; ${found}${together}.${chance}${how}`;
}

/** `about 4%`, `under 0.1%`. */
function shareText(share: number): string {
  if (share < 0.001) return 'under 0.1%';
  return `about ${figure(share * 100, share < 0.1 ? 1 : 0)}%`;
}
