import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { flagProportionAreas } from '../../stats/areas/area-flags.ts';
import { newcombeInterval } from '../../stats/intervals/newcombe.ts';
import {
  describeAreas,
  describeCells,
  describeChance,
  describeChanges,
  describeMove,
  describePage,
  describeStripCell,
} from './comparison.ts';
import { figure, figuresOf } from './format.ts';
import { levelWords, waitWords } from './variation.ts';

const figures = figuresOf('fraction', 1);
const causal = /because|due to|led to|impact|thanks to|caused/i;
const ranked = /best|worst|top|bottom|league/i;
const area = fc
  .integer({ min: 1, max: 400 })
  .chain((denominator) =>
    fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }),
  );
const five = fc.array(area, { minLength: 5, maxLength: 5 });
const names = ['Alder', 'Birch', 'Cedar', 'Elm', 'Fir'];

describe('describeAreas', () => {
  const titleOf = (areas: readonly { numerator: number; denominator: number }[]) => {
    const flags = flagProportionAreas(areas);
    const values = areas.map(({ numerator, denominator }) => numerator / denominator);
    const flagged = flags.flatMap(({ flag: side, comparison, estimate }, i) =>
      side === null
        ? []
        : [
            {
              name: names[i],
              flag: { side, comparison, estimate, comparedWith: 'the other four areas together' },
            },
          ],
    );
    const span = { lowest: Math.min(...values), highest: Math.max(...values) };
    return {
      flags,
      values,
      title: describeAreas('Seen in time', figures, levelWords, flagged, span, areas.length),
    };
  };

  test('names exactly the areas that are flagged, each on its side', () => {
    fc.assert(
      fc.property(five, (areas) => {
        const { flags, title } = titleOf(areas);
        expect(names.filter((name) => title.includes(name))).toEqual(
          names.filter((_, i) => flags[i]?.flag !== null),
        );
        expect(/higher/.test(title)).toBe(flags.some(({ flag }) => flag === 'higher'));
        expect(/lower/.test(title)).toBe(flags.some(({ flag }) => flag === 'lower'));
        expect(title).not.toMatch(causal);
        expect(title).not.toMatch(ranked);
      }),
    );
  });

  test('gives the difference of a single flagged area, and the span where there is none', () => {
    fc.assert(
      fc.property(five, (areas) => {
        const { flags, values, title } = titleOf(areas);
        const flagged = flags.filter(({ flag }) => flag !== null);
        const size = figure(100 * Math.abs(flagged[0]?.estimate ?? 0), 1);
        const span = [Math.min(...values), Math.max(...values)].map((one) => figures.number(one));
        const claims = [
          [span[0], span[1], 'none differs'],
          [`${size} percentage points`, 'by more than chance'],
          ['than the other areas by more than chance'],
        ];
        const claim = claims[Math.min(flagged.length, 2)] ?? [];
        expect(claim.filter((part) => !title.includes(part ?? ''))).toEqual([]);
      }),
    );
  });

  test('speaks of waits as slower and quicker, and of rates as times', () => {
    const slow = {
      side: 'higher',
      comparison: 'difference',
      estimate: 1248,
      comparedWith: 'the other four areas together',
    } as const;
    const minutes = figuresOf('seconds', 1);
    const span = { lowest: 3600, highest: 4800 };
    expect(describeAreas('Wait', minutes, waitWords, [{ name: 'Elm', flag: slow }], span, 5)).toBe(
      'Elm is 20.8 minutes slower than the other areas, by more than chance',
    );
    const rate = {
      side: 'lower',
      comparison: 'ratio',
      estimate: 0.62,
      comparedWith: 'the other area',
    } as const;
    expect(
      describeAreas('DVPNs', figuresOf('count', 0), levelWords, [{ name: 'Elm', flag: rate }], span, 2),
    ).toBe('Elm has 0.62 times the rate of the other area, by more than chance');
  });

  test('says of a count what it is compared by', () => {
    const counts = figuresOf('count', 0);
    const numbers = { lowest: 10, highest: 19 };
    const per = 'domestic abuse crime recorded';
    expect(describeAreas('DVPNs', counts, levelWords, [], numbers, 5, per)).toBe(
      'DVPNs: areas run from 10 to 19; none differs from the others by more than chance, per domestic abuse crime recorded',
    );
    const rate = { side: 'lower', comparison: 'ratio', estimate: 0.62, comparedWith: 'the other' } as const;
    expect(describeAreas('DVPNs', counts, levelWords, [{ name: 'Elm', flag: rate }], numbers, 5, per)).toBe(
      'Elm has 0.62 times the rate of the other areas, by more than chance, per domestic abuse crime recorded',
    );
  });
});

