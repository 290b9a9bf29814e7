import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  flagConfidence,
  flagDurationAreas,
  flagProportionAreas,
  flagRateAreas,
} from '../../stats/areas/area-flags.ts';
import { sortValues } from '../../stats/quantiles/quantile.ts';
import { positionOf, reachOf } from './position.ts';
import { restOf } from './rest-of.ts';

const shares = fc.array(
  fc
    .integer({ min: 0, max: 300 })
    .chain((denominator) =>
      fc.record({ numerator: fc.nat(denominator), denominator: fc.constant(denominator) }),
    ),
  { minLength: 2, maxLength: 6 },
);
const rates = fc.array(fc.record({ events: fc.nat(60), exposure: fc.nat(900) }), {
  minLength: 2,
  maxLength: 6,
});
const waits = fc.array(
  fc.array(fc.nat(5000), { maxLength: 40 }).map((list) => sortValues(list)),
  { minLength: 2, maxLength: 5 },
);
/** The side on which a mark is drawn beyond 99.8%. */
const drawnSide = ({ beyond, position, centre }: ReturnType<typeof positionOf>) =>
  beyond === 0.998 ? ((position ?? 0) > (centre ?? 0) ? 'higher' : 'lower') : null;

describe('positionOf', () => {
  test('draws a share outside the range exactly where the area is flagged', () => {
    fc.assert(
      fc.property(shares, (areas) => {
        const drawn = areas.map((_, i) => drawnSide(positionOf({ kind: 'shares', areas }, i)));
        expect(drawn).toEqual(flagProportionAreas(areas).map(({ flag }) => flag));
      }),
    );
  });

  test('draws a rate outside the range exactly where it is flagged and the others have events', () => {
    fc.assert(
      fc.property(rates, (areas) => {
        const flags = flagRateAreas(areas);
        const judged = areas.map((_, i) => ({
          drawn: positionOf({ kind: 'rates', areas }, i),
          flag: flags[i],
        }));
        const placed = judged.filter(({ drawn }) => drawn.position !== null);
        expect(placed.map(({ drawn }) => drawnSide(drawn))).toEqual(placed.map(({ flag }) => flag?.flag));
        expect(placed.map(({ drawn }) => drawn.position)).toEqual(
          placed.map(({ flag }) => expect.closeTo(flag?.estimate ?? Number.NaN, 9)),
        );
      }),
    );
  });

  test.each([0.5, 0.9])('draws the quantile %d outside the range exactly where the area is flagged', (p) => {
    fc.assert(
      fc.property(waits, (areas) => {
        const drawn = areas.map((_, i) => drawnSide(positionOf({ kind: 'durations', areas, p }, i)));
        expect(drawn).toEqual(flagDurationAreas(areas, flagConfidence, p).map(({ flag }) => flag));
      }),
    );
  });

  test('does not depend on the order of the areas', () => {
    fc.assert(
      fc.property(shares, (areas) => {
        const last = areas.length - 1;
        const back = areas.toReversed();
        expect(back.map((_, i) => positionOf({ kind: 'shares', areas: back }, last - i))).toEqual(
          areas.map((_, i) => positionOf({ kind: 'shares', areas }, i)),
        );
      }),
    );
  });

  test('has no place for an area without cases, or with none beside it', () => {
    const areas = [
      { numerator: 0, denominator: 0 },
      { numerator: 3, denominator: 5 },
    ];
    expect(areas.map((_, i) => positionOf({ kind: 'shares', areas }, i).position)).toEqual([null, null]);
    expect(reachOf(areas.map((_, i) => positionOf({ kind: 'shares', areas }, i)))).toBeNull();
  });

  test('reaches as far as the farthest mark or limit', () => {
    const near = {
      position: 0.5,
      centre: 0.4,
      expected95: null,
      expected998: { lower: 0.1, upper: null },
      beyond: null,
    };
    expect(reachOf([near])).toBeCloseTo(0.3, 12);
  });
});

describe('restOf', () => {
  test('takes the other areas together', () => {
    const areas = [
      { events: 3, exposure: 40 },
      { events: 5, exposure: 60 },
      { events: 0, exposure: 0 },
    ];
    expect(restOf({ kind: 'rates', areas }, 0)).toEqual({ kind: 'rates', events: 5, exposure: 60 });
    expect(restOf({ kind: 'none', absent: 'not-applicable' }, 0)).toBeNull();
  });
});
