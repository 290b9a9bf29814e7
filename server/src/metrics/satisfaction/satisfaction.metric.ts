import type { Choices, Part, ProportionMetric } from '../definition.ts';

const VALID = [
  'completely',
  'very',
  'fairly',
  'neither',
  'fairly_dissatisfied',
  'very_dissatisfied',
  'completely_dissatisfied',
];

function satisfied(choices: Choices, clause: Record<string, string[]>): Part {
  const answer = choices.band === 'incl-fairly' ? ['completely', 'very', 'fairly'] : ['completely', 'very'];
  return { of: { count: 'answers' }, where: [{ ...clause, answer }] };
}

const common = {
  kind: 'proportion',
  version: 1,
  versionFrom: '2019-04-01',
  cube: 'survey_answer',
  owner: 'Victim satisfaction survey lead',
  polarity: 'higher-is-better',
  decimals: 1,
  overTime: 'sum',
  overAreas: 'sum',
  settles: { afterMonths: 3, reason: 'survey-lag' },
} as const;

const caveats = [
  'Interviews take place six to twelve weeks after the report, so recent months are still filling.',
  'Victims who are not safe to contact are never surveyed: the measure leaves out some of those most at risk.',
  'Bands differ between forces. Never compare unless the same answers are counted as satisfied.',
  'Each area has few interviews in a month; read twelve months together.',
];

export const overall: ProportionMetric = {
  ...common,
  id: 'satisfaction.overall',
  label: 'Victims satisfied overall',
  meaning: 'Share of victims surveyed who were satisfied with the whole experience.',
  dimensions: [
    { id: 'survey', role: 'choice', default: 'domestic_abuse' },
    { id: 'band', role: 'choice', column: null, default: 'completely-very' },
  ],
  numeratorText: 'Completely or very satisfied with the whole experience',
  denominatorText: 'Valid answers, by month of incident',
  numerator: (choices) => satisfied(choices, { question: ['overall'] }),
  denominator: () => ({ of: { count: 'answers' }, where: [{ question: ['overall'], answer: VALID }] }),
  terms: [
    ['Question', 'Whole experience'],
    ['Counts', 'Answers “completely” or “very” satisfied; “fairly” as well on request'],
    ['Among', 'Valid answers, by the month of the incident'],
    ['Leaves out', 'Refused answers'],
  ],
  caveats: [...caveats, 'The minutes do not say which answers the 80% target counts.'],
};

export const stage: ProportionMetric = {
  ...common,
  id: 'satisfaction.stage',
  label: 'Victims satisfied by stage',
  meaning: 'Share of victims surveyed who were satisfied with one stage of the service.',
  dimensions: [
    { id: 'question', role: 'choice', default: 'informed' },
    { id: 'survey', role: 'choice', default: 'domestic_abuse' },
    { id: 'band', role: 'choice', column: null, default: 'completely-very' },
  ],
  numeratorText: 'Completely or very satisfied with the stage',
  denominatorText: 'Valid answers to the question, by month of incident',
  numerator: (choices) => satisfied(choices, {}),
  denominator: () => ({ of: { count: 'answers' }, where: [{ answer: VALID }] }),
  terms: [
    ['Question', 'Ease of contact, action taken, kept informed, or treatment'],
    ['Counts', 'Answers “completely” or “very” satisfied; “fairly” as well on request'],
    ['Among', 'Valid answers to that question, by the month of the incident'],
    ['Leaves out', 'Refused answers'],
  ],
  caveats,
};
