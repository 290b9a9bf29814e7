import { area, boolean, code, outcomeType } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { personKey, text } from '../../columns/text.ts';
import type { Feed, FinishRow, SlotOf } from '../../definition.ts';
import { ageBands, ethnicities, sexes, withdrawalReasons, withdrawalStages } from './lists.ts';

const offenceGroups = [
  'rape',
  'other_sexual',
  'stalking',
  'harassment',
  'coercive_control',
  'violence_with_injury',
  'violence_without_injury',
  'criminal_damage',
  'breach_of_order',
  'other',
];

/** Not an outcome: "not yet assigned". */
const unassigned = '0';

export const crimes: Feed = {
  name: 'crimes',
  words: 'One row per recorded crime, with its outcome where it has one.',
  table: 'fact_crime',
  cube: 'crime',
  key: ['crime_ref'],
  anchor: 'recorded_on',
  columns: [
    {
      name: 'crime_ref',
      type: text(),
      required: true,
      note: "The source's reference; a later row of the same reference replaces the earlier.",
    },
    {
      name: 'area_code',
      type: area(),
      required: true,
      note: "The finest area known; the force's own code where a crime cannot be placed.",
    },
    { name: 'recorded_on', type: date(), required: true, note: 'Its month is the month of the crime.' },
    { name: 'offence_group', type: code(...offenceGroups), required: true, note: 'Thematic group.' },
    {
      name: 'domestic_abuse',
      type: boolean(),
      required: true,
      note: 'Domestic abuse marker; overlaps the groups.',
    },
    { name: 'outcome_type', type: outcomeType(), required: false, note: 'Blank and 0 are not yet assigned.' },
    { name: 'outcome_on', type: date(), required: false, note: 'Needed where there is an outcome.' },
    { name: 'suspect_identified', type: boolean(), required: false, note: 'A suspect is named.' },
    { name: 'arrested_on', type: date(), required: false, note: 'First arrest.' },
    {
      name: 'victim_key',
      type: personKey(),
      required: false,
      note: 'A pseudonym, for repeat measures only; hashed again on arrival.',
    },
    {
      name: 'suspect_key',
      type: personKey(),
      required: false,
      note: 'A pseudonym, for repeat measures only; hashed again on arrival.',
    },
    {
      name: 'withdrawal_stage',
      type: code(...withdrawalStages),
      required: false,
      note: 'Where support was absent or withdrawn, whatever the outcome.',
    },
    {
      name: 'withdrawal_reason',
      type: code(...withdrawalReasons),
      required: false,
      note: 'Why, as the victim gave it.',
    },
    { name: 'victim_sex', type: code(...sexes), required: false, note: 'Sex of the victim.' },
    { name: 'victim_age_band', type: code(...ageBands), required: false, note: 'Age at the offence.' },
    { name: 'victim_ethnicity', type: code(...ethnicities), required: false, note: 'Self-defined.' },
    {
      name: 'relationship',
      type: code('intimate', 'familial', 'other'),
      required: false,
      note: 'Suspect to victim.',
    },
    { name: 'risk', type: code('standard', 'medium', 'high'), required: false, note: 'Risk grade.' },
  ],
  derived: ['month'],
  finish,
};

function finish(slotOf: SlotOf): FinishRow {
  const month = slotOf('month');
  const recorded = slotOf('recorded_on');
  const outcome = slotOf('outcome_type');
  const decided = slotOf('outcome_on');
  return (row) => {
    const recordedOn = row.values[recorded];
    const hasOutcome = row.values[outcome] !== null && row.values[outcome] !== unassigned;
    const outcomeOn = row.values[decided];
    row.values[month] = recordedOn?.slice(0, 7) ?? null;
    if (hasOutcome && outcomeOn === null) {
      row.refuse('outcome_on', 'missing-value', 'outcome_on is needed where there is an outcome.');
    } else if (!hasOutcome && outcomeOn !== null) {
      row.values[decided] = null;
      const message = 'outcome_on without an outcome is left out.';
      row.warn('outcome_on', 'outcome-date-without-outcome', message);
    } else if (outcomeOn !== null && recordedOn !== null && outcomeOn < recordedOn) {
      const message = `outcome_on is before recorded_on: days to outcome are left out.`;
      row.warn('outcome_on', 'outcome-before-recording', message);
    }
  };
}
