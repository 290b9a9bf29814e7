import type { Reading, ReadLine } from '../../cells/query/reading.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { coverageOf } from '../../metrics/coverage.ts';
import { cubes } from '../../metrics/cubes.ts';
import { polarityOf } from '../../metrics/kinds.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { type AreaFlag as Flag, flagConfidence } from '../../stats/areas/area-flags.ts';
import {
  type ComparisonFacts,
  describeDifference,
  describeRatio,
  differenceFigures,
} from '../findings/area-flag.ts';
import { countText } from '../findings/format.ts';
import { marksOf } from '../mark-points.ts';
import { areaName } from '../nodes.ts';
import type { AreaComparison } from './compare-areas.ts';
import type { FoundFault } from './find-fault.ts';
import { lineUnit } from './line-unit.ts';
import { whyNotCompared } from './why-not-compared.ts';

/** The flags of sibling areas in one period of a reading, in the order of their lines; none of them standing yet. */
export function describeFlags(
  release: LoadedRelease,
  reading: Reading,
  siblings: readonly ReadLine[],
  comparison: AreaComparison,
  index: number,
): AreaFlag[] {
  const comparedWith = othersText(siblings.length - 1);
  const period = reading.periods[index].name;
  const bases = siblings.map((line): Base => {
    const provisional = isProvisional(release, reading, line, index);
    return { period, confidence: flagConfidence, comparedWith, provisional, standing: false };
  });
  if ('absent' in comparison)
    return bases.map((base) => ({ ...base, ...neverCompared(reading, comparison.absent), per: null }));
  if (!comparison.isCollected(index))
    return bases.map((base) => ({ ...base, ...noComparison('not-collected'), per: null }));
  const per = comparison.population?.label ?? null;
  return comparison.flags(index).map((flag, i) => {
    const base = bases[i];
    if (flag.absent && flag.estimate === null) return { ...base, ...noComparison(flag.absent), per };
    const line = siblings[i];
    const name = areaName(release.pinned, reading.areaSet, line.node);
    return describeFlag(reading, line, { ...base, per }, flag, { name, value: line.points[index].value });
  });
}

/** The flag of an area whose data fail a check: none, and why. */
export function withheldFlag(
  release: LoadedRelease,
  reading: Reading,
  line: ReadLine,
  { index, found }: { readonly index: number; readonly found: FoundFault },
): AreaFlag {
  return {
    ...noComparison('data-quality'),
    ...found,
    period: reading.periods[index].name,
    confidence: flagConfidence,
    comparedWith: 'no other area',
    per: null,
    provisional: isProvisional(release, reading, line, index),
    standing: false,
  };
}

function isProvisional({ pinned }: LoadedRelease, reading: Reading, line: ReadLine, index: number): boolean {
  const covered = coverageOf(pinned, cubes[reading.metric.cube].feed, reading.areaSet, line.node);
  return marksOf(reading, covered, line)(reading.periods[index]).status.includes('provisional');
}

function othersText(count: number): string {
  if (count < 2) return count === 1 ? 'the other area' : 'no other area';
  return `the other ${countText(count)} areas together`;
}

type Base = Pick<AreaFlag, 'period' | 'confidence' | 'comparedWith' | 'provisional' | 'standing'>;

function describeFlag(
  reading: Reading,
  { key }: ReadLine,
  base: Base & Pick<AreaFlag, 'per'>,
  { flag: side, comparison, estimate, lower, upper, absent }: Flag,
  { name, value }: { name: string; value: number | null },
): AreaFlag {
  const { words, unit, decimals } = lineUnit(reading.metric, reading.statistic);
  const sideWord = side && (side === 'higher' ? words.up : words.down);
  const facts: ComparisonFacts = { ...base, name, side, sideWord, lower, upper };
  const sentence =
    comparison === 'ratio' || value === null || estimate === null
      ? describeRatio(facts, estimate, base.per ?? 'case')
      : describeDifference(
          differenceFigures({ unit, decimals }, facts, value, value - estimate),
          facts,
          value,
          estimate,
        );
  const word = side && wordOf(side, polarityOf(reading.metric, { ...reading.choices, ...key }));
  return { ...base, side, word, comparison, estimate, lower, upper, absent, sentence };
}

const reasons: Readonly<Record<NonNullable<AreaFlag['absent']>, string>> = {
  'not-collected': 'No comparison: the period is not held for every area.',
  'no-cases': 'No comparison: the area has no cases.',
  'no-other-areas': 'No comparison: the other areas have no cases.',
  'too-few': 'No comparison: too few cases.',
  'no-population': 'No comparison: there are no crimes agreed to divide this count by.',
  'not-applicable': 'Areas are not compared on this figure.',
  'data-quality': 'No comparison: a data-quality check fails.',
};

/** A figure that its own kind rules out says why, and what to compare instead. */
function neverCompared(reading: Reading, absent: 'not-applicable' | 'no-population') {
  const none = noComparison(absent);
  return absent === 'not-applicable' ? { ...none, sentence: whyNotCompared(reading) } : none;
}

function noComparison(absent: NonNullable<AreaFlag['absent']>) {
  const none = { side: null, word: null, estimate: null, lower: null, upper: null };
  return { ...none, comparison: 'difference' as const, absent, sentence: reasons[absent] };
}

export function wordOf(side: NonNullable<Flag['flag']>, polarity: string): NonNullable<AreaFlag['word']> {
  if (polarity === 'neutral') return side;
  return (side === 'higher') === (polarity === 'higher-is-better') ? 'better' : 'worse';
}
