import { type Curve, curve } from '../curve.ts';

export type ReferralFlag = 'domestic_abuse' | 'rape' | 'other_sexual' | 'stalking';

/** How cases of one flag move between the police and the Crown Prosecution Service. Days are medians. */
export interface ReferralLevels {
  /** Suspects submitted for a charging decision in a month. */
  submitted: Curve;
  /** Files sent for early advice in a month. */
  earlyAdvice: Curve;
  /** Days from submission to allocation, the subject of the 28-day agreement. */
  allocationDays: Curve;
  decisionDays: number;
  policeDays: number;
  rejected: number;
  actionPlan: number;
  charged: Curve;
}

/**
 * Domestic abuse referrals fall while arrests rise, then recover from early 2023; rape referrals rise, and so
 * does the backlog over 28 days in 2023.
 */
export const referralLevels: Record<ReferralFlag, ReferralLevels> = {
  domestic_abuse: {
    submitted: curve(
      ['2019-04', 212],
      ['2020-06', 203],
      ['2021-06', 193],
      ['2022-10', 178],
      ['2023-02', 192],
      ['2023-11', 222],
    ),
    earlyAdvice: curve(['2019-04', 3], ['2023-04', 4], ['2023-11', 10]),
    allocationDays: curve(['2019-04', 8], ['2023-11', 8.5]),
    decisionDays: 6,
    policeDays: 18,
    rejected: 0.08,
    actionPlan: 0.17,
    charged: curve(['2019-04', 0.755], ['2022-12', 0.755], ['2023-11', 0.785]),
  },
  rape: {
    submitted: curve(['2019-04', 19], ['2021-04', 22], ['2022-12', 27], ['2023-11', 33]),
    earlyAdvice: curve(['2019-04', 6], ['2021-06', 9], ['2023-11', 16]),
    allocationDays: curve(['2019-04', 13], ['2022-12', 14], ['2023-11', 25]),
    decisionDays: 35,
    policeDays: 40,
    rejected: 0.14,
    actionPlan: 0.38,
    charged: curve(['2019-04', 0.64], ['2023-11', 0.7]),
  },
  other_sexual: {
    submitted: curve(['2019-04', 15], ['2023-11', 17]),
    earlyAdvice: curve(['2019-04', 1], ['2023-11', 2]),
    allocationDays: curve(['2019-04', 11], ['2023-11', 14]),
    decisionDays: 20,
    policeDays: 30,
    rejected: 0.1,
    actionPlan: 0.28,
    charged: curve(['2019-04', 0.71], ['2023-11', 0.73]),
  },
  stalking: {
    submitted: curve(['2019-04', 8], ['2021-04', 12], ['2023-11', 15]),
    earlyAdvice: curve(['2019-04', 0.3], ['2023-11', 0.5]),
    allocationDays: curve(['2019-04', 9], ['2023-11', 9]),
    decisionDays: 9,
    policeDays: 20,
    rejected: 0.08,
    actionPlan: 0.18,
    charged: curve(['2019-04', 0.74], ['2023-11', 0.76]),
  },
};
