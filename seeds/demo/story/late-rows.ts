/**
 * Shares of rows that reach the system late or are put right, so that each release revises the ones before:
 * a month's figures move a little in the next release or two, then settle.
 */
export const lateness = {
  /** Of what is late, known in the next month; the rest a month after. */
  withinNextMonth: 0.8,
  /** Calls that appear late altogether. */
  incidentRow: 0.005,
  /** Calls whose arrival time is added later. */
  arrival: 0.014,
  /** Calls marked as domestic abuse later. */
  incidentFlag: 0.003,
  /** Calls first placed in the force only. */
  place: 0.0015,
  /** Domestic abuse crimes marked so later. */
  crimeFlag: 0.008,
  /** Outcomes entered a month after they were decided. */
  outcome: 0.03,
  /** Interviews that the supplier delivers a month later. */
  interview: 0.02,
  /** Notices and orders whose forms come a month later. */
  order: 0.025,
  /** Referrals entered a month later. */
  referral: 0.02,
} as const;
