import { monthName } from '../../server/src/stats/time/calendar.ts';
import { Random, weighted } from './random.ts';

const sexes = {
  domestic: weighted([
    ['female', 0.74],
    ['male', 0.26],
  ] as const),
  other: weighted([
    ['female', 0.46],
    ['male', 0.54],
  ] as const),
};
const ages = weighted([
  ['under_18', 0.06],
  ['18_24', 0.18],
  ['25_34', 0.28],
  ['35_44', 0.22],
  ['45_54', 0.15],
  ['55_64', 0.07],
  ['65_plus', 0.04],
] as const);
const ethnicities = weighted([
  ['white', 0.915],
  ['asian', 0.035],
  ['black', 0.015],
  ['mixed', 0.02],
  ['other', 0.015],
] as const);

/** A person is named after the crime that first brought them in: its month and its number among its like. */
export interface Seen {
  month: number;
  ordinal: number;
  isDomestic: boolean;
}

export interface Victim {
  key: string;
  sex: string;
  ageBand: string;
  ethnicity: string;
}

/** The pseudonym of a victim; that of the person who usually offends against them differs by its letter. */
export function personKey(letter: 'V' | 'S', { month, ordinal, isDomestic }: Seen): string {
  const number = ordinal * 2 + (isDomestic ? 1 : 0);
  return `${letter}${monthName(month).replace('-', '')}${String(number).padStart(5, '0')}`;
}

/**
 * Someone met before: mostly in the last months, and more often one of the few who come back again and again.
 * @param monthlyPeople how many people of this sort a month brings in
 */
export function someoneSeenBefore(now: Seen, monthlyPeople: number, random: Random): Seen {
  const monthsBack = 1 + Math.floor(-5 * Math.log(1 - random.next()));
  const ordinal = Math.floor(monthlyPeople * random.next() ** 1.5);
  return { month: now.month - monthsBack, ordinal, isDomestic: now.isDomestic };
}

/** Characteristics of people, the same every time they are met. */
export class People {
  private readonly traits: Random;

  constructor(seed: number) {
    this.traits = new Random(seed, 'people');
  }

  victim(seen: Seen): Victim {
    const random = this.traits.at((seen.month * 16_384 + seen.ordinal) * 2 + (seen.isDomestic ? 1 : 0));
    const sex = sexes[seen.isDomestic ? 'domestic' : 'other'](random.next());
    const ageBand = ages(random.next());
    const ethnicity = ethnicities(random.next());
    return {
      key: personKey('V', seen),
      sex: random.chance(0.02) ? '' : sex,
      ageBand: random.chance(0.03) ? '' : ageBand,
      ethnicity: random.chance(0.21) ? '' : ethnicity,
    };
  }
}
