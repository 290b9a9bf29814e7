import { dayName, monthName } from '../../../server/src/stats/time/calendar.ts';
import { daysIn, firstDayOf, monthOfDay } from '../clock.ts';
import type { FeedMaker, MakeContext } from '../context.ts';
import { forceCode } from '../places.ts';
import { Random } from '../random.ts';
import { lateness } from '../story/late-rows.ts';
import { type CrimeKind, createCrimeMonths } from './crime-kind.ts';
import { type Investigation, investigate } from './crime-outcome.ts';
import { type CrimePeople, createCrimePeople } from './crime-people.ts';
import type { StalkingTally } from './returns.ts';

export const crimeColumns = [
  'crime_ref',
  'area_code',
  'recorded_on',
  'offence_group',
  'domestic_abuse',
  'outcome_type',
  'outcome_on',
  'suspect_identified',
  'arrested_on',
  'victim_key',
  'suspect_key',
  'withdrawal_stage',
  'withdrawal_reason',
  'victim_sex',
  'victim_age_band',
  'victim_ethnicity',
  'relationship',
  'risk',
] as const;

interface Crime extends CrimePeople {
  reference: string;
  area: string;
  recordedOn: number;
  kind: CrimeKind;
  investigation: Investigation;
  /** Months in which the arrest, the outcome and the domestic abuse mark reached the system. */
  arrestKnown: number;
  outcomeKnown: number;
  flagKnown: number;
}

/** The crime system: one row per crime, seen again each time an arrest or an outcome is added. */
export function createCrimes(context: MakeContext, tally: StalkingTally): FeedMaker {
  const { seed, scale } = context;
  const files = context.open('crimes', crimeColumns);
  const monthsOf = createCrimeMonths(seed, scale);
  const peopleOf = createCrimePeople(seed);
  return {
    makeMonth(month) {
      const crimes = monthsOf(month);
      const random = new Random(seed, `crimes/${monthName(month)}`);
      const ordinals = { domestic: 0, other: 0 };
      for (let index = 0; index < crimes.count; index++) {
        const kind = crimes.kindOf(index);
        random.at(index);
        const recordedOn =
          firstDayOf(month) + Math.floor(((index + random.next()) / crimes.count) * daysIn(month));
        const investigation = investigate(kind, recordedOn, month, random);
        tally.add(kind, investigation);
        const sort = kind.isDomestic ? 'domestic' : 'other';
        const seen = { month, ordinal: ordinals[sort]++, isDomestic: kind.isDomestic };
        const crime: Crime = {
          reference: crimes.referenceOf(index),
          area: random.chance(0.003) ? forceCode : kind.district.code,
          recordedOn,
          kind,
          investigation,
          ...peopleOf(seen, crimes.expected[sort], random),
          ...drawDelays(kind, month, investigation, random),
        };
        files.addVersions(knownMonths(crime, month), month, (asAt) => row(crime, asAt));
      }
    },
    close: () => files.close(),
  };
}

function drawDelays(kind: CrimeKind, month: number, investigation: Investigation, random: Random) {
  const late = random.next();
  const flagLate = kind.isDomestic && random.chance(lateness.crimeFlag);
  return {
    arrestKnown: investigation.arrestedOn === 0 ? 0 : monthOfDay(investigation.arrestedOn),
    outcomeKnown:
      investigation.outcomeOn === 0
        ? 0
        : monthOfDay(investigation.outcomeOn) + (late < lateness.outcome ? 1 : 0),
    flagKnown: month + (flagLate ? 1 + random.below(2) : 0),
  };
}

/** The months, ascending, at which the row changes. */
function knownMonths(crime: Crime, month: number): number[] {
  const months = [month];
  const later = [crime.flagKnown, crime.arrestKnown, crime.outcomeKnown].filter((known) => known > month);
  for (const known of later.sort((a, b) => a - b))
    if (known !== months[months.length - 1]) months.push(known);
  return months;
}

function row(crime: Crime, asAt: number): string {
  const { investigation, victim } = crime;
  const flagged = crime.kind.isDomestic && crime.flagKnown <= asAt;
  const ended = crime.outcomeKnown > 0 && crime.outcomeKnown <= asAt;
  const arrested = crime.arrestKnown > 0 && crime.arrestKnown <= asAt;
  const outcome = ended ? `${investigation.outcome},${dayName(investigation.outcomeOn)}` : ',';
  const identified = investigation.suspectIdentified;
  const withdrawal = ended ? `${investigation.withdrawalStage},${investigation.withdrawalReason}` : ',';
  const abuse = flagged ? `${crime.relationship},${crime.risk}` : ',';
  return `${crime.reference},${crime.area},${dayName(crime.recordedOn)},${crime.kind.group},${flagged},${outcome},${identified},${arrested ? dayName(investigation.arrestedOn) : ''},${victim.key},${identified ? crime.suspectKey : ''},${withdrawal},${victim.sex},${victim.ageBand},${victim.ethnicity},${abuse}`;
}
