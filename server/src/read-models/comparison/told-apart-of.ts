import type { ToldApart } from '../../contract/comparison.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { statedPower } from '../../stats/areas/told-apart.ts';
import { figuresOf } from '../findings/format.ts';
import {
  describeAnswer,
  describeBoth,
  describeNoise,
  describePlaces,
  describeSmallestGap,
} from '../findings/told-apart.ts';
import type { LineUnit } from '../judge/line-unit.ts';
import type { RateScale } from './funnel-of.ts';
import type { AreasReading, ComparandsOr } from './read-areas.ts';
import { reasonOfFlag, stated } from './stated-reason.ts';
import { tellApart } from './tell-apart.ts';

/** Can these areas be told apart? The answer with its numbers, in the force's own order of areas. */
export function toldApartOf(
  { areas }: AreasReading,
  comparands: ComparandsOr,
  { unit, decimals }: LineUnit,
  scale: RateScale,
  flags: readonly AreaFlag[],
): ToldApart {
  const result = tellApart(comparands);
  const why = result
    ? result.absent
    : comparands.kind === 'none'
      ? reasonOfFlag(comparands.absent)
      : 'no-cases';
  const places = areas.map(({ code }, i) => {
    const range = result?.absent ? null : (result?.rankRanges[i] ?? null);
    return { area: code, from: range?.from ?? null, to: range?.to ?? null };
  });
  if (!result || why) {
    const text = comparands.kind === 'none' ? comparands.text : undefined;
    const absent = stated(why ?? 'no-cases', text);
    const statement = `Whether these areas can be told apart cannot be said. ${absent.text}`;
    return {
      answer: 'no-answer',
      chanceOfNoise: null,
      places,
      smallestGap: null,
      absent,
      statement,
      sentences: [],
    };
  }
  const isRate = comparands.kind === 'rates';
  const gap = result.smallestGap && {
    gap: result.smallestGap.gap * (isRate ? scale.per : 1),
    unit: isRate ? scale.unit : unit,
    power: result.smallestGap.power,
  };
  const present = result.rankRanges.flatMap((range, i) => (range ? [{ name: areas[i].name, ...range }] : []));
  const gapText = gap && figuresOf(gap.unit, isRate ? 1 : decimals, [gap.gap]).gap(gap.gap);
  const flagged = areas.filter((_, i) => flags[i].side !== null).map(({ name }) => name);
  const both = describeBoth(result.canBeToldApart, flagged, present.length);
  return {
    answer: result.canBeToldApart ? 'yes' : 'no',
    chanceOfNoise: result.chanceOfNoise,
    places,
    smallestGap: gap,
    absent: null,
    statement: describeAnswer(result.canBeToldApart, present.length),
    sentences: [
      ...(both === null ? [] : [both]),
      describeNoise(result.chanceOfNoise ?? 1),
      describePlaces(present, present.length),
      describeSmallestGap(gapText, gap?.power ?? statedPower),
    ],
  };
}
