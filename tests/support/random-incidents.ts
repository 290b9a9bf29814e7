import fc from 'fast-check';
import { londonReading } from '../../server/src/stats/time/london.ts';

/** Columns of the rows made here, in order. */
export const incidentHeader =
  'incident_ref,area_code,received_at,dispatched_at,arrived_at,initial_grade,final_grade,domestic_abuse,deferred_by_victim,incident_class,closure,priority_area,risk,first_report';

const minute = 60;
const utc = (text: string): number => Date.parse(text) / 1000;

/** Months are of London: the last half hour of June in UTC is July there. */
const monthEnds = Array.from({ length: 33 }, (_, i) => Date.UTC(2021, 3 + i, 1) / 1000 - 30 * minute);
const clockChanges = ['2021-10-31', '2022-03-27', '2022-10-30', '2023-03-26', '2023-10-29'].map((day) =>
  utc(`${day}T00:00:00Z`),
);

const receivedSeconds = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.integer({ min: utc('2021-04-01T12:00:00Z'), max: utc('2023-11-30T12:00:00Z') }),
  },
  { weight: 1, arbitrary: fc.constantFrom(...monthEnds) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...clockChanges), fc.nat(3 * 3600)).map(([day, s]) => day + s),
  },
);

/** Seconds after the call: often missing, often the same as others, now and then negative or over a day. */
const laterSeconds = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 3, arbitrary: fc.constantFrom(0, 5 * minute, 10 * minute, 15 * minute, 60 * minute) },
  { weight: 6, arbitrary: fc.nat(3 * 3600) },
  { weight: 1, arbitrary: fc.nat(72 * 3600) },
  { weight: 1, arbitrary: fc.integer({ min: -3600, max: -1 }) },
);

const writing = fc.constantFrom('utc', 'local', 'fraction');

const blankOr = (...members: string[]) => fc.constantFrom('', ...members, ...members);

const incident = fc.record({
  area: fc.constantFrom('E23000016', 'N', 'N1', 'N2', 'S1'),
  received: receivedSeconds,
  dispatched: laterSeconds,
  arrived: laterSeconds,
  writing,
  rest: fc.tuple(
    blankOr('1', '2', '3', '4'),
    fc.constantFrom('1', '2', '2', '3', '4'),
    fc.constantFrom('true', 'false'),
    blankOr('true', 'false', 'false'),
    blankOr('crime', 'public_safety', 'antisocial'),
    blankOr('attended', 'telephone'),
    blankOr('urban', 'rural'),
    blankOr('standard', 'medium', 'high'),
    blankOr('true', 'false'),
  ),
});

/** CSV lines of incidents, one per reference; the same seed gives the same lines. */
export function randomIncidents(seed: number, references: readonly string[]): string[] {
  const rows = fc.sample(incident, { seed, numRuns: references.length });
  return rows.map(({ area, received, dispatched, arrived, writing: form, rest }, i) => {
    const after = (seconds: number | null) => (seconds === null ? '' : stamp(received + seconds, form));
    return [references[i], area, stamp(received, form), after(dispatched), after(arrived), ...rest].join(',');
  });
}

function stamp(seconds: number, form: 'utc' | 'local' | 'fraction'): string {
  if (form === 'local') return londonReading(seconds * 1000);
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  return form === 'utc' ? `${whole}Z` : `${whole}.750Z`;
}
