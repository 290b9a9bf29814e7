import type { AreaFlag } from '../../contract/verdict.ts';
import { ratioText } from './area-flag.ts';
import {
  capitalised,
  countText,
  type Figures,
  figure,
  levelText,
  listText,
  othersOf,
  othersText,
} from './format.ts';
import type { Comparatives } from './variation.ts';

/** An area that a rule picked out, with what its title needs. */
export interface NamedFlag {
  readonly name: string;
  readonly flag: Pick<AreaFlag, 'side' | 'comparison' | 'estimate' | 'comparedWith'>;
}

/**
 * Title of areas beside each other, from their flags: `Shropshire is 20.8 minutes slower than the other areas, more
 * than chance would give`, or the span of the values where no area is told apart. A count is compared by its rate: `per`
 * says of what.
 */
export function describeAreas(
  title: string,
  figures: Figures,
  words: Comparatives,
  flagged: readonly NamedFlag[],
  span: { readonly lowest: number; readonly highest: number } | null,
  areas: number,
  per: string | null = null,
): string {
  if (span === null) return `${title}: no area has a figure`;
  const rate = per === null ? '' : `, per ${per}`;
  if (flagged.length === 0) {
    const values =
      span.lowest === span.highest
        ? `every area is at ${figures.value(span.lowest)}`
        : `areas run from ${figures.number(span.lowest)} to ${figures.value(span.highest)}`;
    return `${title}: ${values}; ${noneDiffers(areas)} by more than chance${rate}`;
  }
  const [only] = flagged;
  if (flagged.length === 1) return `${differenceText(figures, words, only)}, by more than chance${rate}`;
  const parts = (['higher', 'lower'] as const).flatMap((side) => {
    const names = flagged.filter(({ flag }) => flag.side === side).map(({ name }) => name);
    const word = side === 'higher' ? words.up : words.down;
    return names.length === 0 ? [] : [`${listText(names)} ${names.length === 1 ? 'is' : 'are'} ${word}`];
  });
  return `${parts.join(' and ')} than ${othersText(areas)} by more than chance${rate}`;
}

const noneDiffers = (areas: number) =>
  areas === 2 ? 'neither differs from the other' : 'none differs from the others';

function differenceText(figures: Figures, words: Comparatives, { name, flag }: NamedFlag): string {
  const word = flag.side === 'higher' ? words.up : words.down;
  const others = othersOf(flag);
  if (flag.estimate === null) return `${name} is ${word} than ${others}`;
  if (flag.comparison === 'ratio')
    return `${name} has ${ratioText(flag.estimate)} times the rate of ${others}`;
  return `${name} is ${figures.gap(Math.abs(flag.estimate))} ${word} than ${others}`;
}

/** Title of areas against a year before: which moved beyond chance, and which way. */
export function describeChanges(
  words: Comparatives,
  moves: readonly { readonly name: string; readonly side: 'higher' | 'lower' | null }[],
): string {
  if (moves.length === 0) return 'No area can be set against a year earlier';
  const parts = (['higher', 'lower'] as const).flatMap((side) => {
    const names = moves.filter((move) => move.side === side).map(({ name }) => name);
    return names.length === 0 ? [] : [`${listText(names)} ${side === 'higher' ? words.up : words.down}`];
  });
  if (parts.length === 0) return 'No area differs from a year earlier by more than chance';
  const others = moves.filter(({ side }) => side === null).length;
  const rest = others === 0 ? '' : `; in ${countText(others)} the difference could be chance`;
  return `${parts.join(' and ')} than a year earlier by more than chance${rest}`;
}

/** One area against a year before, in one sentence with its numbers. */
export function describeMove(
  figures: Figures,
  words: Comparatives,
  facts: {
    readonly name: string;
    readonly value: number | null;
    readonly before: number | null;
    readonly comparison: 'difference' | 'ratio';
    readonly estimate: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly side: 'higher' | 'lower' | null;
    readonly confidence: number;
    readonly per: string | null;
  },
): string {
  const { name, value, before, side, comparison, estimate, per } = facts;
  const shown = (one: number | null) => (one === null ? 'no figure' : figures.value(one));
  const outcome =
    side === null
      ? 'the difference could be chance'
      : `${side === 'higher' ? words.up : words.down} by more than chance`;
  const write = comparison === 'ratio' ? (limit: number) => ratioText(limit, facts) : figures.gapNumber;
  const size = sizeText(figures, comparison, estimate, per);
  return `${name}: ${shown(value)} against ${shown(before)} a year earlier; ${outcome} (${size}, ${intervalText(facts, write)}).`;
}

