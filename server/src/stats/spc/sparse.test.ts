import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthRange } from '../time/calendar.ts';
import { type Counts, fewestOf, fewestPerMonth, meanCounts, withholdLimits } from './sparse.ts';
import { judgeVariation } from './variation.ts';
import { analyseXmr, type XmrOptions } from './xmr.ts';

const months = monthRange('2021-04', '2026-03');
const oneIn = (every: number) => Array.from({ length: 36 }, (_, i) => Number(i % every === 0));

/** A series with what the product stands by; shares are of `among` cases a month. */
function withhold(values: readonly number[], among: number | null, options: Partial<XmrOptions> = {}) {
  const points = values.map((value, i) => ({ at: months[i] ?? '', value }));
  const result = analyseXmr(points, { grain: 'month', ...options });
  const counts = values.map((value): Counts => {
    if (among === null) return { counted: value, others: null };
    return { counted: value * among, others: (1 - value) * among };
  });
  const means = result.segments.map((_, i) => meanCounts(result, i, counts));
  return { result, means, kept: withholdLimits(result, means) };
}

describe('meanCounts', () => {
  test('takes the complete months of the baseline alone', () => {
    const { result } = withhold([...oneIn(12).slice(0, 24), 500], null);
    const counts = result.points.map(({ value }) => ({ counted: value ?? 0, others: null }));
    expect(meanCounts(result, 0, counts)).toEqual({ counted: 2 / 24, others: null });
  });

  test('gives a share both its sides, and the scarcer is the fewest', () => {
    const { means } = withhold(
      Array.from({ length: 24 }, (_, i) => (i % 2 ? 28 / 30 : 1)),
      30,
    );
    expect(means[0]?.counted).toBeCloseTo(29, 9);
    expect(fewestOf(means[0] ?? null)).toBeCloseTo(1, 9);
  });

  test('is null where values are not counted, or there is nothing', () => {
    const { result } = withhold(oneIn(3), null);
    const uncounted = result.points.map(() => null);
    expect(meanCounts(result, 0, uncounted)).toBeNull();
    expect(meanCounts(result, 7, uncounted)).toBeNull();
    expect(fewestOf(null)).toBeNull();
  });
});

describe('withholdLimits', () => {
  test('keeps the mean alone of a count of one in 24 months, where the engine draws limits without width', () => {
    const { result, kept } = withhold([...oneIn(24).slice(0, 24), 0, 0, 1], null);
    const [engine] = result.segments;
    expect([engine?.lower, engine?.upper]).toEqual([engine?.mean, engine?.mean]);
    expect(result.points.every(({ outside }) => outside)).toBe(true);
    expect(kept.segments[0]).toMatchObject({ lower: null, upper: null, absent: 'too-sparse' });
    expect(kept.segments[0]?.mean).toBeCloseTo(1 / 24, 12);
    expect(judgeVariation(kept, { polarity: 'increase' })).toEqual({ kind: 'too-sparse' });
  });

  test.each([
    ['a value seen almost always', [...Array.from({ length: 23 }, () => 900), 960, 1200], 'no-limits'],
    ['a value seen always', [...Array.from({ length: 24 }, () => 900), 1200], 'no-variation'],
  ])('gives no usual range to %s, whatever it measures', (_, values, absent) => {
    const points = values.map((value, i) => ({ at: months[i] ?? '', value }));
    const kept = withholdLimits(analyseXmr(points, { grain: 'month' }), [null]);
    expect(kept.segments[0]).toMatchObject({ lower: null, upper: null, absent });
    expect(judgeVariation(kept, { polarity: 'increase' })).toEqual({
      kind: 'not-judged',
      reason: 'no-limits',
    });
  });

  test('leaves a line of enough cases as the engine has it', () => {
    const { result, kept } = withhold(
      Array.from({ length: 30 }, (_, i) => (i % 2 ? 2 : 4)),
      null,
    );
    expect(kept).toBe(result);
  });

  test('judges each stretch by its own months', () => {
    const values = [...oneIn(4).slice(0, 18), ...Array.from({ length: 18 }, (_, i) => 8 + (i % 3))];
    const { kept } = withhold(values, null, { cuts: [{ at: '2022-10', kind: 'rebase' }] });
    expect(kept.segments.map(({ absent }) => absent)).toEqual(['too-sparse', null]);
    expect(kept.points.map(({ lower }) => lower !== null)).toEqual(values.map((_, i) => i >= 18));
  });

  const series = (most: number) => fc.array(fc.nat(most), { minLength: 13, maxLength: 48 });
  const isSilent = ({ kept }: ReturnType<typeof withhold>, fewest: number) =>
    fewest >= fewestPerMonth ||
    kept.points.every(({ signals, outside, lower }) => signals.length === 0 && !outside && lower === null);

  test('gives a count below the floor no limit and no signal', () => {
    fc.assert(
      fc.property(series(5), (values) => {
        const baseline = values.slice(0, 24);
        const mean = baseline.reduce((sum, value) => sum + value, 0) / baseline.length;
        return isSilent(withhold(values, null), mean);
      }),
    );
  });

  test('gives a share below the floor on either side no limit and no signal', () => {
    fc.assert(
      fc.property(series(10), fc.boolean(), (values, isMirrored) => {
        const shares = values.map((value) => (isMirrored ? 10 - value : value) / 10);
        const baseline = values.slice(0, 24);
        const mean = baseline.reduce((sum, value) => sum + value, 0) / baseline.length;
        return isSilent(withhold(shares, 10), Math.min(mean, 10 - mean));
      }),
    );
  });

  test('never draws limits without width, nor a signal beside none', () => {
    const rare = fc.array(fc.constantFrom(7, 7, 7, 7, 7, 7, 7, 9), { minLength: 13, maxLength: 40 });
    fc.assert(
      fc.property(rare, (values) => {
        const points = values.map((value, i) => ({ at: months[i] ?? '', value }));
        const kept = withholdLimits(analyseXmr(points, { grain: 'month' }), [null]);
        return kept.points.every(({ lower, upper, signals }) =>
          lower === null || upper === null ? signals.length === 0 : upper > lower,
        );
      }),
    );
  });
});
