import { weighted } from '../random.ts';
import type { OffenceGroup } from './offences.ts';

/** How investigations of one sort end: weights by Home Office outcome type, and days they take. */
export interface OutcomeProfile {
  /** Share that would be charged if charging were at its highest of the whole span. */
  chargeable: number;
  /** Outcome of those that are not charged. */
  otherwise: (uniform: number) => string;
  /** Share of charges made out of custody within two days. */
  custody: number;
  /** Median days, and spread, to a charge outside custody, to 15, to 16 and to the rest. */
  days: Record<'charge' | 'oc15' | 'oc16' | 'rest', readonly [median: number, spread: number]>;
}

type Weights = readonly (readonly [code: string, weight: number])[];

const usualDays = { charge: [105, 0.85], oc15: [72, 0.95], oc16: [32, 1.15], rest: [55, 1.1] } as const;
const slowDays = { charge: [290, 0.6], oc15: [205, 0.8], oc16: [105, 1.0], rest: [150, 0.9] } as const;
const quickDays = { charge: [60, 0.9], oc15: [48, 1.0], oc16: [28, 1.1], rest: [12, 1.3] } as const;

const small: Weights = [
  ['9', 0.3],
  ['11', 0.2],
  ['12', 0.4],
  ['13', 0.3],
  ['17', 0.6],
  ['5', 0.1],
];

function profile(
  chargeable: number,
  custody: number,
  days: OutcomeProfile['days'],
  main: Weights,
): OutcomeProfile {
  return { chargeable, custody, days, otherwise: weighted([...main, ...small]) };
}

const domestic = {
  usual: profile(0.118, 0.45, usualDays, [
    ['16', 55],
    ['15', 18.5],
    ['14', 5],
    ['18', 3],
    ['8', 2.2],
    ['3', 1.3],
    ['2', 0.2],
    ['22', 1.4],
    ['10', 1],
    ['20', 1.2],
    ['21', 1.6],
  ]),
  breach: profile(0.42, 0.7, quickDays, [
    ['16', 26],
    ['15', 13],
    ['14', 2],
    ['18', 2],
    ['10', 3],
    ['21', 5],
    ['20', 1],
  ]),
  coercive: profile(0.07, 0.3, { ...usualDays, oc15: [110, 0.9], charge: [170, 0.7] }, [
    ['16', 53],
    ['15', 31],
    ['14', 4],
    ['18', 1],
    ['22', 1],
    ['20', 1],
    ['21', 1],
  ]),
};

const others = {
  violence: profile(0.105, 0.3, usualDays, [
    ['16', 31],
    ['15', 25],
    ['14', 11],
    ['18', 13],
    ['8', 7],
    ['3', 1.5],
    ['2', 0.4],
    ['22', 1.6],
    ['10', 2],
    ['20', 3],
    ['21', 2.5],
  ]),
  harm: profile(0.06, 0.15, usualDays, [
    ['16', 34],
    ['15', 28],
    ['14', 12],
    ['18', 15],
    ['8', 4],
    ['22', 0.8],
    ['20', 2],
    ['21', 3],
  ]),
  general: profile(0.098, 0.4, quickDays, [
    ['18', 60],
    ['15', 8.5],
    ['16', 7.5],
    ['14', 5],
    ['8', 3.4],
    ['3', 1.3],
    ['6', 0.1],
    ['22', 0.7],
    ['10', 0.8],
    ['20', 1],
    ['21', 3.4],
  ]),
};

const stalking = profile(0.068, 0.35, usualDays, [
  ['16', 58],
  ['15', 27],
  ['14', 4],
  ['18', 2.5],
  ['22', 0.8],
  ['3', 0.8],
  ['8', 0.6],
  ['20', 0.8],
  ['21', 1],
]);

const rape = profile(0.085, 0.12, slowDays, [
  ['16', 62],
  ['15', 21],
  ['14', 6],
  ['18', 4],
  ['20', 1],
  ['10', 0.4],
  ['21', 1],
  ['22', 0.1],
]);

const otherSexual = profile(0.115, 0.2, slowDays, [
  ['16', 36],
  ['15', 26],
  ['14', 9],
  ['18', 16],
  ['20', 3],
  ['8', 1],
  ['3', 0.6],
  ['22', 0.8],
  ['21', 2],
]);

/** The profile of a crime. Rape and other sexual offences take longest to conclude. */
export function outcomeProfile(group: OffenceGroup, isDomestic: boolean): OutcomeProfile {
  if (group === 'rape') return rape;
  if (group === 'other_sexual') return otherSexual;
  if (group === 'stalking') return stalking;
  if (isDomestic) {
    if (group === 'breach_of_order') return domestic.breach;
    return group === 'coercive_control' ? domestic.coercive : domestic.usual;
  }
  if (group === 'violence_with_injury' || group === 'violence_without_injury') return others.violence;
  return group === 'harassment' || group === 'coercive_control' ? others.harm : others.general;
}
