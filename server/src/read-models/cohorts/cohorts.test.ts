import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Cohorts } from '../../contract/cohort.ts';
import type { Point } from '../../contract/series.ts';
import { dayNumber, lastDayOf, monthRange } from '../../metrics/periods.ts';
import { checkReply } from '../../plugins/check-reply.ts';
import { getCohorts } from '../get-cohorts.ts';
import { getSeries } from '../get-series.ts';
import { QueryProblem } from '../query-problem.ts';
import {
  anyCrime,
  crimeMonths,
  crimeRelease,
  crimeSpan,
  heldDay,
  type TestCrime,
} from '../testing/crime-release.ts';

const causes: Record<string, (outcome: string) => boolean> = {
  charged: (outcome) => outcome === '1',
  oc15: (outcome) => outcome === '15',
  oc16: (outcome) => outcome === '16',
  attrition: (outcome) => outcome === '15' || outcome === '16',
  other: (outcome) => ['3', '18', '22'].includes(outcome),
};
const parts: Record<string, readonly string[]> = {
  charged: ['1'],
  'other-positive': ['3', '22'],
  oc15: ['15'],
  oc16: ['16'],
  'other-no-further-action': ['18'],
  'not-yet-assigned': ['none'],
};
const inside: Record<string, readonly string[]> = { N: ['N1', 'N2'], N1: ['N1'], S: ['S1'] };

const anyCrimes = fc.array(anyCrime, { maxLength: 250 });
const selection = fc.record(
  {
    domesticAbuse: fc.constantFrom('true', 'false'),
    offenceGroup: fc.constantFrom('rape', 'stalking,other', 'other'),
    area: fc.constantFrom('N', 'N1', 'S', 'force'),
  },
  { requiredKeys: [] },
);
type Selection = typeof selection extends fc.Arbitrary<infer T> ? T : never;

const isIn =
  ({ domesticAbuse, offenceGroup, area }: Selection) =>
  (crime: TestCrime) =>
    (domesticAbuse === undefined || String(crime.domesticAbuse) === domesticAbuse) &&
    (offenceGroup === undefined || offenceGroup.split(',').includes(crime.group)) &&
    (area === undefined || area === 'force' || inside[area].includes(crime.area));
const recordedIn = (crimes: readonly TestCrime[], months: readonly string[]) =>
  crimes.filter(({ month }) => months.includes(month));
const ageOf = (month: string) => heldDay - dayNumber(lastDayOf(month));

/** Follow-up as a table of days and outcomes has it: to the end, or to the last day held. */
const followed = ({ recorded, ended, outcome }: TestCrime) =>
  ended !== null && ended <= heldDay
    ? { day: Math.max(0, ended - recorded), outcome }
    : { day: heldDay - recorded, outcome: 'none' };

/** Aalen–Johansen as its definition reads, one day after the other over all crimes. */
function incidence(crimes: readonly TestCrime[], cause: (outcome: string) => boolean, to: number): number {
  const rows = crimes.map(followed);
  let [survival, sum] = [1, 0];
  for (let day = 0; day <= to; day++) {
    const atRisk = rows.filter((row) => row.day >= day).length;
    const ends = rows.filter((row) => row.day === day && row.outcome !== 'none');
    if (atRisk === 0 || ends.length === 0) continue;
    sum += (survival * ends.filter(({ outcome }) => cause(outcome)).length) / atRisk;
    survival *= 1 - ends.length / atRisk;
  }
  return sum;
}

const pointsOf = (crimes: readonly TestCrime[], query: Record<string, string>): Point[] =>
  getSeries(crimeRelease(crimes), query).series[0].points;

describe('outcomes at an age', () => {
  const question = fc.record({
    crimes: anyCrimes,
    asked: selection,
    cause: fc.constantFrom('attrition', 'oc15', 'oc16', 'charged', 'none'),
    withinDays: fc.constantFrom('180', '365'),
  });

  test('equal a count over the crimes of every month old enough, and are absent for the others', {
    timeout: 60_000,
  }, () => {
    const property = fc.property(question, ({ crimes, asked, cause, withinDays }) => {
      const points = pointsOf(crimes, { metric: 'outcomes.at-age', ...asked, cause, withinDays });
      const expected = crimeMonths.map((month) => {
        const cohort = recordedIn(crimes.filter(isIn(asked)), [month]);
        const hasEnded = ({ recorded, ended }: TestCrime) =>
          ended !== null && ended - recorded <= Number(withinDays);
        const counted = cohort.filter((crime) =>
          cause === 'none' ? !hasEnded(crime) : hasEnded(crime) && causes[cause](crime.outcome),
        );
        if (cohort.length === 0) return { value: null, n: 0, absent: 'no-cases' };
        if (ageOf(month) < Number(withinDays))
          return { value: null, n: cohort.length, absent: 'not-applicable', status: ['immature'] };
        return { value: counted.length / cohort.length, n: cohort.length, numerator: counted.length };
      });
      expect(points).toMatchObject(expected);
    });
    fc.assert(property, { numRuns: 150 });
  });

  test('equal the cumulative incidence where every crime has been followed that long', {
    timeout: 60_000,
  }, () => {
    const property = fc.property(question, ({ crimes, asked, withinDays }) => {
      const query = { ...asked, cause: 'oc16', withinDays, grain: 'quarter', to: '2020/21-Q4' };
      const [atAge] = pointsOf(crimes, { metric: 'outcomes.at-age', ...query });
      const [byAge] = pointsOf(crimes, { metric: 'outcomes.by-age', ...query });
      expect(byAge.n).toBe(atAge.n);
      expect(byAge.value ?? -1).toBeCloseTo(atAge.value ?? -1, 12);
    });
    fc.assert(property, { numRuns: 60 });
  });
});

