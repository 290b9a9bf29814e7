import type { CountMetric, ProportionMetric, SnapshotMetric } from '../definition.ts';

const common = {
  version: 1,
  versionFrom: '2019-04-01',
  cube: 'referral_event',
  owner: 'Criminal justice department',
  settles: { afterMonths: 1, reason: 'late-rows' },
} as const;

const UNIT_CAVEAT =
  'The unit is a suspect, not a crime: never divide referrals by crimes as if they were one thing.';

/** For the chart: its rules take months to be apart. */
const SHARED_CASES =
  'Cases waiting over a month are in both months, so neighbouring months resemble each other and a run or a trend is more easily chance.';

export const referrals: CountMetric = {
  ...common,
  kind: 'count',
  id: 'cps.referrals',
  label: 'Suspects referred to the CPS',
  meaning: 'How many suspects were submitted to the Crown Prosecution Service.',
  polarity: 'neutral',
  decimals: 0,
  overTime: 'sum',
  overAreas: 'sum',
  dimensions: [
    { id: 'flag', role: 'partition' },
    { id: 'kind', role: 'choice', default: 'charging_decision' },
  ],
  numeratorText: 'Suspects submitted for a charging decision, or for early advice',
  denominatorText: '',
  count: () => ({ of: { count: 'events' }, where: [{ event: ['submitted'] }] }),
  terms: [
    ['Counts', 'First submissions, by the day submitted'],
    ['Leaves out', 'Resubmissions; early advice, which is counted apart'],
  ],
  caveats: [
    UNIT_CAVEAT,
    'Flags may be added later.',
    'More referrals may mean more use of powers, more recording, or more violence.',
  ],
};

export const chargingRate: ProportionMetric = {
  ...common,
  kind: 'proportion',
  id: 'cps.charging-rate',
  label: 'CPS charging rate',
  meaning: 'Share of the CPS’s legal decisions that are to charge.',
  polarity: 'higher-is-better',
  decimals: 1,
  overTime: 'sum',
  overAreas: 'sum',
  dimensions: [{ id: 'flag', role: 'partition' }],
  numeratorText: 'Decisions to charge',
  denominatorText: 'Legal decisions: charge, no further action, out of court',
  numerator: () => ({
    of: { count: 'events' },
    where: [{ event: ['decided'], decision: ['charged'], kind: ['charging_decision'] }],
  }),
  denominator: () => ({
    of: { count: 'events' },
    where: [
      {
        event: ['decided'],
        decision: ['charged', 'no_further_action', 'out_of_court'],
        kind: ['charging_decision'],
      },
    ],
  }),
  terms: [
    ['Counts', 'Decisions to charge'],
    ['Among', 'Legal decisions made in the period'],
    ['Leaves out', 'Cases returned or administratively finalised'],
  ],
  caveats: [UNIT_CAVEAT, 'This is not the share of crimes charged.'],
};

export const overdue: SnapshotMetric = {
  ...common,
  kind: 'snapshot',
  id: 'cps.overdue',
  label: 'Waiting over 28 days',
  meaning: 'How many suspects’ cases had waited longer than the 28-day agreement at the end of the period.',
  polarity: 'lower-is-better',
  decimals: 0,
  overTime: 'last',
  overAreas: 'sum',
  dimensions: [
    { id: 'flag', role: 'partition' },
    { id: 'ageBand', role: 'partition', column: null },
    { id: 'submission', role: 'partition' },
    { id: 'heldBy', role: 'choice', default: 'cps' },
  ],
  numeratorText: 'Cases waiting more than 28 days at the end of the period',
  denominatorText: '',
  open: () => [{ kind: ['charging_decision'] }],
  leadingSplit: 'ageBand',
  overDays: 28,
  ageBands: [
    { code: '29-60', fromDays: 29, toDays: 60 },
    { code: '61-90', fromDays: 61, toDays: 90 },
    { code: 'over-90', fromDays: 91, toDays: null },
  ],
  terms: [
    ['Clock starts', 'Submission or resubmission; for police, the case coming back'],
    ['Clock stops', 'Allocation or decision; for police, resubmission'],
    ['Counts', 'Cases still waiting on the last day of the period, for more than 28 days'],
  ],
  caveats: [UNIT_CAVEAT, 'A level on one day: never added over months.'],
  monthsShareCases: SHARED_CASES,
};
