import { describe, expect, test } from 'vitest';
import { waitingSpans } from './waiting-spans.ts';

type Event = [event: string, day: number, sequence?: number];

/** Waits as `holder start–end submission`. */
const waits = (...events: Event[]) =>
  waitingSpans(events.map(([event, day, sequence = 1]) => ({ event, day, sequence }))).map(
    ({ heldBy, startedBy, endDay, submission }) => `${heldBy} ${startedBy.day}–${endDay ?? ''} ${submission}`,
  );

describe('waitingSpans', () => {
  test('runs from submission to allocation, and to decision where nothing was allocated', () => {
    expect(waits(['submitted', 0], ['allocated', 28], ['decided', 60])).toEqual(['cps 0–28 new']);
    expect(waits(['submitted', 0], ['decided', 5])).toEqual(['cps 0–5 new']);
  });

  test('is open while nothing ended it', () => {
    expect(waits(['submitted', 0])).toEqual(['cps 0– new']);
  });

  test('passes to police at a rejection or an action plan and back at resubmission', () => {
    expect(
      waits(
        ['submitted', 0],
        ['rejected_at_triage', 3],
        ['resubmitted', 40],
        ['action_plan', 50],
        ['resubmitted', 90],
      ),
    ).toEqual([
      'cps 0–3 new',
      'police 3–40 new',
      'cps 40–50 resubmission',
      'police 50–90 resubmission',
      'cps 90– resubmission',
    ]);
  });

  test('gives a case back to police after it was allocated', () => {
    expect(waits(['submitted', 0], ['allocated', 10], ['action_plan', 20])).toEqual([
      'cps 0–10 new',
      'police 20– new',
    ]);
  });

  test('ends at a finalisation, whoever had the case', () => {
    expect(waits(['submitted', 0], ['action_plan', 2], ['finalised', 30])).toEqual([
      'cps 0–2 new',
      'police 2–30 new',
    ]);
  });

  test('does not start again at a second action plan or a second submission', () => {
    expect(waits(['submitted', 0], ['rejected_at_triage', 3], ['action_plan', 20])).toEqual([
      'cps 0–3 new',
      'police 3– new',
    ]);
    expect(waits(['submitted', 0], ['submitted', 9, 2])).toEqual(['cps 0– new']);
  });

  test('starts again at a resubmission, though no rejection was noted', () => {
    expect(waits(['submitted', 0], ['resubmitted', 30])).toEqual(['cps 0–30 new', 'cps 30– resubmission']);
  });

  test('reads events of one day by sequence, and in the usual order where that is the same', () => {
    expect(waits(['decided', 7, 2], ['submitted', 7, 1])).toEqual(['cps 7–7 new']);
    expect(waits(['allocated', 7], ['submitted', 7])).toEqual(['cps 7–7 new']);
    expect(waits(['submitted', 7, 2], ['allocated', 7, 1])).toEqual(['cps 7– new']);
  });
});
