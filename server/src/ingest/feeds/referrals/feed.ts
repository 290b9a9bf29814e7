import { area, code } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { wholeNumber } from '../../columns/numbers.ts';
import { text } from '../../columns/text.ts';
import type { Feed, FinishRow, SlotOf } from '../../definition.ts';

const events = [
  'submitted',
  'rejected_at_triage',
  'allocated',
  'action_plan',
  'resubmitted',
  'decided',
  'finalised',
];

export const referrals: Feed = {
  name: 'referrals',
  words: 'One row per dated event of a referral to the CPS; one series of events per suspect.',
  table: 'fact_referral_event',
  cube: 'referral_event',
  key: ['referral_ref', 'event', 'event_on', 'sequence'],
  series: 'referral_ref',
  anchor: 'event_on',
  columns: [
    { name: 'referral_ref', type: text(), required: true, note: 'The same for every event of one suspect.' },
    { name: 'crime_ref', type: text(), required: false, note: "The crime's reference." },
    {
      name: 'area_code',
      type: area(),
      required: true,
      note: "The finest area known; the force's own code where it cannot be placed.",
    },
    {
      name: 'flag',
      type: code('domestic_abuse', 'rape', 'other_sexual', 'stalking', 'other'),
      required: true,
      note: 'Flag of the case.',
    },
    {
      name: 'kind',
      type: code('charging_decision', 'early_advice'),
      required: true,
      note: 'What was asked.',
    },
    { name: 'event', type: code(...events), required: true, note: 'What happened.' },
    { name: 'event_on', type: date(), required: true, note: 'Its month is the month of the event.' },
    {
      name: 'sequence',
      type: wholeNumber({ minimum: 0 }),
      required: false,
      blank: '1',
      note: 'Order of events of one day; blank is 1.',
    },
    {
      name: 'decision',
      type: code('charged', 'no_further_action', 'out_of_court'),
      required: false,
      note: 'Where the event is decided.',
    },
  ],
  derived: ['month'],
  finish,
};

function finish(slotOf: SlotOf): FinishRow {
  const [month, on, event, decision] = ['month', 'event_on', 'event', 'decision'].map(slotOf);
  return (row) => {
    row.values[month] = row.values[on]?.slice(0, 7) ?? null;
    if (row.values[event] === 'decided' && row.values[decision] === null) {
      row.warn(
        'decision',
        'decided-without-decision',
        'Decided without a decision: outside the charging rate.',
      );
    }
  };
}
