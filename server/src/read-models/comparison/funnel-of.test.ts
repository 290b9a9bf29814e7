import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelOf } from './funnel-of.ts';

const rates = fc.array(fc.record({ events: fc.nat(60), exposure: fc.nat(900) }), {
  minLength: 2,
  maxLength: 6,
});
const unflagged = { side: null } as const;
const named = (count: number, flags: readonly ('higher' | 'lower' | null)[] = []) =>
  Array.from({ length: count }, (_, i) => ({
    code: `A${i}`,
    flag: { ...unflagged, side: flags[i] ?? null },
  }));
const per100 = { unit: 'per-100', per: 100 } as const;

describe('funnelOf', () => {
  // PHEindicatormethods 2.1.0, the proportions of stats/funnel/funnel.test.ts.
  const areas = [
    { numerator: 244, denominator: 1020 },
    { numerator: 118, denominator: 423 },
    { numerator: 29, denominator: 140 },
    { numerator: 5, denominator: 44 },
    { numerator: 9, denominator: 37 },
  ];
  const drawn = funnelOf({ kind: 'shares', areas }, named(5), per100);

  test('stands about the common share, with the side of the drawn lines', () => {
    expect(drawn).toMatchObject({ funnel: { unit: 'fraction' } });
    const funnel = 'funnel' in drawn ? drawn.funnel : null;
    expect(funnel?.baseline).toBeCloseTo(0.243389423076923, 14);
    expect(funnel?.points.map(({ outside }) => outside)).toEqual([
      null,
      null,
      null,
      { side: 'low', level: 0.95 },
      null,
    ]);
    expect(funnel?.points.map(({ differs }) => differs)).toEqual([false, false, false, false, false]);
  });

  test('says of a point where its side of the dashed line and its flag differ', () => {
    const flags = ['lower', null, null, null, null] as const;
    const other = funnelOf({ kind: 'shares', areas }, named(5, flags), per100);
    expect('funnel' in other && other.funnel.points.map(({ differs }) => differs)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test('draws every line from half the smallest area on, in order, with finite heights', () => {
    fc.assert(
      fc.property(rates, (some) => {
        const present = some.filter(({ exposure }) => exposure > 0);
        fc.pre(present.some(({ events }) => events > 0));
        const result = funnelOf({ kind: 'rates', areas: some }, named(some.length), per100);
        const lines = 'funnel' in result ? result.funnel.lines : [];
        const smallest = Math.min(...present.map(({ exposure }) => exposure));
        expect(lines.map(({ side, level }) => `${side} ${level}`)).toEqual([
          'lower 0.95',
          'upper 0.95',
          'lower 0.998',
          'upper 0.998',
        ]);
        const places = lines.flatMap(({ points }) => points);
        expect(places.filter(({ denominator }) => denominator < smallest / 2)).toEqual([]);
        expect(places.filter(({ value }) => !(value >= 0 && value < Infinity))).toEqual([]);
        expect(lines.map(({ points }) => points.map(({ denominator }) => denominator))).toEqual(
          lines.map(({ points }) => points.map(({ denominator }) => denominator).toSorted((a, b) => a - b)),
        );
      }),
    );
  });

  test.each([
    ['no areas', { kind: 'shares', areas: [] }, 'no-cases'],
    [
      'shares that are all nothing',
      { kind: 'shares', areas: [{ numerator: 0, denominator: 9 }] },
      'no-variation',
    ],
    [
      'shares that are all whole',
      { kind: 'shares', areas: [{ numerator: 9, denominator: 9 }] },
      'no-variation',
    ],
    ['no events', { kind: 'rates', areas: [{ events: 0, exposure: 9 }] }, 'no-variation'],
    ['no exposure', { kind: 'rates', areas: [{ events: 0, exposure: 0 }] }, 'no-cases'],
    ['waits', { kind: 'durations', areas: [], p: 0.5 }, 'not-a-share'],
  ] as const)('gives a reason for %s', (_, comparands, absent) => {
    expect(funnelOf(comparands, named(comparands.areas.length), per100)).toEqual({ absent });
  });
});
