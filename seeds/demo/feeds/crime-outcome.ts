import { monthOfDay } from '../clock.ts';
import type { Random } from '../random.ts';
import { areaDifferences } from '../story/area-differences.ts';
import { arrestChance } from '../story/arrests.ts';
import { chargeLevel, moved16To15, resolvedInstead, uncharged15 } from '../story/charging.ts';
import { type OutcomeProfile, outcomeProfile } from '../story/outcome-profiles.ts';
import { withdrawalReason, withdrawalRecorded, withdrawalStage } from '../story/withdrawal.ts';
import type { CrimeKind } from './crime-kind.ts';

const longestDays = 1100;

/** How an investigation ends, in days since 1970; 0 = it does not. */
export interface Investigation {
  suspectIdentified: boolean;
  arrestedOn: number;
  outcome: string;
  outcomeOn: number;
  withdrawalStage: string;
  withdrawalReason: string;
}

/** Follows a crime from the day it was recorded to its end, however far ahead that lies. */
export function investigate(
  kind: CrimeKind,
  recordedOn: number,
  month: number,
  random: Random,
): Investigation {
  const profile = outcomeProfile(kind.group, kind.isDomestic);
  const area = kind.district.lpaIndex;
  const wouldCharge = random.chance(profile.chargeable * areaDifferences.charge[area]);
  const arrested = random.next() < arrestGiven(wouldCharge, kind, month, profile.chargeable);
  const arrestDelay = arrestDays(random);
  const fromCustody = wouldCharge && arrested && random.chance(profile.custody / 0.85);
  const ending = profile.otherwise(random.next());
  const days = fromCustody
    ? arrestDelay + random.below(2)
    : Math.min(longestDays, Math.round(delayOf(wouldCharge ? '1' : ending, profile, random)));
  const outcomeOn = recordedOn + days;
  const outcome = settle(wouldCharge, ending, kind, monthOfDay(outcomeOn), fromCustody, random);
  const neverEnds = random.chance(0.012);
  const supportEnded = outcome === '14' || outcome === '16';
  const noted = supportEnded && random.chance(withdrawalRecorded(monthOfDay(outcomeOn)));
  return {
    suspectIdentified: arrested || !['14', '18', '21', '20'].includes(ending) || wouldCharge,
    arrestedOn: arrested ? recordedOn + arrestDelay : 0,
    outcome: neverEnds ? '' : outcome,
    outcomeOn: neverEnds ? 0 : outcomeOn,
    withdrawalStage: noted && !neverEnds ? withdrawalStage(random.next()) : '',
    withdrawalReason: noted && !neverEnds ? withdrawalReason(random.next()) : '',
  };
}

/** Those who would be charged are mostly arrested; the others make up the arrest rate of the month. */
function arrestGiven(wouldCharge: boolean, kind: CrimeKind, month: number, chargeable: number): number {
  if (wouldCharge) return 0.85;
  const overall = arrestChance(month, kind.isDomestic) * areaDifferences.arrest[kind.district.lpaIndex];
  return Math.max(0, (overall - 0.85 * chargeable) / (1 - chargeable));
}

function arrestDays(random: Random): number {
  const draw = random.next();
  if (draw < 0.66) return random.below(2);
  return draw < 0.92 ? 2 + random.below(20) : 20 + random.below(70);
}

function delayOf(outcome: string, profile: OutcomeProfile, random: Random): number {
  const which = outcome === '1' ? 'charge' : outcome === '15' ? 'oc15' : outcome === '16' ? 'oc16' : 'rest';
  const [median, spread] = profile.days[which];
  return random.lognormal(median, spread);
}

/** The outcome given the month in which it is decided, where the story of charging acts. */
function settle(
  wouldCharge: boolean,
  ending: string,
  kind: CrimeKind,
  decidedIn: number,
  fromCustody: boolean,
  random: Random,
): string {
  const [first, second] = [random.next(), random.next()];
  if (wouldCharge) {
    const level = chargeLevel[kind.isDomestic ? 'domestic' : 'other'](decidedIn);
    if (first < level) return second < 0.04 && !fromCustody ? '1A' : '1';
    return second < uncharged15 ? '15' : '16';
  }
  if (ending === '16' && kind.isDomestic && first < moved16To15(decidedIn)) return '15';
  const canResolve = ending === '14' || ending === '15' || ending === '18';
  if (canResolve && second < resolvedInstead(decidedIn)) return second < 0.008 ? '22' : '8';
  return ending;
}