describe('the mix of outcomes', () => {
  test('equals a count over the crimes, and its parts sum to one', { timeout: 60_000 }, () => {
    const property = fc.property(anyCrimes, selection, (crimes, asked) => {
      const { series } = getSeries(crimeRelease(crimes), { metric: 'outcomes.mix', ...asked, by: 'part' });
      const sums = crimeMonths.map((_, i) =>
        series.reduce((sum, { points }) => sum + (points[i].value ?? 0), 0),
      );
      const expected = crimeMonths.map((month) => recordedIn(crimes.filter(isIn(asked)), [month]));
      sums.forEach((sum, i) => {
        expect(sum).toBeCloseTo(expected[i].length === 0 ? 0 : 1, 12);
      });
      const counted = series.map(({ key, points }) => [key.part, points.map(({ numerator }) => numerator)]);
      expect(Object.fromEntries(counted)).toEqual(
        Object.fromEntries(
          Object.entries(parts).map(([part, outcomes]) => [
            part,
            expected.map((cohort) => cohort.filter(({ outcome }) => outcomes.includes(outcome)).length),
          ]),
        ),
      );
    });
    fc.assert(property, { numRuns: 100 });
  });
});

describe('cumulative incidence of a cohort', () => {
  const spans = fc
    .tuple(fc.nat(17), fc.nat(17))
    .map(([a, b]) => `${crimeMonths[Math.min(a, b)]}..${crimeMonths[Math.max(a, b)]}`);
  const followedCohorts = (crimes: readonly TestCrime[], query: Record<string, string>) =>
    getCohorts(crimeRelease(crimes), query).incidence?.cohorts ?? [];

  test('equals the definition worked over the crimes, and stops where too few are left', {
    timeout: 60_000,
  }, () => {
    const many = fc.oneof(anyCrimes, fc.array(anyCrime, { minLength: 250, maxLength: 350 }));
    const property = fc.property(many, selection, spans, (crimes, asked, cohort) => {
      const [{ curves, crimes: n, open, knownToDay, fromMonth, toMonth, absent }] = followedCohorts(crimes, {
        ...asked,
        cohort,
      });
      const own = recordedIn(crimes.filter(isIn(asked)), monthRange(fromMonth, toMonth));
      expect({ n, open }).toEqual({
        n: own.length,
        open: own.filter((crime) => followed(crime).outcome === 'none').length,
      });
      const atRisk = (day: number) => own.filter((crime) => followed(crime).day >= day).length;
      const enough = Array.from({ length: 366 }, (_, day) => day).findLast((day) => atRisk(day) >= 100) ?? 0;
      const known = own.length < 20 ? null : Math.min(365, Math.max(ageOf(toMonth), enough));
      expect(knownToDay).toBe(known);
      expect(absent).toBe(known !== null ? undefined : own.length === 0 ? 'no-cases' : 'too-few');
      for (const { cause, points } of curves.filter(({ cause: name }) => name !== 'none'))
        for (const { day, value } of points.filter((_, i) => i % 9 === 0))
          expect(value).toBeCloseTo(incidence(own, causes[cause], day), 10);
    });
    fc.assert(property, { numRuns: 60 });
  });

  test('never falls, sums to one with the crimes still open, and lies within its limits', {
    timeout: 60_000,
  }, () => {
    const property = fc.property(anyCrimes, selection, spans, (crimes, asked, cohort) => {
      const [{ curves }] = followedCohorts(crimes, { ...asked, cohort });
      const all = curves.flatMap(({ cause, points }) => points.map((point, i) => ({ cause, i, ...point })));
      for (const { cause, points } of curves) {
        const steps = points.slice(1).map(({ value }, i) => value - points[i].value);
        const way = cause === 'none' ? -1 : 1;
        expect(steps.filter((step) => step * way < -1e-12)).toEqual([]);
      }
      for (const { day } of curves[0]?.points ?? []) {
        const sum = all.filter((point) => point.day === day).reduce((total, { value }) => total + value, 0);
        expect(sum).toBeCloseTo(1, 12);
      }
      for (const { value, lower, upper } of all) {
        expect(lower ?? 0).toBeLessThanOrEqual(value + 1e-12);
        expect(upper ?? value).toBeGreaterThanOrEqual(value - 1e-12);
      }
    });
    fc.assert(property, { numRuns: 60 });
  });
});

