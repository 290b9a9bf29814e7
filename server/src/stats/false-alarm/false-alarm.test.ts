import { describe, expect, test } from 'vitest';
import { makingDataCountR } from '../spc/rule-set.ts';
import { fewestOf, meanCounts, withholdLimits } from '../spc/sparse.ts';
import { analyseXmr } from '../spc/xmr.ts';
import { createDraw } from '../special/draw.ts';
import { poissonMass } from '../special/poisson.ts';
import { createNormal, createRandom } from '../special/random.ts';
import { monthRange } from '../time/calendar.ts';
import { pooledAutocorrelation } from './autocorrelation.ts';
import { falseSignalShare, sparseAllowance } from './false-share.ts';
import { falseShareTable } from './false-share-table.ts';
import { countIndependent } from './independent-measures.ts';
import { type FalseAlarmMeter, type MeterRow, measureFalseAlarms } from './meter.ts';
import { meterRow } from './meter-row.ts';
import { simulateFalseShare, simulateSparseShare } from './simulate-share.ts';

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

/** `count` steady counts of 3.5 to 30 cases a month, as the product would judge them. */
function drawCounts(random: () => number, count: number): MeterRow[] {
  return Array.from({ length: count }, (_, i) => {
    const draw = createDraw(poissonMass([3.5, 5, 8, 30][i % 4] ?? 0), random);
    const values = months.map(draw);
    const result = analyseXmr(
      values.map((value, at) => ({ at: months[at] ?? '', value })),
      { grain: 'month' },
    );
    const counts = values.map((counted) => ({ counted, others: null }));
    const mean = meanCounts(result, 0, counts);
    return meterRow(withholdLimits(result, [mean]), months, { fewest: fewestOf(mean) }) ?? [];
  }).flat();
}

interface Boards {
  readonly mean: Pick<FalseAlarmMeter, 'shown' | 'expected' | 'shownIndependent' | 'expectedIndependent'>;
  /** Standard error of the mean signals shown less those expected. */
  readonly error: number;
  readonly independentMeasures: number;
}

function meanOver(boards: number, draw: () => MeterRow[]): Boards {
  const meters = Array.from({ length: boards }, () => measureFalseAlarms(draw(), makingDataCountR));
  const meanOf = (read: (meter: FalseAlarmMeter) => number) =>
    meters.reduce((sum, meter) => sum + read(meter), 0) / boards;
  const excess = meanOf(({ shown, expected }) => shown - expected);
  return {
    mean: {
      shown: meanOf(({ shown }) => shown),
      expected: meanOf(({ expected }) => expected),
      shownIndependent: meanOf(({ shownIndependent }) => shownIndependent),
      expectedIndependent: meanOf(({ expectedIndependent }) => expectedIndependent),
    },
    error: Math.sqrt(meanOf(({ shown, expected }) => (shown - expected - excess) ** 2) / boards),
    independentMeasures: meanOf(({ independentMeasures }) => independentMeasures),
  };
}

function drawBoards(boards: number, autocorrelation: number, shared: number): Boards {
  const normal = createNormal(createRandom(20240401));
  return meanOver(boards, () => drawBoard(normal, 16, autocorrelation, shared));
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

describe('small counts and shares', () => {
  const runs = isLong ? 40_000 : 6000;
  const simulate = (perMonth: number, among?: number, after = 12) =>
    simulateSparseShare(
      makingDataCountR,
      { baselinePoints: 24, after, perMonth, ...(among !== undefined && { among }) },
      runs,
      20231130,
    );
  const errorOf = (share: number) => Math.sqrt((share * (1 - share)) / runs);
  const most = 0.06;

  test.each([
    [0.2, 0.6],
    [0.4, 0.15],
    [1, 0.09],
  ])(
    'of %d cases a month would be flagged falsely in over %d, and are not judged',
    (perMonth, share) => {
      const { flagged, flaggedUnguarded } = simulate(perMonth);
      expect(flaggedUnguarded).toBeGreaterThan(share);
      expect(flagged).toBeLessThan(0.001);
    },
    60_000,
  );

  test.each([1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 5, 7, 10])(
    'of %d cases a month are flagged falsely in at most 6% of all',
    (perMonth) => {
      expect(simulate(perMonth).flagged).toBeLessThan(most);
    },
    60_000,
  );

  test.each([
    [1.5, 25],
    [2, 8],
    [2.5, 25],
    [3, 8],
    [3, 25],
    [3.5, 66],
    [5, 25],
  ])(
    'shares of %d in %d cases a month are flagged falsely in at most 5% of all',
    (perMonth, among) => {
      expect(simulate(perMonth, among).flagged).toBeLessThan(0.05);
    },
    60_000,
  );

  test.each([2, 3, 4, 5, 7, 10, 30])(
    'of %d cases a month, were all judged, are flagged as often as the allowance says',
    (perMonth) => {
      const normal = falseSignalShare(makingDataCountR, {
        baselinePoints: 24,
        after: 12,
        autocorrelation: 0,
      });
      const stated = normal * sparseAllowance(perMonth);
      const { flaggedUnguarded } = simulate(perMonth);
      expect(Math.abs(flaggedUnguarded - stated)).toBeLessThan(3 * errorOf(stated) + 0.003);
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
  const boards = isLong ? 4000 : 600;

  /** Four standard errors of so many boards, and a share of what is expected for what the meter itself estimates. */
  function expectAsShown({ mean, error }: Boards, share = 0.1) {
    const allowed = 4 * error + share * mean.expected;
    // Boards that showed nothing, or twice as much, would be found out.
    expect(allowed).toBeLessThan(mean.expected / 2);
    expect(Math.abs(mean.shown - mean.expected)).toBeLessThan(allowed);
    expect(Math.abs(mean.shownIndependent - mean.expectedIndependent)).toBeLessThan(allowed);
  }

  test.each([
    { autocorrelation: 0, shared: 0 },
    { autocorrelation: 0.5, shared: 0 },
    { autocorrelation: 0.3, shared: 0.9 },
  ])(
    'expects what steady boards show at $autocorrelation, sharing $shared',
    ({ autocorrelation, shared }) => expectAsShown(drawBoards(boards, autocorrelation, shared)),
    240_000,
  );

  test('expects what boards of small counts show', () => {
    const random = createRandom(20240402);
    const counted = meanOver(boards, () => drawCounts(random, 16));
    expectAsShown(counted, 0.2);
    // Where it errs, it expects more: it never makes signals look rarer by chance than they are.
    expect(counted.mean.shown).toBeLessThan(counted.mean.expected + counted.error);
  }, 240_000);

  test('counts pairs that move together as about one each', () => {
    expect(drawBoards(20, 0, 0.95).independentMeasures).toBeLessThan(10);
    expect(drawBoards(20, 0, 0).independentMeasures).toBeGreaterThan(13);
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

  test('has no row for a segment without limits', () => {
    const constant = points.map(({ at }) => ({ at, value: 3 }));
    expect(meterRow(analyseXmr(constant, { grain: 'month' }), months)).toBeNull();
    const sparse = withholdLimits(analyseXmr(points, { grain: 'month' }), [{ counted: 0.5, others: null }]);
    expect(meterRow(sparse, months)).toBeNull();
  });

  test('has no row for a point that is not judged', () => {
    const withGap = points.map((point) => (point.at === '2024-03' ? { ...point, value: null } : point));
    expect(meterRow(analyseXmr(withGap, { grain: 'month' }), months)).toBeNull();
    expect(meterRow(analyseXmr([], { grain: 'month' }), months)).toBeNull();
  });
});