function sizeText(
  figures: Figures,
  comparison: 'difference' | 'ratio',
  estimate: number | null,
  per: string | null,
): string {
  if (estimate === null) return 'there were none then';
  if (comparison === 'difference') return `difference ${figures.gap(estimate)}`;
  return `${ratioText(estimate)} times the rate${per ? ` per ${per}` : ''}`;
}

function intervalText(
  { lower, upper, confidence }: { lower: number | null; upper: number | null; confidence: number },
  write: (limit: number) => string,
): string {
  const level = `${levelText(confidence)} interval`;
  if (lower === null && upper === null) return `${level} not bounded: too few cases`;
  if (upper === null) return `${level} from ${write(lower ?? 0)} up`;
  if (lower === null) return `${level} up to ${write(upper)}`;
  return `${level} ${write(lower)} to ${write(upper)}`;
}

/** How many areas one measure tells apart; null where areas are not compared by it. */
export interface PanelCount {
  readonly title: string;
  readonly flagged: number | null;
}

/** `One area differs from the others on “…”; none does on “…”, by more than chance.` */
export function describePage([first, ...others]: readonly PanelCount[], areas: number): string {
  const parts = [
    onTitle(first, areas === 2 ? ' from the other' : ' from the others'),
    ...others.map((panel) => onTitle(panel, '')),
  ];
  return `${capitalised(parts.join('; '))}.`;
}

function onTitle({ title, flagged }: PanelCount, from: string): string {
  if (flagged === null) return `areas are not compared on “${title}”`;
  const who =
    flagged === 0
      ? 'no area differs'
      : flagged === 1
        ? 'one area differs'
        : `${countText(flagged)} areas differ`;
  return `${who}${from} on “${title}” by more than chance`;
}

/** How many cells lie beyond chance, and how many chance alone would put there. */
export function describeCells(counts: {
  readonly comparisons: number;
  readonly beyond998: number;
  readonly names: readonly string[];
  /** Areas compared. */
  readonly areas: number;
}): string {
  const { comparisons, beyond998, names } = counts;
  const others = othersText(counts.areas);
  if (comparisons === 0) return 'No measure can be compared between these areas';
  if (beyond998 === 0)
    return `None of ${figure(comparisons, 0)} results differs from ${others} by more than chance`;
  const where =
    names.length === 1
      ? `, ${beyond998 === 1 ? 'in' : beyond998 === 2 ? 'both in' : 'all in'} ${names[0]}`
      : `, in ${listText(names)}`;
  return `${countText(beyond998)} of ${figure(comparisons, 0)} results ${beyond998 === 1 ? 'differs' : 'differ'} from ${others} by more than chance${where}`.replace(
    /^\p{Ll}/u,
    (letter) => letter.toUpperCase(),
  );
}

/** Why only what lies beyond 99.8% is called different, with how many chance alone would put beyond 95%. */
export function describeChance(comparisons: number, expected95: number): string {
  if (comparisons === 0) return 'There is nothing to compare, so nothing is called different.';
  const beyond = Math.round(expected95);
  const many = beyond === 0 ? 'fewer than one' : `about ${countText(beyond)}`;
  const held = comparisons === 1 ? 'one comparison' : `${figure(comparisons, 0)} comparisons`;
  return `With ${held}, ${many} would lie beyond 95% by chance alone, so only those beyond 99.8% are called different.`;
}

/** A cell of a position strip in words: `82.2 minutes, slower than the other areas, beyond 99.8%`. */
export function describeStripCell(
  figures: Figures,
  words: Comparatives,
  facts: {
    readonly value: number;
    readonly ratio: number | null;
    readonly per: string | null;
    readonly beyond: number | null;
    readonly isHigh: boolean;
    /** Why there is no comparison, as a clause; null where there is one. */
    readonly why: string | null;
    /** What it is set beside. */
    readonly others: string;
  },
): string {
  const { others, ratio, per, beyond, isHigh, why } = facts;
  const rate =
    ratio === null ? '' : `, ${ratioText(ratio)} times the rate of ${others}${per ? ` per ${per}` : ''}`;
  const value = `${figures.value(facts.value)}${rate}`;
  if (why !== null) return `${value}; not compared: ${why}`;
  if (beyond === null) return `${value}, not distinguishable from ${others}`;
  const word = isHigh ? words.up : words.down;
  const level = beyond === 0.998 ? 'beyond 99.8%' : 'beyond 95% but not 99.8%';
  return `${value}, ${word} than ${others}, ${level}`;
}
