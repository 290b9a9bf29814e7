import type { IncidenceDifference, RowDifference } from '../../contract/cohort.ts';
import type { Finding, Variation } from '../../contract/verdict.ts';
import {
  bracketed,
  capitalised,
  countText,
  type Figures,
  figure,
  inSentence,
  levelText,
  listText,
  monthText,
} from './format.ts';

/** Months from one to another: `June 2022 to May 2023`. */
export interface SpanFacts {
  readonly fromMonth: string;
  readonly toMonth: string;
}

/** `June 2022 to May 2023`, or one month alone. */
export function spanText({ fromMonth, toMonth }: SpanFacts): string {
  return fromMonth === toMonth ? monthText(fromMonth) : `${monthText(fromMonth)} to ${monthText(toMonth)}`;
}

/** What an outcome is called in a claim: `OC16`, `the share charged`. */
const shortName = (label: string) => (label.startsWith('Charged') ? 'the share charged' : inSentence(label));

/** Outcomes of the months old enough to judge, and how many are not. */
export interface CompositionFacts {
  readonly basis: 'recorded' | 'closed';
  /** What counts, to stand after its number: `recorded in May 2023`; null where no period is old enough. */
  readonly when: string | null;
  /** Crimes recorded, or outcomes assigned, then. */
  readonly total: number;
  readonly parts: readonly { readonly code: string; readonly label: string; readonly count: number }[];
  readonly young: { readonly periods: number; readonly one: string };
  readonly maturesAfterDays: number;
}

/**
 * Title of the composition: `49.2% of crimes ended OC16 (…) and 17.3% OC15 (…); the six newest months are too young to
 * judge`, with every part as evidence.
 */
export function compositionFinding(figures: Figures, facts: CompositionFacts): Finding {
  const { basis, when, total, parts, young, maturesAfterDays } = facts;
  const recorded = basis === 'recorded';
  const old = recorded ? `, all at least ${maturesAfterDays} days old` : '';
  if (when === null || total === 0) {
    const what = recorded ? 'No crime was recorded' : 'No outcome was assigned';
    const statement =
      when === null && young.periods > 0
        ? `Every ${young.one} shown is too young to judge`
        : `${what} in the ${young.one}s shown`;
    const evidence = recorded ? `Crimes are judged ${maturesAfterDays} days after recording.` : `${what}.`;
    return { statement, evidence };
  }
  const shares = parts.map(({ code, label, count }) => ({
    code,
    label,
    share: figures.value(count / total),
  }));
  const claims = ['oc16', 'oc15'].flatMap((code) => shares.filter((part) => part.code === code));
  const verb = recorded ? 'of crimes ended' : 'of outcomes assigned were';
  const said = claims.map(({ share, label }, i) =>
    i === 0 ? `${share} ${verb} ${bracketed(label)}` : `${share} ${bracketed(label)}`,
  );
  const whose = recorded ? 'crimes' : 'outcomes';
  return {
    statement: `${listText(said)}${youngText(young)}`,
    evidence: `Of ${figure(total, 0)} ${whose} ${when}${old}: ${shares.map(({ label, share }) => `${inSentence(label)} ${share}`).join(', ')}.`,
  };
}

function youngText({ periods, one }: CompositionFacts['young']): string {
  if (periods === 0) return '';
  if (periods === 1) return `; the newest ${one} is too young to judge`;
  return `; the ${countText(periods)} newest ${one}s are too young to judge`;
}

/** One outcome at a fixed age. */
export interface AtAgeFacts {
  readonly label: string;
  readonly variation: Pick<Variation, 'kind' | 'ruleWords' | 'intended' | 'at'> | null;
  /** Share in the month judged. */
  readonly value: number | null;
}

