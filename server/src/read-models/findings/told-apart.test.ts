import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellProportionsApart } from '../../stats/areas/told-apart.ts';
import { describeAnswer, describeNoise, describePlaces, describeSmallestGap } from './told-apart.ts';

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
