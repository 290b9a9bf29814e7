import { areaOrForce, code } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { members } from '../../columns/members.ts';
import { metric } from '../../columns/metrics.ts';
import { decimal } from '../../columns/numbers.ts';
import { text } from '../../columns/text.ts';
import type { Context, Feed, FinishRow, SlotOf } from '../../definition.ts';
import { refuseReversedDates } from '../reference.ts';
import { refuseIdle, refuseUnmeasured } from './check-row.ts';
import { refuseTies } from './refuse-ties.ts';

export const targets: Feed = {
  name: 'targets',
  words: 'Targets of published values, and thresholds that are parameters of a measure.',
  table: 'target',
  cube: null,
  key: ['metric', 'statistic', 'filter', 'area_code', 'role', 'valid_from'],
  anchor: null,
  columns: [
    {
      name: 'metric',
      type: metric('a metric of the catalogue, such as satisfaction.overall'),
      required: true,
      note: 'What it applies to.',
    },
    { name: 'statistic', type: text(40), required: false, blank: '', note: 'Blank is the headline.' },
    {
      name: 'filter',
      type: members(),
      required: false,
      blank: '',
      note: 'Members it holds for; blank is every member. Of a threshold, members of grade and priorityArea alone.',
    },
    { name: 'area_code', type: areaOrForce(), required: false, blank: '', note: 'Blank is every area.' },
    {
      name: 'role',
      type: code('threshold', 'target'),
      required: true,
      note: 'A threshold is a parameter of the measure, such as minutes by grade.',
    },
    { name: 'comparison', type: code('>=', '<='), required: true, note: 'How a value meets it.' },
    { name: 'value', type: decimal(), required: true, note: 'In the unit beside it.' },
    {
      name: 'unit',
      type: text(20),
      required: true,
      note: 'Of a share fraction or percent, of a time seconds, minutes or hours; else count, per-100 or per-1000.',
    },
    {
      name: 'valid_from',
      type: date(),
      required: true,
      note: 'First day; of a threshold, the first of a month.',
    },
    {
      name: 'valid_to',
      type: date(),
      required: false,
      note: 'Last day; blank is open; of a threshold, the last of a month.',
    },
    {
      name: 'provenance',
      type: code('own', 'comparator'),
      required: true,
      note: "The force's own, or another's.",
    },
    { name: 'source', type: text(300), required: true, note: 'Where it is written.' },
  ],
  derived: [],
  finish,
  checkMerged: refuseTies,
};

function finish(slotOf: SlotOf, context: Context): FinishRow {
  const checks = [refuseReversedDates(slotOf), refuseUnmeasured(slotOf, context), refuseIdle(slotOf)];
  return (row) => {
    for (const check of checks) check(row);
  };
}
