import { londonDate } from '../../../stats/time/london.ts';
import { area, boolean, code } from '../../columns/codes.ts';
import { date } from '../../columns/dates.ts';
import { wholeNumber } from '../../columns/numbers.ts';
import { settleRepeatedHours } from '../../columns/repeated-hour.ts';
import { freeText, text } from '../../columns/text.ts';
import { timestamp } from '../../columns/timestamp.ts';
import type { Feed, FinishRow, SlotOf } from '../../definition.ts';
import { orderTypes } from './order-types.ts';

const events = ['applied', 'issued', 'granted', 'refused', 'withdrawn', 'breached', 'expired', 'discharged'];

export const orders: Feed = {
  name: 'orders',
  words: 'One row per dated event of a notice or order; an order is a series of events.',
  table: 'fact_order_event',
  cube: 'order_event',
  key: ['order_ref', 'event', 'event_on', 'interim', 'sequence'],
  series: 'order_ref',
  anchor: 'event_on',
  columns: [
    { name: 'order_ref', type: text(), required: true, note: 'The same for every event of an order.' },
    {
      name: 'order_type',
      type: code(...orderTypes.map((type) => type.code)),
      required: true,
      note: 'Kind of notice or order.',
    },
    { name: 'interim', type: boolean(), required: false, blank: 'f', note: 'Interim order; blank is false.' },
    { name: 'event', type: code(...events), required: true, note: 'What happened.' },
    { name: 'event_on', type: date(), required: true, note: 'Its month is the month of the event.' },
    { name: 'event_at', type: timestamp(), required: false, note: 'Needed for "within 48 hours".' },
    { name: 'notice_ref', type: text(), required: false, note: 'The notice that an order follows.' },
    {
      name: 'expires_on',
      type: date(),
      required: false,
      note: 'Last day; blank: the statutory maximum, marked as estimated.',
    },
    { name: 'route', type: code('civil', 'on_conviction'), required: false, note: 'How it was made.' },
    {
      name: 'sequence',
      type: wholeNumber({ minimum: 0 }),
      required: false,
      blank: '1',
      note: 'Tells like events of one day apart; blank is 1.',
    },
    {
      name: 'area_code',
      type: area(),
      required: true,
      note: "The finest area known; the force's own code where it cannot be placed.",
    },
    { name: 'court', type: freeText(), required: false, note: 'Name of the court.' },
    {
      name: 'breach_outcome',
      type: code('charged', 'no_further_action'),
      required: false,
      note: 'Of a breach.',
    },
  ],
  derived: ['month'],
  finish,
};

function finish(slotOf: SlotOf): FinishRow {
  const [month, on, at, type] = ['month', 'event_on', 'event_at', 'order_type'].map(slotOf);
  const stamps = [{ slot: at, column: 'event_at', rank: 0 }];
  const madeFrom = new Map(orderTypes.map(({ code, from }) => [code, from]));
  return (row) => {
    const eventOn = row.values[on];
    if (eventOn === null) return;
    row.values[month] = eventOn.slice(0, 7);
    settleRepeatedHours(row, stamps);
    if (!Number.isNaN(row.times[at]) && londonDate(row.times[at]) !== eventOn) {
      row.warn('event_at', 'dates-differ', `event_at is not on ${eventOn}, the date of the event.`);
    }
    const from = madeFrom.get(row.values[type] ?? '');
    if (from !== undefined && eventOn < from) {
      row.warn('order_type', 'earlier-order-type', `${row.values[type]} could not be made before ${from}.`);
    }
  };
}
