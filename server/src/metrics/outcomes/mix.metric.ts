import type { Choices, CompositionMetric, CompositionPart } from '../definition.ts';
import { crimeDimensions, usualDays } from './crime-dimensions.ts';
import {
  ASSIGNED,
  CHARGED,
  EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT,
  EVIDENTIAL_VICTIM_SUPPORTS,
  NOT_ASSIGNED,
  POSITIVE,
} from './outcome-groups.ts';

const isClosed = (choices: Choices) => choices.basis === 'closed';

const assigned: readonly CompositionPart[] = [
  { code: 'charged', members: CHARGED },
  { code: 'other-positive', members: POSITIVE.filter((outcome) => !CHARGED.includes(outcome)) },
  { code: 'oc15', members: EVIDENTIAL_VICTIM_SUPPORTS },
  { code: 'oc16', members: EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT },
  { code: 'other-no-further-action', members: 'rest' },
];

export const mix: CompositionMetric = {
  kind: 'composition',
  id: 'outcomes.mix',
  version: 1,
  versionFrom: '2019-04-01',
  label: 'How recorded crimes have ended so far',
  meaning: 'Every crime recorded in a month by the outcome it has had so far, or none yet.',
  polarity: 'neutral',
  decimals: 1,
  cube: 'crime',
  owner: 'Crime registrar',
  overTime: 'sum',
  overAreas: 'sum',
  settles: { afterMonths: 1, reason: 'late-rows' },
  dimensions: [
    ...crimeDimensions,
    { id: 'part', role: 'choice', column: null, default: 'charged' },
    { id: 'basis', role: 'choice', column: null, default: 'recorded' },
  ],
  leadingSplit: 'part',
  partBy: 'part',
  column: 'outcome',
  parts: (choices) =>
    isClosed(choices) ? assigned : [...assigned, { code: 'not-yet-assigned', members: NOT_ASSIGNED }],
  whole: (choices) =>
    isClosed(choices)
      ? { of: { count: 'crimes' }, where: [{ outcome: ASSIGNED }] }
      : { of: { count: 'crimes' } },
  periodOfEnd: isClosed,
  maturesAfterDays: (choices, filters) => (isClosed(choices) ? null : usualDays(filters)),
  numeratorText: 'Crimes whose outcome is in the part',
  denominatorText: 'Crimes recorded in the period, or outcomes assigned in it',
  terms: [
    ['Charged', 'Outcome 1, with 1A inside it'],
    ['Other positive', 'Outcomes 2, 3, 6, 7, 8 and 22'],
    ['OC15 and OC16', 'Evidential difficulties, by whether the victim supports action'],
    ['Other, no further action', 'Every other assigned outcome'],
    ['Not yet assigned', 'No outcome, or outcome 0: always counted, never dropped'],
  ],
  caveats: [
    'Recent months have had less time: read each with its age, and not-yet-assigned with the rest.',
    'The two ways of counting, by month recorded and by month of outcome, are never on one chart.',
    'By month of outcome, only crimes held here can appear: the first months after the data begin are incomplete.',
    'The domestic abuse marker overlaps the offence groups; never add them.',
  ],
};
