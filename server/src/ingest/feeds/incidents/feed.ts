import { londonDate } from '../../../stats/time/london.ts';
import { area, boolean, code, grade, gradeHoldsOn } from '../../columns/codes.ts';
import { type Stamp, settleRepeatedHours } from '../../columns/repeated-hour.ts';
import { text } from '../../columns/text.ts';
import { timestamp } from '../../columns/timestamp.ts';
import type { Context, Feed, FinishRow, SlotOf } from '../../definition.ts';
import type { Row } from '../../row.ts';

const longWaitMs = 24 * 3_600_000;
/** Waits are held as 32-bit seconds; a longer one is a mistyped year. */
const unreadableWaitMs = 2 ** 31 * 1000;

export const incidents: Feed = {
  name: 'incidents',
  words: 'One row per incident of command and control.',
  table: 'fact_incident',
  cube: 'incident',
  key: ['incident_ref'],
  anchor: 'received_at',
  columns: [
    {
      name: 'incident_ref',
      type: text(),
      required: true,
      note: "The source's reference; a later row of the same reference replaces the earlier.",
    },
    {
      name: 'area_code',
      type: area(),
      required: true,
      note: "The finest area known; the force's own code where an incident cannot be placed.",
    },
    {
      name: 'received_at',
      type: timestamp(),
      required: true,
      note: 'Clock start; its month, in Europe/London, is the month of the incident.',
    },
    { name: 'dispatched_at', type: timestamp(), required: false, note: 'First resource assigned.' },
    { name: 'arrived_at', type: timestamp(), required: false, note: 'First officer at the scene.' },
    { name: 'video_connected_at', type: timestamp(), required: false, note: 'Officer seen by video.' },
    { name: 'initial_grade', type: grade(), required: false, note: 'Grade first given.' },
    { name: 'final_grade', type: grade(), required: true, note: 'Grade eventually dealt with.' },
    { name: 'domestic_abuse', type: boolean(), required: true, note: 'Domestic abuse qualifier.' },
    {
      name: 'deferred_by_victim',
      type: boolean(),
      required: false,
      note: "Attendance put off at the victim's request; blank is not deferred.",
    },
    {
      name: 'incident_class',
      type: code('crime', 'public_safety', 'antisocial', 'transport', 'other'),
      required: false,
      note: 'Needed for "all other crime" as comparator.',
    },
    {
      name: 'closure',
      type: code('attended', 'video', 'telephone', 'other_agency', 'not_attended', 'cancelled'),
      required: false,
      note: 'How it was closed.',
    },
    {
      name: 'video_stage',
      type: code('not_eligible', 'eligible', 'offered', 'consented', 'completed'),
      required: false,
      note: 'Furthest stage of video response.',
    },
    {
      name: 'priority_area',
      type: code('urban', 'rural'),
      required: false,
      note: 'Picks the threshold where it differs.',
    },
    { name: 'risk', type: code('standard', 'medium', 'high'), required: false, note: 'Risk grade.' },
    { name: 'first_report', type: boolean(), required: false, note: 'First report of this victim.' },
  ],
  derived: ['month'],
  finish,
};

function finish(slotOf: SlotOf, context: Context): FinishRow {
  const stamp = (column: string, rank: number): Stamp => ({ column, slot: slotOf(column), rank });
  const received = stamp('received_at', 0);
  const dispatched = stamp('dispatched_at', 1);
  const arrived = stamp('arrived_at', 2);
  // Video and dispatch are separate answers to a call: neither has to come before the other.
  const video = stamp('video_connected_at', 1);
  const waits = [
    [received, dispatched],
    [received, arrived],
    [dispatched, arrived],
    [received, video],
  ] as const;
  const stamps = [received, dispatched, arrived, video];
  const grades = ['initial_grade', 'final_grade'].map((column) => ({ column, slot: slotOf(column) }));
  const [month, closure] = [slotOf('month'), slotOf('closure')];
  return (row) => {
    settleRepeatedHours(row, stamps);
    const receivedMs = row.times[received.slot];
    if (Number.isNaN(receivedMs)) return;
    const day = londonDate(receivedMs);
    row.values[month] = day.slice(0, 7);
    for (const { column, slot } of grades) {
      const member = row.values[slot];
      if (member !== null && !gradeHoldsOn(context, member, day)) {
        row.refuse(column, 'unknown-code', `${column} "${member}" was not a grade of the force on ${day}.`);
      }
    }
    for (const [from, to] of waits) checkWait(row, from, to);
    if (row.values[closure] === 'attended' && Number.isNaN(row.times[arrived.slot])) {
      row.warn('arrived_at', 'attended-without-arrival', 'Closed as attended without a time of arrival.');
    }
  };
}

function checkWait(row: Row, from: Stamp, to: Stamp): void {
  const waitMs = row.times[to.slot] - row.times[from.slot];
  if (Math.abs(waitMs) >= unreadableWaitMs) {
    const message = `${to.column} and ${from.column} are 68 years or more apart: check the years.`;
    row.refuse(to.column, 'bad-timestamp', message);
  } else if (waitMs < 0) {
    row.warn(to.column, 'out-of-order', `${to.column} is before ${from.column}: that interval is left out.`);
  } else if (waitMs > longWaitMs) {
    row.warn(
      to.column,
      'long-wait',
      `${to.column} is ${Math.round(waitMs / 3_600_000)} hours after ${from.column}.`,
    );
  }
}
