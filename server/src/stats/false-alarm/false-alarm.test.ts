import { describe, expect, test } from 'vitest';
import { makingDataCountR } from '../spc/rule-set.ts';
import { analyseXmr } from '../spc/xmr.ts';
import { createNormal, createRandom } from '../special/random.ts';
import { monthRange } from '../time/calendar.ts';
import { pooledAutocorrelation } from './autocorrelation.ts';
import { falseSignalShare } from './false-share.ts';
import { falseShareTable } from './false-share-table.ts';
import { countIndependent } from './independent-measures.ts';
import { type FalseAlarmMeter, type MeterRow, measureFalseAlarms } from './meter.ts';
import { meterRow } from './meter-row.ts';
import { simulateFalseShare } from './simulate-share.ts';

const months = monthRange('2021-04', '2024-03');
const isLong = process.env.LONG === '1';

/** `count` steady series of 36 months in pairs that share a part of their noise. */
function drawBoard(normal: () => number, count: number, autocorrelation: number, shared: number): MeterRow[] {
  const walk = () => {
    let previous = normal();
    return months.map(() => {
      const value = previous;
      previous = autocorrelation * previous + Math.sqrt(1 - autocorrelation ** 2) * normal();
      return value;
    });
  };
  return Array.from({ length: count / 2 }, () => {
    const common = walk();
    return [walk(), walk()].map((own) =>
      own.map((value, i) => Math.sqrt(1 - shared) * value + Math.sqrt(shared) * (common[i] ?? 0)),
    );
  })
    .flat()
    .flatMap((values) => {
      const points = values.map((value, i) => ({ at: months[i] ?? '', value }));
      return meterRow(analyseXmr(points, { grain: 'month' }), months) ?? [];
    });
}

function meanMeter(
  boards: number,
  autocorrelation: number,
  shared: number,
): Record<keyof FalseAlarmMeter, number> {
  const normal = createNormal(createRandom(20240401));
  const meters = Array.from({ length: boards }, () =>
    measureFalseAlarms(drawBoard(normal, 16, autocorrelation, shared), makingDataCountR),
  );
  const mean = (field: keyof FalseAlarmMeter) =>
    meters.reduce((sum, meter) => sum + Number(meter[field]), 0) / boards;
  const fields = Object.keys(meters[0] ?? {}) as (keyof FalseAlarmMeter)[];
  return Object.fromEntries(fields.map((field) => [field, mean(field)])) as Record<
    keyof FalseAlarmMeter,
    number
  >;
}

describe('falseSignalShare', () => {
  test('is about 4%, 10% and 21% at correlations 0, 0.3 and 0.5 with a 24-point baseline', () => {
    const share = (autocorrelation: number) =>
      falseSignalShare(makingDataCountR, { baselinePoints: 24, after: 12, autocorrelation });
    expect(share(0)).toBeCloseTo(0.04, 2);
    expect(share(0.3)).toBeCloseTo(0.11, 2);
    expect(share(0.5)).toBeCloseTo(0.215, 2);
  });

  test('lies between its table rows and stays level beyond them', () => {
    const share = (after: number, autocorrelation: number) =>
      falseSignalShare(makingDataCountR, { baselinePoints: 24, after, autocorrelation });
    expect(share(3, 0)).toBeCloseTo((share(2, 0) + share(4, 0)) / 2, 12);
    expect(share(12, 0.25)).toBeCloseTo((share(12, 0.2) + share(12, 0.3)) / 2, 12);
    expect(share(100, 0.95)).toBe(share(12, 0.9));
    expect(share(12, -0.4)).toBe(share(12, 0));
  });

  test('takes the nearest baseline that is tabled', () => {
    const share = (baselinePoints: number) =>
      falseSignalShare(makingDataCountR, { baselinePoints, after: 6, autocorrelation: 0 });
    expect([share(13), share(20), share(60)]).toEqual([share(12), share(18), share(24)]);
  });

  test('refuses a rule set that has no table', () => {
    const other = { id: 'making-data-count-r', version: 2 };
    const series = { baselinePoints: 24, after: 0, autocorrelation: 0 };
    expect(() => falseSignalShare(other, series)).toThrow(/version 1/);
  });

  const entries = falseShareTable.rows.flatMap(({ baselinePoints, after, shares }) =>
    shares.map((share, i) => ({ baselinePoints, after, autocorrelation: i / 10, share })),
  );
  const checked = isLong ? entries : entries.filter((_, i) => i % 67 === 3);

  test.each(checked)(
    'table entry for $baselinePoints + $after points at $autocorrelation is found again with another seed',
    ({ share, ...series }) => {
      const runs = isLong ? 10_000 : 1500;
      const allowed = 4 * Math.sqrt(share * (1 - share) * (1 / runs + 1 / 20_000));
      expect(Math.abs(simulateFalseShare(makingDataCountR, series, runs, 77) - share)).toBeLessThan(allowed);
    },
    60_000,
  );
});

