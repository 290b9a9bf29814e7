import { area, code } from '../../columns/codes.ts';
import { date, month } from '../../columns/dates.ts';
import { text } from '../../columns/text.ts';
import type { Feed } from '../../definition.ts';

const answers = [
  'completely',
  'very',
  'fairly',
  'neither',
  'fairly_dissatisfied',
  'very_dissatisfied',
  'completely_dissatisfied',
  'refused',
];

export const surveys: Feed = {
  name: 'surveys',
  words: 'One row per question answered in a victim survey. Free text is not accepted.',
  table: 'fact_survey_answer',
  cube: 'survey_answer',
  key: ['response_ref', 'question'],
  anchor: 'incident_month',
  columns: [
    { name: 'response_ref', type: text(), required: true, note: 'One interview.' },
    {
      name: 'area_code',
      type: area(),
      required: true,
      note: "The finest area known; the force's own code where it cannot be placed.",
    },
    {
      name: 'incident_month',
      type: month(),
      required: true,
      into: 'month',
      note: 'The month the answer belongs to: of the incident, not of the interview.',
    },
    { name: 'interviewed_on', type: date(), required: false, note: 'Date of the interview.' },
    {
      name: 'survey',
      type: code('domestic_abuse', 'sexual_violence', 'stalking'),
      required: true,
      note: 'Which survey.',
    },
    {
      name: 'question',
      type: code('overall', 'contact', 'action', 'informed', 'treatment'),
      required: true,
      note: 'Which question.',
    },
    { name: 'answer', type: code(...answers), required: true, note: 'The answer given.' },
  ],
  derived: [],
  finish: () => () => undefined,
};
