import type { AreaFlag, Finding, Outlook, Variation } from '../../contract/verdict.ts';
import {
  capitalised,
  countText,
  type Figures,
  inSentence,
  listText,
  monthText,
  othersText,
  whenText,
} from './format.ts';
import { describeRange, type RangeFacts } from './variation.ts';

/** The newest value of a line, and the month its verdict is on with that month's value and range. */
export interface MainFacts {
  readonly figures: Figures;
  readonly variation: Variation;
  readonly outlook: Outlook;
  readonly judgedValue: number | null;
  readonly range: RangeFacts;
}

/** The title of a monthly line: its verdict with the value judged, and the numbers it rests on. */
export function mainFinding({ figures, variation, outlook, judgedValue, range }: MainFacts): Finding {
  const { at, ruleWords, intended } = variation;
  const target = outlook.target ? ` ${outlook.sentence}` : '';
  if (
    at === null ||
    judgedValue === null ||
    variation.kind === 'too-early' ||
    variation.kind === 'not-comparable' ||
    variation.kind === 'too-sparse'
  )
    return {
      statement: variation.sentence.replace(/\.$/, ''),
      evidence: `${at === null || judgedValue === null ? variation.sentence : `${figures.value(judgedValue)} in ${monthText(at)}.`}${target}`,
    };
  const value = `${figures.value(judgedValue)} in ${monthText(at)}`;
  const evidence = `${describeRange(figures, range)}${target}`;
  if (ruleWords === null) return { statement: `No real change: ${value}, within its usual range`, evidence };
  const meant = intended === null ? '' : `, ${intended ? 'as' : 'not as'} intended`;
  return { statement: `${capitalised(ruleWords)}${meant}: ${value}`, evidence };
}

/** The title of a line that is not judged: its newest value, and why there is no verdict. */
export function plainFinding(
  figures: Figures,
  newest: { readonly period: string; readonly value: number | null },
  reason: string,
): Finding {
  const { period, value } = newest;
  if (value === null) return { statement: 'No value in the periods shown', evidence: reason };
  return { statement: capitalised(`${figures.value(value)} ${whenText(period)}`), evidence: reason };
}

/** One area of a figure of areas. */
export interface AreaFacts {
  readonly name: string;
  readonly variation: Variation | null;
  readonly flag: AreaFlag | null;
}

const kindWords: readonly (readonly [Variation['kind'], string])[] = [
  ['concern', 'worse'],
  ['improvement', 'better'],
  ['shift', 'shifted'],
  ['common-cause', 'no real change'],
  ['not-comparable', 'not comparable yet'],
  ['too-early', 'too early to judge'],
  ['too-sparse', 'too few to judge'],
];

/**
 * The title of a figure of areas. By month: each on its own limits, `Worse: Shropshire. No real change: …`. Where
 * nothing is judged: which of them lie apart from the others. The evidence is the other of the two.
 */
export function areasFinding(areas: readonly AreaFacts[]): Finding {
  if (areas.length === 0)
    return { statement: 'There are no areas within this one', evidence: 'It has no parts.' };
  const groups = kindWords.flatMap(([kind, word]) => {
    const names = areas.filter(({ variation }) => variation?.kind === kind).map(({ name }) => name);
    return names.length === 0 ? [] : [`${word}: ${whose(names, areas.length)}`];
  });
  const apart = apartText(areas);
  if (groups.length === 0) return apart;
  return { statement: `On their own limits, ${groups.join('; ')}`, evidence: apart.evidence };
}

function whose(names: readonly string[], all: number): string {
  if (names.length < all) return listText(names);
  return all === 1 ? names[0] : `all ${countText(all)} areas`;
}

function apartText(areas: readonly AreaFacts[]): Finding {
  const flags = areas.flatMap(({ flag }) => (flag ? [flag] : []));
  const apart = areas.filter(({ flag }) => flag?.side);
  const compared = flags.some(({ estimate }) => estimate !== null);
  if (!compared) {
    const reason = flags[0]?.sentence ?? 'No comparison between areas is made.';
    return { statement: 'The areas are not compared with one another', evidence: reason };
  }
  if (apart.length === 0) {
    const when = flags[0] ? ` ${whenText(flags[0].period)}` : '';
    const none =
      areas.length === 2
        ? `The two areas cannot be told apart${when}`
        : `No area is distinguishable from the others together${when}`;
    return { statement: none, evidence: `${none} (99.8% intervals).` };
  }
  return {
    statement: `${listText(apart.map(({ name }) => name))} ${apart.length === 1 ? 'lies' : 'lie'} apart from ${othersText(areas.length)}, by more than chance`,
    evidence: apart.map(({ flag }) => flag?.sentence).join(' '),
  };
}

