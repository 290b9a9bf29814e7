import { countText, figure, listText, ordinalText } from './format.ts';

/** The places chance leaves open to one area. */
export interface NamedPlaces {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** `These five areas cannot be told apart.` */
export function describeAnswer(canBeToldApart: boolean, areas: number): string {
  const these = areas === 2 ? 'These two areas' : `These ${countText(areas)} areas`;
  if (areas === 2) return canBeToldApart ? `${these} can be told apart.` : `${these} cannot be told apart.`;
  return canBeToldApart
    ? `Some of these ${countText(areas)} areas can be told apart.`
    : `${these} cannot be told apart.`;
}

/**
 * Sets the answer beside the flags where the two differ: areas are flagged against the others taken together, at
 * 99.8%; the answer is of single areas against each other. Null where they agree.
 */
export function describeBoth(
  canBeToldApart: boolean,
  flagged: readonly string[],
  areas: number,
): string | null {
  if (canBeToldApart === flagged.length > 0) return null;
  if (areas === 2)
    return canBeToldApart
      ? 'These two can be told apart at 95%, but do not differ at the 99.8% at which areas are called different.'
      : 'These two differ in the comparison at 99.8%; the broader test made here does not show it.';
  if (canBeToldApart)
    return 'No area differs from the others taken together, but some single areas can be told apart from each other.';
  const verb = flagged.length === 1 ? 'differs' : 'each differ';
  return `${listText(flagged)} ${verb} from the other areas taken together; between single areas no difference is shown.`;
}

/** `Areas of one true value would lie as far apart as these, or further, in 34% of cases.` */
export function describeNoise(chance: number): string {
  return `Areas that share one true value would lie as far apart as these, or further, ${chanceText(chance)}.`;
}

function chanceText(chance: number): string {
  if (chance < 0.001) return 'less than once in 1,000 times';
  if (chance < 0.01) return `about once in ${figure(Math.round(1 / chance / 10) * 10, 0)} times`;
  return `in ${figure(chance * 100, 0)}% of cases`;
}

/** Which places an area could hold; areas keep their own order. */
export function describePlaces(places: readonly NamedPlaces[], areas: number): string {
  const told = places.filter(({ from, to }) => to - from + 1 < areas);
  if (told.length === 0) return 'Any of them could hold any place, so no order of them means anything.';
  const parts = told.map(({ name, from, to }) => {
    if (from === to) return `${name} ${ordinalText(from)}`;
    return `${name} ${ordinalText(from)} to ${ordinalText(to)}`;
  });
  const rest = told.length < areas ? '; the others could hold any place' : '';
  return `Counted from the highest value, chance leaves ${listText(parts)}${rest}.`;
}

/** `The smallest difference …` with the chance that it would be shown. */
export function describeSmallestGap(gap: string | null, power: number): string {
  if (gap === null)
    return `With so few cases not even the largest possible difference would be shown ${figure(power * 100, 0)}% of the time.`;
  return `The smallest difference between two of these areas that this much data would show ${figure(power * 100, 0)}% of the time is ${gap}.`;
}
