import { describe, expect, test } from 'vitest';
import { incidenceOn } from '../../cells/query/incidence.ts';
import type { FollowedCohort } from '../../contract/cohort.ts';
import { createRandom, type Random } from '../../stats/special/random.ts';
import { compareCohorts } from './compare-cohorts.ts';

const runs = process.env.LONG === '1' ? 4000 : 400;
const seed = Number(process.env.TEST_SEED ?? 20231219);
const day = 180;
const causes = ['charged', 'oc15', 'oc16', 'other'] as const;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** A cohort of crimes that end one way or another, a third of them still open and younger than the day compared. */
function randomCohort(random: Random, crimes: number, chances: readonly number[], months: [string, string]) {
  const days = () => new Float64Array(day + 2);
  const followUp = { censored: days(), events: causes.map(days) };
  for (let crime = 0; crime < crimes; crime++) {
    const youngest = random() < 1 / 3 ? Math.floor(random() * day) : day + 1;
    const ends = Math.floor(-Math.log(1 - random()) * 60);
    const pick = random();
    const cause = chances.findIndex((_, i) => pick < sum(chances.slice(0, i + 1)));
    if (cause >= 0 && ends <= Math.min(youngest, day)) followUp.events[cause][ends] += 1;
    else followUp.censored[youngest] += 1;
  }
  const [state] = incidenceOn(followUp, [day]);
  const curves = causes.map((cause, i) => {
    const { value, lower, upper } = state.incidence[i];
    return { cause, label: cause, points: [{ day, value, lower, upper }] };
  });
  const [fromMonth, toMonth] = months;
  const held = { crimes, open: 0, ageDays: day, knownToDay: day, stops: 'horizon' as const, stillOpen: [] };
  return { ...held, period: '', fromMonth, toMonth, curves } satisfies FollowedCohort;
}

const before: [string, string] = ['2021-06', '2022-05'];
const after: [string, string] = ['2022-06', '2023-05'];

describe(`two cohorts followed, ${runs} pairs, seed ${seed}`, () => {
  const pairs = (chances: readonly number[]) => {
    const random = createRandom(seed);
    return Array.from({ length: runs }, () => {
      const cohort = randomCohort(random, 600, chances, after);
      return compareCohorts(cohort, randomCohort(random, 600, [0.08, 0.17, 0.5, 0.15], before), day);
    });
  };

  test('of one true course are called different in each outcome about 5% of the time, and never more than 7%', {
    timeout: 120_000,
  }, () => {
    const all = pairs([0.08, 0.17, 0.5, 0.15]);
    for (const at of [0, 1, 2]) {
      const told = all.filter(({ differences }) => differences[at].side !== null).length / runs;
      expect(told).toBeLessThan(0.07);
    }
  });

  test('are called different exactly where the interval leaves out none, and so says the title', {
    timeout: 120_000,
  }, () => {
    const all = pairs([0.15, 0.17, 0.4, 0.15]);
    const told = all.flatMap(({ differences, finding }) =>
      differences.map(({ cause, lower, upper, side }) => {
        const outside = (lower ?? 0) > 0 ? 'higher' : (upper ?? 0) < 0 ? 'lower' : null;
        expect(side).toBe(outside);
        const named = new RegExp(`${cause} is [\\d.]+ percentage points (higher|lower)`);
        expect(named.exec(finding.statement)?.[1] ?? null).toBe(outside);
        return side;
      }),
    );
    expect(new Set(told)).toEqual(new Set(['higher', 'lower', null]));
  });

  test('that share months, or hold no crimes, are not compared', () => {
    const random = createRandom(seed);
    const [one, other] = [after, after].map((months) => randomCohort(random, 300, [0.1, 0.2, 0.4], months));
    const { differences, finding } = compareCohorts(one, other, day);
    expect(differences.map(({ absent, side }) => [absent, side])).toEqual(
      differences.map(() => ['not-comparable', null]),
    );
    expect(finding.statement).toBe('The two groups of crimes cannot be compared');
    const empty = { ...one, crimes: 0, curves: [], knownToDay: null, absent: 'no-cases' as const };
    expect(compareCohorts(empty, other, day).differences[0]).toMatchObject({
      absent: 'no-cases',
      side: null,
    });
  });
});
