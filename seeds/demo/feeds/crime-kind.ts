import { monthName } from '../../../server/src/stats/time/calendar.ts';
import { climate } from '../climate.ts';
import { type District, pickDistrict } from '../places.ts';
import { Random } from '../random.ts';
import { type OffenceGroup, offenceMix } from '../story/offences.ts';
import { volumes } from '../story/volumes.ts';
import { monthlyMean } from '../volume.ts';

export interface CrimeKind {
  isDomestic: boolean;
  group: OffenceGroup;
  district: District;
}

/** What one month's crimes are, before anything is done about them. Anyone may ask about any one of them. */
export interface CrimeMonth {
  count: number;
  /** Crimes of each sort a month like it brings. */
  expected: { domestic: number; other: number };
  kindOf(index: number): CrimeKind;
  referenceOf(index: number): string;
}

/** Reads the crimes of a month; the referrals look here for a crime to refer. */
export function createCrimeMonths(seed: number, scale: number): (month: number) => CrimeMonth {
  const mood = {
    domestic: climate(seed, 'crimes/da', 0.5, 0.025),
    other: climate(seed, 'crimes', 0.6, 0.02),
  };
  return (month) => {
    const name = monthName(month);
    const domestic = monthlyMean(volumes.crimesDomestic, 'domestic', month) * mood.domestic(month);
    const other = monthlyMean(volumes.crimesOther, 'other', month) * mood.other(month);
    const share = domestic / (domestic + other);
    const random = new Random(seed, `crime-kinds/${name}`);
    return {
      count: Math.max(1, random.at(-1).poisson((domestic + other) * scale)),
      expected: { domestic: domestic * scale, other: other * scale },
      kindOf(index) {
        random.at(index);
        const isDomestic = random.chance(share);
        const group = offenceMix[isDomestic ? 'domestic' : 'other'](random.next());
        return { isDomestic, group, district: pickDistrict(random.next()) };
      },
      referenceOf: (index) => `C-${name.slice(2, 4)}${name.slice(5)}-${String(index + 1).padStart(6, '0')}`,
    };
  };
}
