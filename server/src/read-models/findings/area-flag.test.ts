import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagProportionAreas, flagRateAreas } from '../../stats/areas/area-flags.ts';
import { describeDifference, describeRatio, differenceFigures } from './area-flag.ts';
import { figuresOf } from './format.ts';

const facts = {
  name: 'Shropshire',
  period: '2023-11',
  comparedWith: 'the other four areas together',
  confidence: 0.998,
  provisional: false,
};
const figures = figuresOf('fraction', 1);

/** Numbers of a sentence, minus signs read. */
const numbersIn = (text: string): number[] =>
  [
    ...text
      .replaceAll('−', '-')
      .replaceAll(',', '')
      .matchAll(/-?\d+(?:\.\d+)?/g),
  ].map(([number]) => Number(number));

describe('describeDifference', () => {
  test('says nothing of a side that is not beyond chance', () => {
    const text = describeDifference(
      figures,
      { ...facts, side: null, sideWord: null, lower: -0.05, upper: 0.02 },
      0.7,
      -0.01,
    );
    expect(text).toBe(
      'Shropshire: 70.0% in November 2023 against 71.0% in the other four areas together; not distinguishable from them (difference −1.0 percentage points, 99.8% interval −5.0 to 2.0).',
    );
  });

  test('says of a period that may still move that it is provisional', () => {
    const told = { ...facts, side: null, sideWord: null, lower: -0.05, upper: 0.02, provisional: true };
    expect(describeDifference(figures, told, 0.7, -0.01)).toContain(
      '70.0% in November 2023 (provisional) against',
    );
    expect(describeRatio(told, 1.1, 'rape recorded')).toContain('in November 2023 (provisional), per');
  });

  test('says which side too few cases leave open', () => {
    const text = describeDifference(
      figures,
      { ...facts, side: null, sideWord: null, lower: null, upper: 0.02 },
      0.7,
      -0.01,
    );
    expect(text).toContain('99.8% interval up to 2.0: too few cases to bound it below');
  });

  test('claims a side only where the interval printed leaves out nothing else, over random areas', () => {
    const area = fc.tuple(fc.integer({ min: 1, max: 900 }), fc.nat(1000)).map(([n, thousandths]) => ({
      numerator: Math.round((n * thousandths) / 1000),
      denominator: n,
    }));
    fc.assert(
      fc.property(area, area, (first, second) => {
        const [flag] = flagProportionAreas([first, second]);
        const own = first.numerator / first.denominator;
        const others = second.numerator / second.denominator;
        const { flag: side, lower, upper, estimate } = flag;
        const sides = { side, lower, upper };
        const text = describeDifference(
          differenceFigures({ unit: 'fraction', decimals: 1 }, sides, own, others),
          { ...facts, ...sides, sideWord: side },
          own,
          estimate ?? Number.NaN,
        );
        const [shown, , shownOthers, difference, , low, high] = numbersIn(text);
        expect(shown).toBeCloseTo(own * 100, 0);
        expect(shownOthers).toBeCloseTo(others * 100, 0);
        expect(difference).toBeCloseTo((own - others) * 100, 0);
        expect(/higher by more than chance/.test(text)).toBe((lower ?? 0) > 0);
        expect(/lower by more than chance/.test(text)).toBe((upper ?? 0) < 0);
        expect(side === 'higher').toBe(low > 0);
        expect(side === 'lower').toBe(high < 0);
        expect(/not distinguishable/.test(text)).toBe((lower ?? 0) <= 0 && (upper ?? 0) >= 0);
        expect([low, high].map((limit) => limit / 100)).toEqual([
          expect.closeTo(lower ?? Number.NaN, 2),
          expect.closeTo(upper ?? Number.NaN, 2),
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('describeRatio', () => {
  test('gives how many times the rate of the others, and per what', () => {
    const [flag] = flagRateAreas([
      { events: 80, exposure: 200 },
      { events: 100, exposure: 1000 },
    ]);
    const { flag: side, lower, upper, estimate } = flag;
    const text = describeRatio({ ...facts, side, sideWord: side, lower, upper }, estimate, 'rape recorded');
    expect(text).toMatch(
      /^Shropshire: 4\.00 times the rate of the other four areas together in November 2023, per rape recorded, higher by more than chance \(99\.8% interval \d\.\d\d to \d\.\d\d\)\.$/,
    );
  });

  test('writes a limit close to an even ratio to places at which it is seen to leave it out', () => {
    const sides = { side: 'higher', lower: 1.003, upper: 1.4 } as const;
    expect(describeRatio({ ...facts, ...sides, sideWord: 'higher' }, 1.2, 'rape recorded')).toContain(
      '1.200 times',
    );
    expect(describeRatio({ ...facts, ...sides, sideWord: 'higher' }, 1.2, 'rape recorded')).toContain(
      '1.003 to 1.400',
    );
  });

  test('gives no ratio where the others have none', () => {
    const text = describeRatio(
      { ...facts, side: null, sideWord: null, lower: 0, upper: null },
      null,
      'rape recorded',
    );
    expect(text).toBe(
      'Shropshire: a rate where the other four areas together have none in November 2023, per rape recorded; not distinguishable from them (99.8% interval from 0.00 up: too few cases to bound it above).',
    );
  });
});
