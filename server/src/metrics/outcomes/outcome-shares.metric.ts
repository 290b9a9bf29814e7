import type { Choices, DimensionUse, Filters, Part, ProportionMetric } from '../definition.ts';
import {
  ASSIGNED,
  CHARGED,
  EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT,
  EVIDENTIAL_VICTIM_SUPPORTS,
  POSITIVE,
} from './outcome-groups.ts';

const dimensions: readonly DimensionUse[] = [
  { id: 'domesticAbuse', role: 'partition' },
  { id: 'offenceGroup', role: 'partition' },
  { id: 'basis', role: 'choice', column: null, default: 'closed' },
];

/** Rape and other sexual offences are read at a year, everything else at 180 days. */
const cohortDays = (filters: Filters) =>
  filters.offenceGroup?.some((group) => group === 'rape' || group === 'other_sexual') ? 365 : 180;

const closed = (choices: Choices) => choices.basis !== 'recorded';

const among = (choices: Choices): Part =>
  closed(choices) ? { of: { count: 'crimes' }, where: [{ outcome: ASSIGNED }] } : { of: { count: 'crimes' } };

const common = {
  kind: 'proportion',
  version: 1,
  versionFrom: '2019-04-01',
  cube: 'crime',
  owner: 'Crime registrar',
  decimals: 1,
  overTime: 'sum',
  overAreas: 'sum',
  settles: { afterMonths: 1, reason: 'late-rows' },
  dimensions,
  denominatorText: 'Outcomes assigned in the period, or crimes recorded in it',
  denominator: among,
  periodOfEnd: closed,
  maturesAfterDays: (choices: Choices, filters: Filters) => (closed(choices) ? null : cohortDays(filters)),
} as const;

const counts = (outcome: readonly string[]) => (): Part => ({
  of: { count: 'crimes' },
  where: [{ outcome }],
});

const terms = (counted: string): readonly (readonly [string, string])[] => [
  ['Counts', counted],
  ['By month of outcome', 'Among outcomes assigned in the period'],
  ['By month recorded', 'Among crimes recorded in the period; recent months are immature'],
  ['Leaves out', 'Outcome 0, “not yet assigned”, which is not an outcome'],
];

const caveats = [
  'The two ways of counting, by month of outcome and by month recorded, are never on one line.',
  'By month of outcome, only crimes held here can appear: the first months after the data begin are incomplete.',
  'The domestic abuse marker overlaps the offence groups; never add them.',
];

export const attrition: ProportionMetric = {
  ...common,
  id: 'outcomes.attrition',
  label: 'Ended for evidential difficulties (OC15 and OC16)',
  meaning: 'Share of outcomes where a suspect was known but the case ended for evidential difficulties.',
  polarity: 'lower-is-better',
  dimensions: [...dimensions, { id: 'outcome', role: 'numerator-only', members: ['15', '16'] }],
  leadingSplit: 'outcome',
  numeratorText: 'Outcomes 15 and 16',
  numerator: counts([...EVIDENTIAL_VICTIM_SUPPORTS, ...EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT]),
  terms: terms('Outcome 15 (victim supports action) and outcome 16 (victim does not support action)'),
  caveats,
};

export const oc15: ProportionMetric = {
  ...common,
  id: 'outcomes.oc15',
  label: 'Ended although the victim supports action (OC15)',
  meaning:
    'Share of outcomes with a known suspect and a supporting victim that ended for evidential difficulties.',
  polarity: 'lower-is-better',
  numeratorText: 'Outcome 15',
  numerator: counts(EVIDENTIAL_VICTIM_SUPPORTS),
  terms: terms('Outcome 15: evidential difficulties, suspect identified, victim supports action'),
  caveats,
};

export const oc16: ProportionMetric = {
  ...common,
  id: 'outcomes.oc16',
  label: 'Victim does not support action (OC16)',
  meaning: 'Share of outcomes with a known suspect where the victim does not support action.',
  polarity: 'neutral',
  numeratorText: 'Outcome 16',
  numerator: counts(EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT),
  terms: terms('Outcome 16: evidential difficulties, suspect identified, victim does not support action'),
  caveats: [
    ...caveats,
    'Read with the reasons for withdrawal. It is never a bare target: that would reward pressing victims.',
  ],
};

export const charged: ProportionMetric = {
  ...common,
  id: 'outcomes.charged',
  label: 'Charged or summonsed',
  meaning: 'Share of outcomes that are a charge or summons.',
  polarity: 'higher-is-better',
  numeratorText: 'Outcome 1, with 1A inside it',
  numerator: counts(CHARGED),
  terms: terms('Outcome 1: charged or summonsed; alternate offences (1A) are inside it'),
  caveats: [...caveats, 'This is not the CPS charging rate, which counts suspects and legal decisions.'],
};

export const positive: ProportionMetric = {
  ...common,
  id: 'outcomes.positive',
  label: 'Action taken',
  meaning: 'Share of outcomes that are a charge, caution, penalty, community resolution or diversion.',
  polarity: 'higher-is-better',
  numeratorText: 'Outcomes 1, 2, 3, 6, 7, 8 and 22',
  numerator: counts(POSITIVE),
  terms: terms('Outcomes 1, 2, 3, 6, 7, 8 and 22; the list is configuration'),
  caveats: [...caveats, 'Other forces sometimes leave out outcome 22.'],
};
