import { weighted } from '../random.ts';
import type { OffenceGroup } from './offences.ts';

type Days = readonly [median: number, spread: number];

/** How investigations of one sort end: shares by Home Office outcome type, and the days they take. */
export interface OutcomeProfile {
  /** Share that would be charged if charging were at its highest of the whole span. */
  chargeable: number;
  /** Outcome of those that are not charged. */
  otherwise: (uniform: number) => string;
  /** Share of charges made out of custody within two days. */
  custody: number;
  /** Median days, and spread of their logarithm, to a charge outside custody, to 15, to 16 and to the rest. */
  days: Record<'charge' | 'oc15' | 'oc16' | 'rest', Days>;
}

/** Weights by outcome type. */
type Weights = Readonly<Record<number, number>>;

const usualDays = { charge: [105, 0.85], oc15: [72, 0.95], oc16: [32, 1.15], rest: [55, 1.1] } as const;
const quickDays = { charge: [60, 0.9], oc15: [48, 1.0], oc16: [28, 1.1], rest: [12, 1.3] } as const;
const slowDays = { charge: [290, 0.6], oc15: [205, 0.8], oc16: [105, 1.0], rest: [150, 0.9] } as const;
const controlDays = { ...usualDays, charge: [170, 0.7], oc15: [110, 0.9] } as const;

const rareEverywhere: Weights = { 5: 0.1, 9: 0.3, 11: 0.2, 12: 0.4, 13: 0.3, 17: 0.6 };

function profile(
  chargeable: number,
  custody: number,
  days: OutcomeProfile['days'],
  weights: Weights,
): OutcomeProfile {
  const members = Object.entries({ ...rareEverywhere, ...weights });
  return { chargeable, custody, days, otherwise: weighted(members) };
}

const domesticUsual: Weights = {
  2: 0.2,
  3: 1.3,
  8: 1.4,
  10: 1.5,
  14: 6.5,
  15: 15.5,
  16: 51.5,
  18: 5,
  20: 2.2,
  21: 3,
  22: 1,
};
const domestic = {
  usual: profile(0.112, 0.45, usualDays, domesticUsual),
  breach: profile(0.42, 0.7, quickDays, { 10: 3, 14: 2, 15: 11, 16: 28, 18: 2, 20: 1, 21: 5 }),
  control: profile(0.07, 0.3, controlDays, { 14: 4, 15: 27, 16: 57, 18: 1, 20: 1, 21: 1, 22: 1 }),
};

const violence: Weights = {
  2: 0.3,
  3: 0.9,
  8: 2.6,
  10: 2.5,
  14: 12,
  15: 25,
  16: 32,
  18: 15,
  20: 3.5,
  21: 3.5,
  22: 1.2,
};
const general: Weights = {
  3: 0.7,
  6: 0.1,
  8: 1.3,
  10: 0.9,
  14: 5,
  15: 8.5,
  16: 7.5,
  18: 63,
  20: 1.2,
  21: 4,
  22: 0.6,
};
const others = {
  violence: profile(0.105, 0.3, usualDays, violence),
  harm: profile(0.06, 0.15, usualDays, { 8: 1.5, 14: 13, 15: 28, 16: 34, 18: 17, 20: 2.5, 21: 3.5, 22: 0.6 }),
  general: profile(0.098, 0.4, quickDays, general),
};

const stalking = profile(0.068, 0.35, usualDays, {
  3: 0.6,
  8: 0.4,
  14: 4,
  15: 24,
  16: 60,
  18: 2.5,
  20: 1,
  21: 1.5,
  22: 0.5,
});
const rape = profile(0.085, 0.12, slowDays, { 10: 0.4, 14: 6, 15: 21, 16: 62, 18: 4, 20: 1, 21: 1 });
const otherSexual = profile(0.115, 0.2, slowDays, {
  3: 0.6,
  8: 0.6,
  14: 9,
  15: 26,
  16: 37,
  18: 16,
  20: 3,
  21: 2,
  22: 0.6,
});

/** The profile of a crime. Rape and other sexual offences take longest to conclude. */
export function outcomeProfile(group: OffenceGroup, isDomestic: boolean): OutcomeProfile {
  if (group === 'rape') return rape;
  if (group === 'other_sexual') return otherSexual;
  if (group === 'stalking') return stalking;
  if (isDomestic) {
    if (group === 'breach_of_order') return domestic.breach;
    return group === 'coercive_control' ? domestic.control : domestic.usual;
  }
  if (group === 'violence_with_injury' || group === 'violence_without_injury') return others.violence;
  return group === 'harassment' || group === 'coercive_control' ? others.harm : others.general;
}