/** Title of outcomes at one age: each one's own verdict, `At 180 days, charged: higher than …; no real change in OC15`. */
export function atAgeFinding(figures: Figures, withinDays: number, outcomes: readonly AtAgeFacts[]): Finding {
  const changed = outcomes.flatMap(({ label, variation }) => {
    if (!variation || variation.ruleWords === null) return [];
    const { intended } = variation;
    const meant = intended === null ? '' : `, ${intended ? 'as' : 'not as'} intended`;
    return [`${shortName(label)}: ${variation.ruleWords}${meant}`];
  });
  const of = (kinds: readonly string[]) =>
    outcomes
      .filter(({ variation }) => variation?.ruleWords == null && kinds.includes(variation?.kind ?? 'none'))
      .map(({ label }) => shortName(label));
  const clauses = [
    ...changed,
    ...clause('no real change in', of(['common-cause'])),
    ...clause('not comparable yet:', of(['not-comparable'])),
    ...clause('too early to judge:', of(['too-early', 'none'])),
    ...clause('too few to judge:', of(['too-sparse'])),
  ];
  const known = outcomes.filter(({ value }) => value !== null);
  const at = known[0]?.variation?.at ?? null;
  const values = known.map(({ label, value }) => `${inSentence(label)} ${figures.value(value ?? 0)}`);
  return {
    statement: `At ${withinDays} days, ${clauses.join('; ')}`,
    evidence:
      at === null
        ? 'No month is old enough yet.'
        : `Crimes recorded in ${monthText(at)}: ${values.join(', ')}.`,
  };
}

const clause = (words: string, names: readonly string[]) =>
  names.length === 0 ? [] : [`${words} ${listText(names)}`];

/** One outcome in two cohorts, on one day of follow-up. */
export type CurveFacts = Pick<
  IncidenceDifference,
  'estimate' | 'lower' | 'upper' | 'confidence' | 'side' | 'absent'
> & {
  readonly label: string;
  readonly value: number | null;
  readonly against: number | null;
};

/**
 * Title of two cohorts followed: a difference is claimed only where its interval leaves out none; the others
 * "cannot be told apart".
 */
export function incidenceFinding(
  figures: Figures,
  day: number | null,
  spans: { readonly cohort: SpanFacts; readonly against: SpanFacts },
  outcomes: readonly CurveFacts[],
): Finding {
  const whose = `crimes recorded ${spanText(spans.cohort)} and ${spanText(spans.against)}`;
  if (day === null || outcomes.every(({ absent }) => absent !== null))
    return { statement: 'The two groups of crimes cannot be compared', evidence: whyNot(outcomes[0], whose) };
  const told = outcomes.flatMap(({ label, estimate, side }) =>
    side === null || estimate === null
      ? []
      : [`${shortName(label)} is ${figures.gap(Math.abs(estimate))} ${side}`],
  );
  const alike = outcomes
    .filter(({ side, absent }) => side === null && absent === null)
    .map(({ label }) => shortName(label));
  const unknown = outcomes.filter(({ absent }) => absent !== null).map(({ label }) => shortName(label));
  const clauses = [
    ...(told.length === 0 ? [] : [`${listText(told)} than for crimes recorded ${spanText(spans.against)}`]),
    ...(alike.length === 0
      ? []
      : [
          `${listText(alike)} cannot be told apart${told.length === 0 ? ` from those of crimes recorded ${spanText(spans.against)}` : ''}`,
        ]),
    ...(unknown.length === 0 ? [] : [`too few cases to compare ${listText(unknown)}`]),
  ];
  const numbers = outcomes.flatMap((one) => (one.estimate === null ? [] : [curveText(figures, one)]));
  return {
    statement: `${day} days after recording, ${clauses.join('; ')}`,
    evidence: `${capitalised(whose)}: ${numbers.join('; ')}.`,
  };
}

function curveText(figures: Figures, one: CurveFacts): string {
  const { label, value, against, estimate, lower, upper, confidence } = one;
  const level = `${levelText(confidence)} interval`;
  const limits =
    lower === null || upper === null
      ? 'too few cases for an interval'
      : `${level} ${figures.gapNumber(lower)} to ${figures.gapNumber(upper)}`;
  return `${inSentence(label)} ${figures.value(value ?? 0)} and ${figures.value(against ?? 0)} (difference ${figures.gap(estimate ?? 0)}, ${limits})`;
}

