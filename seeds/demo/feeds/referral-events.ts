import type { Random } from '../random.ts';
import type { ReferralLevels } from '../story/referral-levels.ts';

export interface ReferralEvent {
  event:
    | 'submitted'
    | 'rejected_at_triage'
    | 'allocated'
    | 'action_plan'
    | 'resubmitted'
    | 'decided'
    | 'finalised';
  /** Days since 1970. */
  day: number;
  decision: string;
}

const mostRounds = 4;
const finalisedAfterDays = 92;

/**
 * The life of one suspect's file: submitted, perhaps rejected at triage or returned with an action plan and
 * resubmitted, and at last decided; or finalised when it never comes back.
 */
export function referralLife(
  levels: ReferralLevels,
  month: number,
  day: number,
  random: Random,
): ReferralEvent[] {
  const events: ReferralEvent[] = [{ event: 'submitted', day, decision: '' }];
  const allocationMedian = levels.allocationDays(month);
  let today = day;
  const add = (event: ReferralEvent['event'], days: number, decision = '') => {
    today += days;
    events.push({ event, day: today, decision });
  };
  for (let round = 1; round <= mostRounds; round++) {
    const again = round === 1 ? 1 : 0.5;
    if (random.chance(levels.rejected * again)) {
      add('rejected_at_triage', 1 + random.below(5));
    } else {
      add('allocated', wait(allocationMedian, 0.72, random));
      if (!random.chance(levels.actionPlan * again)) break;
      add('action_plan', wait(levels.decisionDays, 0.6, random));
    }
    if (round === mostRounds || random.chance(0.16)) {
      add('finalised', finalisedAfterDays);
      return events;
    }
    add('resubmitted', wait(levels.policeDays, 0.7, random));
  }
  const draw = random.next();
  const charged = levels.charged(month);
  const decision = draw < charged ? 'charged' : draw < 0.965 ? 'no_further_action' : 'out_of_court';
  add('decided', wait(levels.decisionDays, 0.7, random), decision);
  return events;
}

/** The life of a request for early advice: no decision is made. */
export function adviceLife(
  levels: ReferralLevels,
  month: number,
  day: number,
  random: Random,
): ReferralEvent[] {
  const allocatedDay = day + wait(levels.allocationDays(month), 0.6, random);
  return [
    { event: 'submitted', day, decision: '' },
    { event: 'allocated', day: allocatedDay, decision: '' },
    { event: 'finalised', day: allocatedDay + wait(levels.decisionDays, 0.5, random), decision: '' },
  ];
}

function wait(median: number, spread: number, random: Random): number {
  return Math.max(1, Math.round(random.lognormal(median, spread)));
}