/** Two groups' medians and the difference between them, with its interval. */
export interface GapFacts {
  readonly figures: Figures;
  readonly period: string;
  readonly first: { readonly label: string; readonly value: number | null; readonly n: number };
  readonly second: { readonly label: string; readonly value: number | null; readonly n: number };
  readonly difference: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The title of a figure of two groups' waits: who waited longer, by how much, and whether that is beyond chance. */
export function gapFinding({ figures, period, first, second, ...gap }: GapFacts): Finding {
  const { difference, lower, upper } = gap;
  const values = [first, second].map(({ label, value, n }) =>
    value === null ? `${label}: no value` : `${label} ${figures.value(value)} (${countText(n, 0)} cases)`,
  );
  const evidence = `Medians ${whenText(period)}: ${listText(values)}.`;
  if (difference === null)
    return {
      statement: `Too few cases to compare ${first.label} with ${second.label} ${whenText(period)}`,
      evidence,
    };
  const bounds =
    lower === null || upper === null
      ? 'too few cases for an interval'
      : `95% interval ${figures.gapNumber(lower)} to ${figures.gapNumber(upper)}`;
  const isTold = (lower !== null && lower > 0) || (upper !== null && upper < 0);
  const way = difference > 0 ? 'longer' : 'shorter';
  const statement = isTold
    ? `${first.label} waited ${figures.gap(Math.abs(difference))} ${way} than ${second.label} ${whenText(period)}`
    : `No clear difference between the waits of ${first.label} and ${second.label} ${whenText(period)}`;
  return {
    statement: capitalised(statement),
    evidence: `${evidence} Difference ${figures.gap(difference)}, ${bounds}.`,
  };
}

/** One group's mean time by part. */
export interface PartsFacts {
  readonly label: string;
  readonly parts: readonly { readonly label: string; readonly value: number | null }[];
}

/** The title of a figure of parts: each group's mean of each part. */
export function partsFinding(figures: Figures, period: string, groups: readonly PartsFacts[]): Finding {
  const known = groups.filter(({ parts }) => parts.every(({ value }) => value !== null));
  const means = 'Means of incidents with every stamp: medians of parts would not add up to the whole.';
  if (known.length === 0)
    return { statement: `No incident has every stamp ${whenText(period)}`, evidence: means };
  const texts = known.map(
    ({ label, parts }) =>
      `${label}: ${listText(parts.map((part) => `${part.label} ${figures.value(part.value ?? 0)}`))}`,
  );
  return { statement: `${texts.join('; ')}`, evidence: `${capitalised(whenText(period))}. ${means}` };
}

/** The members of a choice in one period, in their own order. */
export interface MembersFacts {
  readonly period: string;
  readonly members: readonly { readonly label: string; readonly value: number }[];
}

const MOST_NAMED = 5;

/** The title of a figure of named lines: each one's newest value, in the order given. */
export function membersFinding(figures: Figures, { period, members }: MembersFacts): Finding {
  if (members.length === 0) return { statement: 'No value in the periods shown', evidence: '' };
  const shown = members.length > MOST_NAMED ? members.slice(0, MOST_NAMED - 1) : members;
  const left = members.length - shown.length;
  const named = shown.map(({ label, value }) => `${inSentence(label)} ${figures.value(value)}`);
  const more = left === 0 ? [] : [`${countText(left)} others`];
  return { statement: `${capitalised(whenText(period))}: ${listText([...named, ...more])}`, evidence: '' };
}

/** The title of one force among the others: its newest value, and the span of theirs. No place is given. */
export function forcesFinding(
  figures: Figures,
  period: string,
  home: { readonly label: string; readonly value: number },
  others: readonly number[],
): Finding {
  const own = `${home.label}: ${figures.value(home.value)} ${whenText(period)}`;
  if (others.length === 0) return { statement: own, evidence: 'No other force has a value then.' };
  const [lowest, highest] = [Math.min(...others), Math.max(...others)];
  const whose = others.length === 1 ? 'the other force' : `the other ${countText(others.length)} forces`;
  const span =
    lowest === highest
      ? `${whose} ${figures.value(lowest)}`
      : `${whose} ${figures.number(lowest)} to ${figures.value(highest)}`;
  return { statement: `${own}; ${span}`, evidence: 'Forces record differently, and none is ranked.' };
}
