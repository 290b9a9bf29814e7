import { People, personKey, type Seen, someoneSeenBefore, type Victim } from '../people.ts';
import { type Random, weighted } from '../random.ts';

const relationships = weighted([
  ['intimate', 0.72],
  ['familial', 0.24],
  ['', 0.04],
] as const);
const risks = weighted([
  ['standard', 0.6],
  ['medium', 0.28],
  ['high', 0.1],
  ['', 0.02],
] as const);

/** Who a crime concerns; blank where the system does not say. */
export interface CrimePeople {
  victim: Victim;
  suspectKey: string;
  relationship: string;
  risk: string;
}

/**
 * Draws the people of a crime: about a third of domestic abuse victims have been met before, mostly with the
 * same suspect; some suspects turn up with several victims.
 */
export function createCrimePeople(
  seed: number,
): (now: Seen, monthlyPeople: number, random: Random) => CrimePeople {
  const people = new People(seed);
  return (now, monthlyPeople, random) => {
    const isRepeat = random.chance(now.isDomestic ? 0.42 : 0.08);
    const person = isRepeat ? someoneSeenBefore(now, monthlyPeople, random) : now;
    const otherSuspect = random.chance(0.22);
    const suspect = otherSuspect ? someoneSeenBefore(now, monthlyPeople, random) : person;
    const relationship = relationships(random.next());
    const risk = risks(random.next());
    const victim = people.victim(person);
    if (random.chance(now.isDomestic ? 0.03 : 0.1)) victim.key = '';
    return {
      victim,
      suspectKey: personKey('S', suspect),
      relationship: now.isDomestic ? relationship : 'other',
      risk: now.isDomestic ? risk : '',
    };
  };
}
