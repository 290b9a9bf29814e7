import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { londonReading } from '../../stats/time/london.ts';
import { Row } from '../row.ts';
import { timestamp } from './timestamp.ts';

const context = {
  force: 'E23000016',
  areas: new Set<string>(),
  forces: new Set<string>(),
  grades: new Map(),
  outcomeTypes: new Set<string>(),
  hashKey: (value: string) => value,
};
const read = timestamp().compile(context, 'received_at');

function take(value: string): {
  text: string | null;
  utc: string | null;
  later: string | null;
  codes: string[];
} {
  const row = new Row(1);
  row.start(1);
  const text = read(value, row, 0);
  const iso = (ms: number): string | null => (Number.isNaN(ms) ? null : new Date(ms).toISOString());
  return {
    text,
    utc: iso(row.times[0]),
    later: iso(row.laterTimes[0]),
    codes: row.problems.map(({ code }) => code),
  };
}

describe('a timestamp', () => {
  test.each([
    ['2023-06-01T10:00:00Z', '2023-06-01T10:00:00.000Z'],
    ['2023-06-01 10:00', '2023-06-01T09:00:00.000Z'],
    ['2023-12-01T10:00:30', '2023-12-01T10:00:30.000Z'],
    ['2023-06-01T10:00:00.25+01:00', '2023-06-01T09:00:00.000Z'],
    ['2023-06-01T10:00:00+0530', '2023-06-01T04:30:00.000Z'],
    ['2023-06-01t10:00:00z', '2023-06-01T10:00:00.000Z'],
    ['2023-06-01T10:00:00-02', '2023-06-01T12:00:00.000Z'],
    ['2023-06-01T10:00:00+14:00', '2023-05-31T20:00:00.000Z'],
    ['2023-06-01T10:00:00-12:00', '2023-06-01T22:00:00.000Z'],
  ])('%s is %s', (value, utc) => expect(take(value)).toMatchObject({ utc, later: null, codes: [] }));

  test('in the repeated hour has two readings, the earlier first', () => {
    const found = take('2023-10-29T01:30:00');
    expect([found.utc, found.later]).toEqual(['2023-10-29T00:30:00.000Z', '2023-10-29T01:30:00.000Z']);
  });

  test.each([
    ['2023-03-26T01:30:00', 'missing-hour'],
    ['2023-02-30T10:00:00', 'bad-timestamp'],
    ['2023-06-01', 'bad-timestamp'],
    ['2023-06-01T24:00:00', 'bad-timestamp'],
    ['01/06/2023 10:00', 'bad-timestamp'],
    ['2023-06-01T10:00:00 BST', 'bad-timestamp'],
    ['2023-11-05T10:00:00+16:00', 'bad-timestamp'],
    ['2023-11-05T10:00:00+25:00', 'bad-timestamp'],
    ['2023-11-05T10:00:00+10:75', 'bad-timestamp'],
    ['2023-11-05T10:00:00+14:30', 'bad-timestamp'],
    ['2023-11-05T10:00:00-1230', 'bad-timestamp'],
  ])('%s is refused as %s', (value, code) =>
    expect(take(value)).toMatchObject({ text: null, codes: [code] }),
  );

  test('in local time reads back as it was written, for any second of any year', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2060, 0, 1) / 1000 }),
        (second) => {
          const reading = londonReading(second * 1000);
          const { utc, later } = take(reading);
          expect([utc, later]).toContain(new Date(second * 1000).toISOString());
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('gives text that Postgres reads as the same instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (second) => {
        const { text, utc } = take(londonReading(second * 1000));
        expect(new Date(`${text?.replace(' ', 'T')}:00`).toISOString()).toBe(utc);
      }),
      { numRuns: 1000 },
    );
  });
});
