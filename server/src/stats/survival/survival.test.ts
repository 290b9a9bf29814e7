import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cumulativeIncidence } from './aalen-johansen.ts';
import { countFollowUp } from './follow-up.ts';

const persons = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 3 })), {
  minLength: 1,
  maxLength: 120,
});
const followUpOf = (list: readonly (readonly [number, number])[]) =>
  countFollowUp(
    list.map(([day]) => day),
    list.map(([, outcome]) => outcome),
    3,
  );
const statesOf = (list: readonly (readonly [number, number])[], days: readonly number[]) =>
  cumulativeIncidence(followUpOf(list), days).ages.flatMap(({ state }) => state ?? []);
const everyDay = Array.from({ length: 61 }, (_, day) => day);

/** The sum over persons as specification section E writes it, term by term. */
function jackknifeByPerson(
  list: readonly (readonly [number, number])[],
  outcome: number,
  day: number,
): number {
  const days = everyDay.filter((s) => list.some(([t, k]) => t === s && k > 0));
  const atRisk = (s: number) => list.filter(([t]) => t >= s).length;
  const ended = (s: number, k?: number) =>
    list.filter(([t, o]) => t === s && (k === undefined ? o > 0 : o === k)).length;
  const before = (s: number) =>
    days.filter((u) => u < s).reduce((product, u) => product * (1 - ended(u) / atRisk(u)), 1);
  const squares = list.map(([last, kind]) => {
    const lost = days
      .filter((s) => s <= Math.min(last, day))
      .reduce((sum, s) => sum + (before(s) * ended(s, outcome)) / atRisk(s) ** 2, 0);
    const gained = kind === outcome && last <= day ? before(last) / atRisk(last) : 0;
    const shifted = days
      .filter((s) => s <= day)
      .reduce((sum, s) => {
        const earlier = days.filter((u) => u < s && u <= last && atRisk(u) > ended(u));
        const hazard = earlier.reduce(
          (total, u) => total + ended(u) / (atRisk(u) * (atRisk(u) - ended(u))),
          0,
        );
        const own = kind > 0 && last < s && atRisk(last) > ended(last) ? 1 / (atRisk(last) - ended(last)) : 0;
        return sum + ((before(s) * ended(s, outcome)) / atRisk(s)) * (hazard - own);
      }, 0);
    return (gained - lost + shifted) ** 2;
  });
  return Math.sqrt(squares.reduce((sum, square) => sum + square, 0));
}

describe('cumulativeIncidence', () => {
  // By hand, as in Putter, Fiocco and Geskus (2007), Statistics in Medicine 26, section 3.1.
  test('agrees with the worked example of four crimes', () => {
    const [state] = statesOf(
      [
        [1, 1],
        [2, 0],
        [3, 2],
        [4, 0],
      ],
      [3],
    );
    expect(state?.atRisk).toBe(2);
    expect(state?.incidence.map(({ value }) => value)).toEqual([0.25, 0.375, 0]);
    expect(state?.noOutcome.value).toBeCloseTo(0.375, 15);
  });

  test('without censoring is the plain share, with the binomial error', () => {
    const list = Array.from({ length: 50 }, (_, i) => [i % 25, 1 + (i % 2)] as const);
    const [state] = statesOf(list, [24]);
    expect(state?.incidence[0]?.value).toBeCloseTo(0.5, 12);
    expect(state?.incidence[0]?.standardError).toBeCloseTo(Math.sqrt(0.25 / 50), 12);
  });

  test('takes a row for as many persons as it stands for', () => {
    const rows = countFollowUp([1, 4, 9], [1, 2, 0], 3, [2, 1, 3]);
    const each = countFollowUp([1, 1, 4, 9, 9, 9], [1, 1, 2, 0, 0, 0], 3);
    expect(cumulativeIncidence(rows, [4])).toEqual(cumulativeIncidence(each, [4]));
  });

  test('counts outcomes before censoring on the same day, and those on day 0', () => {
    const [start] = statesOf(
      [
        [0, 1],
        [0, 0],
        [5, 0],
        [5, 0],
      ],
      [0],
    );
    expect(start?.incidence[0]?.value).toBe(0.25);
  });

  test('knows nothing beyond the last day of follow-up', () => {
    const { ages, lastDay } = cumulativeIncidence(
      followUpOf([
        [10, 1],
        [30, 0],
      ]),
      [30, 31],
    );
    expect(lastDay).toBe(30);
    expect(ages.map(({ absent }) => absent)).toEqual([null, 'beyond-follow-up']);
  });

  test('has no limits for an outcome that never came', () => {
    const [state] = statesOf(
      [
        [10, 1],
        [30, 0],
      ],
      [20],
    );
    expect(state?.incidence[1]).toEqual({ value: 0, standardError: 0, lower: null, upper: null });
  });

  test('stays a number when everyone has ended', () => {
    const [state] = statesOf(
      [
        [3, 1],
        [3, 1],
      ],
      [3],
    );
    expect(state?.incidence[0]).toEqual({ value: 1, standardError: 0, lower: 1, upper: 1 });
    expect(state?.noOutcome).toEqual({ value: 0, standardError: 0, lower: null, upper: null });
  });

  test('refuses an empty cohort, an age in part days and a day before the start', () => {
    expect(() => cumulativeIncidence(followUpOf([]), [28])).toThrow(/empty/);
    expect(() => cumulativeIncidence(followUpOf([[1, 1]]), [0.5])).toThrow(/whole days/);
    expect(() => countFollowUp([-1], [0], 3)).toThrow(/row 1 has -1/);
    expect(() => countFollowUp([1], [7], 3)).toThrow(/Outcome 7/);
  });

  test('errors grouped by day equal the sum over persons', () => {
    fc.assert(
      fc.property(
        persons,
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 3 }),
        (list, day, outcome) => {
          const [state] = statesOf(list, [Math.min(day, Math.max(...list.map(([t]) => t)))]);
          const error = state?.incidence[outcome - 1]?.standardError;
          expect(error).toBeCloseTo(jackknifeByPerson(list, outcome, state?.day ?? 0), 10);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('incidences and survival sum to one on every day', () => {
    fc.assert(
      fc.property(persons, (list) => {
        const totals = statesOf(list, everyDay).map(({ noOutcome, incidence }) =>
          incidence.reduce((sum, { value }) => sum + value, noOutcome.value),
        );
        expect(totals.filter((total) => Math.abs(total - 1) > 1e-12)).toEqual([]);
      }),
    );
  });

  test('a cumulative share never falls', () => {
    fc.assert(
      fc.property(persons, (list) => {
        const shares = statesOf(list, everyDay).map(({ incidence }) => incidence[0]?.value ?? 0);
        expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
      }),
    );
  });

  test('does not depend on the order of persons', () => {
    fc.assert(
      fc.property(persons, (list) => {
        expect(statesOf(list.toReversed(), [28])).toEqual(statesOf(list, [28]));
      }),
    );
  });
});