describe('pooledAutocorrelation', () => {
  test('finds the correlation its series were drawn with, short as they are', () => {
    const normal = createNormal(createRandom(3));
    const estimate = (rho: number) =>
      pooledAutocorrelation(drawBoard(normal, 400, rho, 0).map(({ deviations }) => deviations));
    expect(estimate(0)).toBeCloseTo(0, 1);
    expect(estimate(0.3)).toBeCloseTo(0.3, 1);
    expect(estimate(0.5)).toBeCloseTo(0.5, 1);
  });

  test('corrects a rising series to full correlation', () => {
    expect(pooledAutocorrelation([[1, 2, 3, 4, 5, 6, 7, 8, 9]])).toBe(1);
  });

  test('has no answer without enough neighbours or variation', () => {
    expect(pooledAutocorrelation([])).toBeNull();
    expect(pooledAutocorrelation([[1, null, 2, null, 3, null]])).toBeNull();
    expect(pooledAutocorrelation([Array.from({ length: 24 }, () => 5)])).toBeNull();
  });
});

describe('countIndependent', () => {
  const draw = (seed: number) => Array.from({ length: 400 }, createNormal(createRandom(seed)));

  test('counts a copy once', () => {
    expect(countIndependent([draw(1), draw(1)], 0)).toBeCloseTo(1, 6);
    expect(countIndependent([draw(1), draw(1), draw(2)], 0)).toBeCloseTo(1.8, 1);
  });

  test('counts a mirror image once', () => {
    expect(countIndependent([draw(1), draw(1).map((value) => -value)], 0)).toBeCloseTo(1, 6);
  });

  test('counts unrelated measures each', () => {
    const series = [1, 2, 3, 4, 5].map(draw);
    expect(countIndependent(series, 0)).toBeGreaterThan(4.9);
  });

  test('counts nothing as nothing, and measures with no months in common as unrelated', () => {
    expect(countIndependent([], 0)).toBe(0);
    expect(
      countIndependent(
        [
          [1, 2, 3],
          [1, 2, 3],
        ],
        0,
      ),
    ).toBe(2);
  });
});

describe('measureFalseAlarms', () => {
  const boards = isLong ? 2000 : 60;
  // Four standard errors of the mean number of flags on so many boards of 16.
  const allowance = (expected: number) => 4 * Math.sqrt((2 * expected) / boards) + 0.15 * expected;

  test.each([
    { autocorrelation: 0, shared: 0 },
    { autocorrelation: 0.5, shared: 0 },
    { autocorrelation: 0.3, shared: 0.9 },
  ])(
    'expects what steady boards show at $autocorrelation, sharing $shared',
    ({ autocorrelation, shared }) => {
      const mean = meanMeter(boards, autocorrelation, shared);
      expect(Math.abs(mean.shown - mean.expected)).toBeLessThan(allowance(mean.expected));
      expect(Math.abs(mean.shownIndependent - mean.expectedIndependent)).toBeLessThan(
        allowance(mean.expected),
      );
    },
    240_000,
  );

  test('counts pairs that move together as about one each', () => {
    const together = meanMeter(20, 0, 0.95);
    const apart = meanMeter(20, 0, 0);
    expect(together.independentMeasures).toBeLessThan(10);
    expect(apart.independentMeasures).toBeGreaterThan(13);
  });

  test('shows nothing for an empty board', () => {
    expect(measureFalseAlarms([], makingDataCountR)).toMatchObject({
      expected: 0,
      shown: 0,
      chanceOfAsMany: 1,
    });
  });

  test('finds many signals unlikely where few are expected', () => {
    const rows = drawBoard(createNormal(createRandom(8)), 16, 0, 0);
    const flagged = rows.map((row, i) => ({ ...row, isFlagged: i < 6 }));
    expect(measureFalseAlarms(flagged, makingDataCountR).chanceOfAsMany).toBeLessThan(0.001);
  });
});

describe('meterRow', () => {
  const points = months.map((at, i) => ({ at, value: i % 2 }));

  test('counts baseline and later points up to the point named', () => {
    const result = analyseXmr(points, { grain: 'month' });
    expect(meterRow(result, months)).toMatchObject({ baselinePoints: 24, after: 12, isFlagged: false });
    expect(meterRow(result, months, { at: '2023-09' })).toMatchObject({ baselinePoints: 24, after: 6 });
  });

  test('has no row for a point that is not judged', () => {
    const withGap = points.map((point) => (point.at === '2024-03' ? { ...point, value: null } : point));
    expect(meterRow(analyseXmr(withGap, { grain: 'month' }), months)).toBeNull();
    expect(meterRow(analyseXmr([], { grain: 'month' }), months)).toBeNull();
  });
});
