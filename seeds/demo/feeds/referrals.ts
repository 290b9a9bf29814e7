import { dayName, monthName } from '../../../server/src/stats/time/calendar.ts';
import { climate } from '../climate.ts';
import { daysIn, firstDayOf, monthOfDay } from '../clock.ts';
import type { FeedMaker, MakeContext } from '../context.ts';
import { Random } from '../random.ts';
import { lateness } from '../story/late-rows.ts';
import { type ReferralFlag, referralLevels } from '../story/referral-levels.ts';
import { type CrimeKind, createCrimeMonths } from './crime-kind.ts';
import { adviceLife, referralLife } from './referral-events.ts';

export const referralColumns = [
  'referral_ref',
  'crime_ref',
  'area_code',
  'flag',
  'kind',
  'event',
  'event_on',
  'sequence',
  'decision',
] as const;

const mostTries = 400;

const belongs: Record<ReferralFlag, (kind: CrimeKind) => boolean> = {
  domestic_abuse: (kind) => kind.isDomestic && kind.group !== 'rape' && kind.group !== 'other_sexual',
  rape: (kind) => kind.group === 'rape',
  other_sexual: (kind) => kind.group === 'other_sexual',
  stalking: (kind) => kind.group === 'stalking' && !kind.isDomestic,
};

/** Cases sent to the Crown Prosecution Service: one row per dated event, one series per suspect. */
export function createReferrals(context: MakeContext): FeedMaker {
  const { seed, scale, plan } = context;
  const files = context.open('referrals', referralColumns);
  const crimesOf = createCrimeMonths(seed, scale);
  const mood = climate(seed, 'referrals', 0.4, 0.03);
  return {
    makeMonth(month) {
      for (const flag of Object.keys(referralLevels) as ReferralFlag[]) {
        makeKind(month, flag, 'charging_decision');
        makeKind(month, flag, 'early_advice');
      }
    },
    close: () => files.close(),
  };

  function makeKind(month: number, flag: ReferralFlag, kind: 'charging_decision' | 'early_advice'): void {
    const name = monthName(month);
    const levels = referralLevels[flag];
    const isDecision = kind === 'charging_decision';
    const level = isDecision ? levels.submitted : levels.earlyAdvice;
    const random = new Random(seed, `referrals/${flag}/${kind}/${name}`);
    const count = random.at(-1).poisson(level(month) * mood(month) * scale);
    const prefix = `${isDecision ? 'P' : 'A'}${flag[0].toUpperCase()}-${name.slice(2, 4)}${name.slice(5)}`;
    for (let index = 0; index < count; index++) {
      random.at(index);
      const day = firstDayOf(month) + random.below(daysIn(month));
      const late = random.chance(lateness.referral) ? 1 : 0;
      const life = (isDecision ? referralLife : adviceLife)(levels, month, day, random);
      const crime = findCrime(month, flag, random);
      const start = `${prefix}-${String(index + 1).padStart(4, '0')},${crime.reference},${crime.area},${flag},${kind}`;
      for (const [position, { event, day: eventDay, decision }] of life.entries()) {
        const line = `${start},${event},${dayName(eventDay)},${position + 1},${decision}`;
        const eventMonth = monthOfDay(eventDay);
        files.add(line, eventMonth, eventMonth + late);
      }
    }
  }

  /** A crime of the right sort from one to eight months before; nameless where it lies before the span. */
  function findCrime(month: number, flag: ReferralFlag, random: Random): { reference: string; area: string } {
    const recordedIn = month - Math.min(1 + Math.floor(-2 * Math.log(1 - random.next())), 8);
    const crimes = crimesOf(recordedIn);
    let index = random.below(crimes.count);
    for (let tried = 0; tried < mostTries && !belongs[flag](crimes.kindOf(index)); tried++) {
      index = random.below(crimes.count);
    }
    const reference = recordedIn < plan.from ? '' : crimes.referenceOf(index);
    return { reference, area: crimes.kindOf(index).district.code };
  }
}
