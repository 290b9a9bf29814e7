import { areaOrForce, boolean, code } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { members } from '../../columns/members.ts';
import { metricPattern, metricsOf, refuseStrangers } from '../../columns/metrics.ts';
import { text } from '../../columns/text.ts';
import type { Context, Feed, FinishRow, SlotOf } from '../../definition.ts';
import type { Row } from '../../row.ts';

export const annotations: Feed = {
  name: 'annotations',
  words:
    'Dated notes on a line: an event, a rebase of its limits, a break that cuts it, the baseline of its limits, or an intention.',
  table: 'annotation',
  cube: null,
  key: ['kind', 'on_date', 'metric', 'filter', 'area_code', 'text'],
  anchor: null,
  columns: [
    {
      name: 'kind',
      type: code('event', 'rebase', 'break', 'baseline', 'intention'),
      required: true,
      note: 'A break cuts every line it touches; an intention is the way the force has said it means a measure to move.',
    },
    {
      name: 'date',
      type: date(),
      required: true,
      into: 'on_date',
      note: 'When; of a baseline, the first day.',
    },
    {
      name: 'until',
      type: date(),
      required: false,
      note: 'Of a baseline, and needed there: the last day.',
    },
    {
      name: 'metric',
      type: metricPattern('a metric such as response.time, a family such as response.*, or *'),
      required: false,
      blank: '*',
      note: 'Which lines; blank is every line.',
    },
    {
      name: 'filter',
      type: members(),
      required: false,
      blank: '',
      note: 'Members it holds for; blank is every member.',
    },
    {
      name: 'direction',
      type: code('increase', 'decrease'),
      required: false,
      note: 'Of an intention, and needed there.',
    },
    { name: 'area_code', type: areaOrForce(), required: false, blank: '', note: 'Blank is every area.' },
    { name: 'text', type: text(300), required: true, note: 'A sentence for the reader.' },
    { name: 'source', type: text(300), required: true, note: 'Where it is written.' },
    {
      name: 'illustrative',
      type: boolean(),
      required: false,
      blank: 'f',
      note: 'True where it is made up for a demonstration.',
    },
  ],
  derived: [],
  finish,
};

/** A baseline has an end and an intention a direction; the other kinds have neither. */
function finish(slotOf: SlotOf, context: Context): FinishRow {
  const [kind, from, until, direction, metric, filter] = [
    'kind',
    'on_date',
    'until',
    'direction',
    'metric',
    'filter',
  ].map(slotOf);
  return (row) => {
    const { values } = row;
    const touched = metricsOf(values[metric] ?? '');
    if (touched.length > 0) refuseStrangers(row, 'filter', touched, values[filter] ?? '', context);
    checkOwner(row, 'baseline', 'until', [values[kind], values[until]]);
    checkOwner(row, 'intention', 'direction', [values[kind], values[direction]]);
    const [first, last] = [values[from], values[until]];
    if (first !== null && last !== null && last < first)
      row.refuse('until', 'dates-reversed', `until ${last} is before date ${first}.`);
  };
}

function checkOwner(
  row: Row,
  owner: string,
  column: string,
  [kind, value]: readonly [string | null, string | null],
): void {
  if (kind === null) return;
  if (kind === owner && value === null) row.refuse(column, 'missing-value', `A ${owner} needs ${column}.`);
  if (kind !== owner && value !== null)
    row.refuse(column, 'unknown-code', `Only a ${owner} has ${column}: leave it blank.`);
}