describe('the cohorts of a release', () => {
  test('are the same in whatever order the crimes came, and keep to the contract', {
    timeout: 60_000,
  }, () => {
    const property = fc.property(
      anyCrimes.chain((crimes) =>
        fc.tuple(fc.constant(crimes), fc.shuffledSubarray(crimes, { minLength: crimes.length })),
      ),
      selection,
      fc.constantFrom('recorded', 'closed'),
      ([crimes, shuffled], asked, basis) => {
        const reply = getCohorts(crimeRelease(crimes), { ...asked, basis });
        expect(getCohorts(crimeRelease(shuffled), { ...asked, basis })).toEqual(reply);
        checkReply('Cohorts', Cohorts, JSON.parse(JSON.stringify(reply)));
      },
    );
    fc.assert(property, { numRuns: 40 });
  });

  test('give each month its age, and mark those under 180 days', () => {
    const { months, atAge } = getCohorts(crimeRelease([]), {});
    expect(months.map(({ ageDays }) => ageDays)).toEqual(crimeMonths.map(ageOf));
    expect(months.filter(({ young }) => young).map(({ month }) => month)).toEqual(crimeMonths.slice(-6));
    expect(atAge.map(({ series: [{ points }] }) => points.at(-1)?.period)).toEqual([
      '2021-12',
      '2021-12',
      '2021-12',
    ]);
  });

  test('read rape a year after recording', () => {
    const reply = getCohorts(crimeRelease([]), { offenceGroup: 'rape' });
    expect(reply).toMatchObject({ withinDays: 365, maturesAfterDays: 365 });
    expect(reply.atAge[0].series[0].points.at(-1)?.period).toBe('2021-06');
    expect(reply.incidence?.cohorts.map(({ period }) => period)).toEqual([
      '2021-01..2021-06',
      '2020-07..2020-12',
    ]);
  });

  test('follow the last twelve months that are old enough, and set the twelve before against them', () => {
    const { incidence: found, groups } = getCohorts(crimeRelease([]), {});
    expect(found?.cohorts.map(({ period, absent }) => [period, absent])).toEqual([
      ['P12M/2021-12', 'no-cases'],
      ['P12M/2020-12', 'not-collected'],
    ]);
    expect(groups).toMatchObject({ period: 'P12M/2021-12', ageDays: 181 });
  });

  test('say not collected where no crimes were ever loaded', () => {
    const { incidence: found, ...reply } = getCohorts(
      crimeRelease([], { ...crimeSpan, fromMonth: '2022-07' }),
      {},
    );
    expect(reply).toMatchObject({ heldTo: null, months: [], groups: { absent: 'not-collected', rows: [] } });
    expect(found?.cohorts.map(({ absent }) => absent)).toEqual(['not-collected', 'not-collected']);
    expect(JSON.stringify({ ...reply, found })).not.toContain('NaN');
  });

  test('show no cohorts by month of outcome', () => {
    const reply = getCohorts(crimeRelease([]), { basis: 'closed' });
    expect(reply).toMatchObject({ months: [], atAge: [], incidence: null });
    expect(reply.composition.series.map(({ key }) => key.part)).not.toContain('not-yet-assigned');
  });

  test.each([
    [{ grade: '2' }, 'unknown-parameter', 'grade'],
    [{ basis: 'both' }, 'unknown-member', 'basis'],
    [{ show: 'rate' }, 'unknown-member', 'show'],
    [{ withinDays: '90' }, 'unknown-member', 'withinDays'],
    [{ offenceGroup: 'theft' }, 'unknown-member', 'offenceGroup'],
    [{ area: 'X' }, 'unknown-area', 'area'],
    [{ month: '2021-13' }, 'unknown-period', 'month'],
    [{ month: '2021-12', to: '2021-12' }, 'conflicting-parameters', 'month'],
    [{ from: '2022-02', to: '2021-12' }, 'empty-span', 'from'],
    [{ cohort: '2021-05..2021-04' }, 'unknown-period', 'cohort'],
    [{ against: 'last year' }, 'unknown-period', 'against'],
  ])('refuse %j with %s', (query, code, parameter) => {
    const problem = catchProblem(() => getCohorts(crimeRelease([]), query as Record<string, string>));
    expect(problem).toMatchObject({ status: 400, code, parameter });
  });
});

function catchProblem(work: () => unknown): QueryProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof QueryProblem) return error;
    throw error;
  }
  throw new Error('The question was answered.');
}
