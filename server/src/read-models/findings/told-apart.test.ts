import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagProportionAreas } from '../../stats/areas/area-flags.ts';
import { tellProportionsApart } from '../../stats/areas/told-apart.ts';
import {
  describeAnswer,
  describeBoth,
  describeNoise,
  describePlaces,
  describeSmallestGap,
} from './told-apart.ts';

const names = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir'];

describe('describeAnswer', () => {
  test.each([
    [true, 5, 'Some of these five areas can be told apart.'],
    [false, 5, 'These five areas cannot be told apart.'],
    [true, 2, 'These two areas can be told apart.'],
    [false, 2, 'These two areas cannot be told apart.'],
  ])('answers %s of %i areas', (apart, areas, sentence) => {
    expect(describeAnswer(apart, areas)).toBe(sentence);
  });
});

describe('describeBoth', () => {
  test.each([
    [false, [], 5, null],
    [true, ['Alder'], 5, null],
    [
      false,
      ['Alder'],
      5,
      'Alder differs from the other areas taken together; between single areas no difference is shown.',
    ],
    [false, ['Alder', 'Elm'], 5, /^Alder and Elm each differ from the other areas taken together/],
    [true, [], 5, /^No area differs from the others taken together, but some single areas can be told apart/],
    [true, [], 2, /^These two can be told apart at 95%, but do not differ at the 99\.8%/],
    [false, ['Alder', 'Birch'], 2, /^These two differ in the comparison at 99\.8%/],
  ])('told apart %s, flagged %j of %i: %s', (apart, flagged, areas, sentence) => {
    const said = describeBoth(apart, flagged, areas);
    expect(sentence === null ? said === null : new RegExp(sentence).test(said ?? '')).toBe(true);
  });

  test('speaks where the flags and the answer differ and only there, and truly, over random areas', () => {
    const share = fc.integer({ min: 44, max: 56 });
    const size = fc.integer({ min: 50, max: 500 });
    const area = fc.tuple(share, size).map(([percent, denominator]) => ({
      numerator: Math.round((percent * denominator) / 100),
      denominator,
    }));
    fc.assert(
      fc.property(fc.array(area, { minLength: 5, maxLength: 5 }), (areas) => {
        const { canBeToldApart } = tellProportionsApart(areas);
        const flags = flagProportionAreas(areas);
        const flagged = names.filter((_, i) => flags[i].flag !== null);
        const said = describeBoth(canBeToldApart, flagged, 5) ?? 'agree';
        const claimsFlag = /from the other areas taken together/.test(said);
        const claimsApart = /can be told apart/.test(said);
        expect(said === 'agree').toBe(canBeToldApart === flagged.length > 0);
        expect(claimsFlag).toBe(flagged.length > 0 && !canBeToldApart);
        expect(claimsApart).toBe(flagged.length === 0 && canBeToldApart);
        expect(names.filter((name) => said.includes(name))).toEqual(claimsFlag ? flagged : []);
      }),
      { numRuns: 60 },
    );
  });
});

describe('describeNoise', () => {
  test.each([
    [0.34, 'in 34% of cases'],
    [0.004, 'about once in 250 times'],
    [0.0005, 'less than once in 1,000 times'],
    [1, 'in 100% of cases'],
  ])('says a chance of %d in words', (chance, words) => {
    expect(describeNoise(chance)).toContain(words);
  });
});

describe('describePlaces', () => {
  const area = fc
    .integer({ min: 20, max: 400 })
    .chain((denominator) =>
      fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }),
    );

  test('names exactly the areas that lost a place, in their own order', () => {
    fc.assert(
      fc.property(fc.array(area, { minLength: 5, maxLength: 5 }), (areas) => {
        const { rankRanges, absent } = tellProportionsApart(areas);
        fc.pre(absent === null);
        const places = rankRanges.flatMap((range, i) => (range ? [{ name: names[i], ...range }] : []));
        const sentence = describePlaces(places, 5);
        const told = places.filter(({ from, to }) => to - from < 4).map(({ name }) => name);
        expect(names.filter((name) => sentence.includes(name))).toEqual(told);
        expect(sentence).not.toMatch(/best|worst|top|bottom|league/i);
      }),
      { numRuns: 60 },
    );
  });

  test('says that any order means nothing where every place is open', () => {
    const open = names.map((name) => ({ name, from: 1, to: 5 }));
    expect(describePlaces(open, 5)).toBe(
      'Any of them could hold any place, so no order of them means anything.',
    );
  });
});

describe('describeSmallestGap', () => {
  test('gives the gap with its power, or says that none would be shown', () => {
    expect(describeSmallestGap('11.8 percentage points', 0.8)).toContain(
      '80% of the time is 11.8 percentage points',
    );
    expect(describeSmallestGap(null, 0.8)).toContain('not even the largest possible difference');
  });
});