function whyNot(outcome: CurveFacts | undefined, whose: string): string {
  const reasons = {
    'not-collected': 'not every month is held',
    'no-cases': 'one of them has no crimes',
    'too-few': 'there are too few cases',
    'not-comparable': 'some months are in both',
  };
  return `${capitalised(whose)}: ${outcome?.absent ? reasons[outcome.absent] : reasons['no-cases']}.`;
}

/** Rows of a table set beside the other rows together, by one part of their outcomes. */
export interface RowsFacts {
  readonly label: string;
  readonly rows: readonly { readonly name: string; readonly difference: RowDifference | undefined }[];
}

/** How the rows of a table are called. */
export interface RowWords {
  readonly one: string;
  readonly many: string;
  /** A row's own name inside a sentence. */
  readonly name: (label: string) => string;
}

export const groupWords: RowWords = { one: 'crime group', many: 'crime groups', name: inSentence };
export const areaWords: RowWords = { one: 'area', many: 'areas', name: (label) => label };

/**
 * Title of a table of outcomes: which rows differ from the others by more than chance, or how many, with the names and
 * sides as evidence.
 */
export function outcomesFinding(parts: readonly RowsFacts[], words: RowWords): Finding {
  const compared = parts[0]?.rows.filter(({ difference }) => difference !== undefined).length ?? 0;
  if (compared < 2) {
    const none = `Fewer than two ${words.many} have crimes, so none is set beside another`;
    return { statement: none, evidence: '' };
  }
  const sides = parts.map((part) => `${bracketed(part.label)}: ${sidesText(part, words)}`);
  const others = compared === 2 ? `the other ${words.one}` : `the other ${words.many} together`;
  return {
    statement: differencesText(parts, compared, words),
    evidence: `${sides.join('. ')}. Each ${words.one} is set beside ${others} (99.8% intervals).`,
  };
}

function differencesText(parts: readonly RowsFacts[], compared: number, words: RowWords): string {
  const told = parts.filter((part) => differing(part).length > 0);
  const others = compared === 2 ? 'the other' : 'the others';
  const names = (some: readonly RowsFacts[]) => some.map(({ label }) => shortName(label));
  if (told.length === 0) {
    const all = names(parts);
    const last = all.pop();
    return `No ${words.one} differs from ${others} on ${all.join(', ')} or ${last} by more than chance`;
  }
  const [first, ...more] = told;
  const alike = names(parts.filter((part) => !told.includes(part)));
  const clauses = [
    `${whoDiffers(first, compared, words)} from ${others} on ${shortName(first.label)} by more than chance`,
    ...more.map((part) => `${whoElse(part, words)} on ${shortName(part.label)}`),
    ...(alike.length === 0 ? [] : [`none differs on ${alike.join(' or ')}`]),
  ];
  return capitalised(clauses.join('; '));
}

const differing = ({ rows }: RowsFacts) =>
  rows.filter(({ difference }) => difference?.side).map(({ name }) => name);

function whoDiffers(part: RowsFacts, compared: number, words: RowWords): string {
  const { length } = differing(part);
  if (length <= 2) return whoElse(part, words);
  const who =
    length === compared ? `all ${countText(length)}` : `${countText(length)} of ${countText(compared)}`;
  return `${who} ${words.many} differ`;
}

function whoElse(part: RowsFacts, words: RowWords): string {
  const names = differing(part).map(words.name);
  if (names.length > 2) return `${countText(names.length)} differ`;
  return `${listText(names)} ${names.length === 1 ? 'differs' : 'differ'}`;
}

/** More names than this are a wall: the table marks them. */
const MOST_NAMED = 3;

function sidesText({ rows }: RowsFacts, words: RowWords): string {
  const texts = (['higher', 'lower'] as const).flatMap((side) => {
    const names = rows
      .filter(({ difference }) => difference?.side === side)
      .map(({ name }) => words.name(name));
    if (names.length === 0) return [];
    return [
      `${side} for ${names.length > MOST_NAMED ? `${countText(names.length)} ${words.many}` : listText(names)}`,
    ];
  });
  return texts.length === 0 ? 'none can be told apart' : texts.join('; ');
}