describe('describeChanges', () => {
  const side = fc.constantFrom('higher' as const, 'lower' as const, null);

  test('names exactly the areas that moved, and counts the others', () => {
    fc.assert(
      fc.property(fc.array(side, { minLength: 5, maxLength: 5 }), (sides) => {
        const title = describeChanges(
          levelWords,
          sides.map((one, i) => ({ name: names[i], side: one })),
        );
        expect(names.filter((name) => title.includes(name))).toEqual(
          names.filter((_, i) => sides[i] !== null),
        );
        expect(title).not.toMatch(causal);
      }),
    );
  });

  test('says so where nothing can be set against a year before, and where nothing moved', () => {
    expect(describeChanges(levelWords, [])).toBe('No area can be set against a year earlier');
    expect(describeChanges(levelWords, [{ name: 'Elm', side: null }])).toBe(
      'No area differs from a year earlier by more than chance',
    );
    expect(
      describeChanges(levelWords, [
        { name: 'Elm', side: 'higher' },
        { name: 'Fir', side: null },
      ]),
    ).toBe('Elm higher than a year earlier by more than chance; in one the difference could be chance');
  });
});

test('describeMove calls a difference chance exactly where its interval holds none', () => {
  fc.assert(
    fc.property(area, area, (now, before) => {
      const interval = newcombeInterval(
        now.numerator,
        now.denominator,
        before.numerator,
        before.denominator,
        0.998,
      );
      const { difference: estimate, lower, upper } = interval;
      const side = lower > 0 ? ('higher' as const) : upper < 0 ? ('lower' as const) : null;
      const facts = {
        comparison: 'difference',
        estimate,
        lower,
        upper,
        side,
        confidence: 0.998,
        per: null,
      } as const;
      const [value, earlier] = [now, before].map((one) => one.numerator / one.denominator);
      const sentence = describeMove(figures, levelWords, { ...facts, name: 'Elm', value, before: earlier });
      expect(sentence.includes('could be chance')).toBe(lower <= 0 && upper >= 0);
      expect(sentence).toContain(`99.8% interval ${figures.gapNumber(lower)} to ${figures.gapNumber(upper)}`);
    }),
  );
});

describe('describePage', () => {
  test.each([
    [[{ title: 'Waits', flagged: 1 }], 'One area differs from the others on “Waits” by more than chance.'],
    [
      [
        { title: 'Waits', flagged: 0 },
        { title: 'Satisfied', flagged: 2 },
      ],
      'No area differs from the others on “Waits” by more than chance; two areas differ on “Satisfied” by more than chance.',
    ],
    [[{ title: 'Waiting', flagged: null }], 'Areas are not compared on “Waiting”.'],
  ])('counts the areas of each measure: %j', (panels, sentence) => {
    expect(describePage(panels, 5)).toBe(sentence);
  });
});

describe('describeCells', () => {
  test.each([
    [{ comparisons: 0, beyond998: 0, names: [] }, 'No measure can be compared between these areas'],
    [
      { comparisons: 80, beyond998: 0, names: [] },
      'None of 80 results differs from the other areas by more than chance',
    ],
    [
      { comparisons: 80, beyond998: 2, names: ['Elm'] },
      'Two of 80 results differ from the other areas by more than chance, both in Elm',
    ],
    [
      { comparisons: 80, beyond998: 3, names: ['Elm', 'Fir'] },
      'Three of 80 results differ from the other areas by more than chance, in Elm and Fir',
    ],
  ])('says how many lie beyond chance: %j', (counts, statement) => {
    expect(describeCells({ ...counts, areas: 5 })).toBe(statement);
  });
});

describe('describeStripCell', () => {
  const facts = {
    value: 0.396,
    ratio: null,
    per: null,
    beyond: null,
    isHigh: false,
    why: null,
    others: 'the other areas',
  };

  test.each([
    [{}, '39.6%, not distinguishable from the other areas'],
    [{ beyond: 0.998 }, '39.6%, lower than the other areas, beyond 99.8%'],
    [{ beyond: 0.95, isHigh: true }, '39.6%, higher than the other areas, beyond 95% but not 99.8%'],
    [{ why: 'there were no cases' }, '39.6%; not compared: there were no cases'],
  ])('says in words what the strip draws: %j', (more, text) => {
    expect(describeStripCell(figures, levelWords, { ...facts, ...more })).toBe(text);
  });
});

test.each([
  [0, 0, 'There is nothing to compare, so nothing is called different.'],
  [1, 0.05, /^With one comparison, fewer than one would lie beyond 95% by chance alone/],
  [5, 0.25, /^With 5 comparisons, fewer than one would/],
  [
    80,
    4,
    /^With 80 comparisons, about four would lie beyond 95% by chance alone, so only those beyond 99\.8%/,
  ],
])('says of %i comparisons how many chance would put beyond 95%', (comparisons, expected, sentence) => {
  expect(describeChance(comparisons, expected)).toMatch(sentence);
});
