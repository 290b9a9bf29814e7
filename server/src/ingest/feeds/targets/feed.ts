import { thresholdDimensions } from '../../../metrics/targets.ts';
import { areaOrForce, code } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { members } from '../../columns/members.ts';
import { decimal } from '../../columns/numbers.ts';
import { shaped, text } from '../../columns/text.ts';
import type { Feed, FinishRow, SlotOf } from '../../definition.ts';
import { addDays } from '../../period.ts';
import { refuseReversedDates } from '../reference.ts';
import { refuseTies } from './refuse-ties.ts';

const metric = /^[a-z][a-z0-9-]*\.[a-z0-9-]+$/;

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
      type: shaped(metric, 'a metric such as satisfaction.overall'),
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
    { name: 'unit', type: text(20), required: true, note: 'Such as fraction or minutes.' },
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

/**
 * Cells are monthly, so a threshold that changed within a month could not be applied to it; and a threshold that names
 * a member it is never looked up by would silently apply to nothing.
 */
function finish(slotOf: SlotOf): FinishRow {
  const checkDates = refuseReversedDates(slotOf);
  const [role, from, to, filter] = [
    slotOf('role'),
    slotOf('valid_from'),
    slotOf('valid_to'),
    slotOf('filter'),
  ];
  return (row) => {
    checkDates(row);
    if (row.values[role] !== 'threshold') return;
    const [first, last] = [row.values[from], row.values[to]];
    if (first !== null && !first.endsWith('-01')) {
      const message = `A threshold must begin on the first of a month, not on ${first}: figures are kept by month.`;
      row.refuse('valid_from', 'threshold-mid-month', message);
    }
    if (last !== null && !addDays(last, 1).endsWith('-01')) {
      const message = `A threshold must end on the last day of a month, not on ${last}: figures are kept by month.`;
      row.refuse('valid_to', 'threshold-mid-month', message);
    }
    const named = [...new URLSearchParams(row.values[filter] ?? '').keys()];
    const stranger = named.find((dimension) => !thresholdDimensions.includes(dimension));
    if (stranger !== undefined) {
      const message = `A threshold cannot name a member of ${stranger}: it is looked up by ${thresholdDimensions.join(' and ')} (and by area, in area_code), so it would never apply.`;
      row.refuse('filter', 'threshold-filter', message);
    }
  };
}
