import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthRange } from '../time/calendar.ts';
import { requireDistinctGrain } from './grain.ts';
import { xmrLimits } from './limits.ts';
import { findRuleSet, makingDataCountR } from './rule-set.ts';
import type { XmrPoint } from './segments.ts';
import { analyseXmr, type XmrOptions, type XmrResult } from './xmr.ts';

const monthly = (values: readonly (number | null)[]): XmrPoint[] =>
  monthRange('2021-04', '2030-03')
    .slice(0, values.length)
    .map((at, i) => ({ at, value: values[i] ?? null }));

const analyse = (values: readonly (number | null)[], options: Partial<XmrOptions> = {}) =>
  analyseXmr(monthly(values), { grain: 'month', ...options });

const labels = (result: XmrResult) => result.points.map(({ signals: [first] }) => first?.rule ?? null);
const flaggedAt = (result: XmrResult) => labels(result).flatMap((rule, i) => (rule === null ? [] : [i]));

const steady = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 10 : 12));
const whole = { kind: 'all' } as const;

describe('xmrLimits', () => {
  test('agrees with the worked example of four values', () => {
    const { mean, averageRange, lower, upper, nearLower, nearUpper } = xmrLimits(
      Float64Array.of(5, 7, 6, 8),
      makingDataCountR,
      true,
    );
    expect([mean, averageRange]).toEqual([6.5, 5 / 3]);
    expect(lower).toBeCloseTo(2.066667, 6);
    expect(upper).toBeCloseTo(10.933333, 6);
    expect(nearLower).toBeCloseTo(3.544444, 6);
    expect(nearUpper).toBeCloseTo(9.455556, 6);
  });

  test('never bridges a missing value', () => {
    const { averageRange } = xmrLimits(Float64Array.of(5, 7, Number.NaN, 100, 103), makingDataCountR, true);
    expect(averageRange).toBe(2.5);
  });

  test('screens out one outlying range once, when asked', () => {
    const values = Float64Array.of(10, 11, 10, 11, 10, 11, 60, 61, 60, 61, 60);
    expect(xmrLimits(values, makingDataCountR, true).averageRange).toBe(1);
    expect(xmrLimits(values, makingDataCountR, false).averageRange).toBeCloseTo(5.8, 12);
  });

  test('says why it has no limits', () => {
    const absent = (...values: number[]) =>
      xmrLimits(Float64Array.of(...values), makingDataCountR, true).absent;
    expect([absent(), absent(7), absent(7, Number.NaN, 8), absent(7, 7, 7)]).toEqual([
      'too-few',
      'too-few',
      'too-few',
      'no-variation',
    ]);
  });

  test('keeps a constant series on its own mean', () => {
    const { mean, upper } = xmrLimits(
      Float64Array.from({ length: 14 }, () => 0.07),
      makingDataCountR,
      false,
    );
    expect([mean, upper]).toEqual([0.07, 0.07]);
  });
});

describe('rules of making-data-count-r', () => {
  test('flags a point beyond the limits, above the mean as high', () => {
    const result = analyse([...steady, 30]);
    expect(result.segments[0]).toMatchObject({ mean: 11 });
    expect(result.segments[0]?.lower).toBeCloseTo(5.68, 12);
    expect(result.segments[0]?.upper).toBeCloseTo(16.32, 12);
    expect(result.points.at(-1)).toMatchObject({
      outside: true,
      signals: [{ rule: 'outside', direction: 1 }],
    });
    expect(result.points.at(-1)?.sigmas).toBeCloseTo(10.714, 3);
  });

  test('flags seven rising points but not six', () => {
    expect(flaggedAt(analyse([...steady, 11, 10.1, 10.2, 10.3, 10.4, 10.5, 10.6]))).toEqual([]);
    expect(flaggedAt(analyse([...steady, 11, 10.1, 10.2, 10.3, 10.4, 10.5, 11.6, 11.7]))).toEqual([
      25, 26, 27, 28, 29, 30, 31,
    ]);
  });

  test('ends a trend at an equal pair and at a missing value', () => {
    expect(flaggedAt(analyse([...steady, 11, 10.1, 10.2, 10.3, 10.3, 10.5, 11.6, 11.7]))).toEqual([]);
    expect(flaggedAt(analyse([...steady, 11, 10.1, 10.2, 10.3, null, 10.5, 11.6, 11.7]))).toEqual([]);
  });

  test('gives a shared peak the direction of the later trend', () => {
    const rise = [10.1, 10.4, 10.7, 11.2, 11.5, 11.8, 12.1];
    const result = analyse([...steady, 11, ...rise, ...rise.slice(0, 6).toReversed()]);
    expect(result.points[31]?.signals[0]).toEqual({ rule: 'trend', direction: -1 });
    expect(result.points[30]?.signals[0]).toEqual({ rule: 'trend', direction: 1 });
  });

  test('keeps the last point of a trend rising where another trend starts on the next row', () => {
    const rise = [10.1, 10.4, 10.7, 11.2, 11.5, 11.8, 12.1];
    const result = analyse([...steady, 11, ...rise, ...rise]);
    const directions = result.points.slice(25, 39).map(({ signals }) => signals[0]?.direction);
    expect(directions).toEqual(Array.from({ length: 14 }, () => 1));
  });

  test('flags seven points on one side of the mean but not six, and a point on the mean ends the run', () => {
    const run = [12, 11.5, 12, 11.5, 12, 11.5];
    expect(flaggedAt(analyse([...steady, 10, ...run, 10]))).toEqual([]);
    expect(labels(analyse([...steady, 10, ...run, 12])).slice(25)).toEqual(
      Array.from({ length: 7 }, () => 'shift'),
    );
    expect(flaggedAt(analyse([...steady, 10, ...run, 11, 12]))).toEqual([]);
  });

  test('flags the near points of two in three on one side, and no point on the other side between them', () => {
    expect(labels(analyse([...steady, 10, 15, 12, 15])).slice(24)).toEqual([
      null,
      'two-in-three',
      null,
      'two-in-three',
    ]);
    expect(flaggedAt(analyse([...steady, 10, 15, 10, 15]))).toEqual([]);
  });

  test('does not count a point outside the limits as near', () => {
    expect(labels(analyse([...steady, 10, 17, 15, 12])).slice(24)).toEqual([null, 'outside', null, null]);
  });

  test('keeps every pattern of a point, the label first', () => {
    const result = analyse([...steady, 12, 12.5, 13, 13.5, 14, 14.2, 14.3, 14.4, 17]);
    expect(result.points.at(-1)?.signals.map(({ rule }) => rule)).toEqual(['outside', 'trend', 'shift']);
  });
});

describe('car drivers killed or seriously injured in Great Britain, 1981 to 1984', () => {
  // Harvey and Durbin (1986), JRSS A 149, 187-227 (R datasets::UKDriverDeaths); NHSRplotthedots 0.2.2 for the result.
  const drivers = [
    [1474, 1458, 1542, 1404, 1522, 1385, 1641, 1510, 1681, 1938, 1868, 1726],
    [1456, 1445, 1456, 1365, 1487, 1558, 1488, 1684, 1594, 1850, 1998, 2079],
    [1494, 1057, 1218, 1168, 1236, 1076, 1174, 1139, 1427, 1487, 1483, 1513],
    [1357, 1165, 1282, 1110, 1297, 1185, 1222, 1284, 1444, 1575, 1737, 1763],
  ].flat();
  const result = analyse(drivers, { baseline: whole });

  test('have the limits the R package gives', () => {
    expect(result.segments[0]?.mean).toBeCloseTo(1468.79166666667, 9);
    expect(result.segments[0]?.lower).toBeCloseTo(1130.97166666667, 9);
    expect(result.segments[0]?.upper).toBeCloseTo(1806.61166666667, 9);
  });

  test('carry the signals the R package gives', () => {
    const at = (rule: string) => labels(result).flatMap((label, i) => (label === rule ? [i] : []));
    expect(at('outside')).toEqual([9, 10, 21, 22, 23, 25, 29, 39]);
    expect(at('trend')).toEqual([41, 42, 43, 44, 45, 46, 47]);
    expect(at('two-in-three')).toEqual([26, 27, 28, 30, 31]);
    expect(at('shift')).toEqual([16, 17, 18, 19, 20, 24, 32, 36, 37, 38, 40]);
  });
});

describe('baselines', () => {
  test('use the first 24 complete points, so a gap or a provisional month lengthens the span', () => {
    const points = monthly([...steady.slice(0, 5), null, ...steady.slice(5), 50]);
    const result = analyseXmr(points, { grain: 'month' });
    expect(result.segments[0]?.baseline).toEqual({ from: '2021-04', to: '2023-04', completePoints: 24 });
    expect(result.segments[0]?.mean).toBe(11);
  });

  test('use the whole segment while it is shorter', () => {
    expect(analyse(steady.slice(0, 13)).segments[0]?.baseline?.completePoints).toBe(13);
  });

  test('leave points before a dated span unjudged', () => {
    const baseline = { kind: 'span', from: '2021-10', to: '2023-03' } as const;
    const result = analyse([90, 90, 90, 90, 90, 90, ...steady], { baseline });
    expect(result.points[0]).toMatchObject({ unjudged: 'before-baseline', mean: null, signals: [] });
    expect(result.segments[0]).toMatchObject({ mean: 11, completePoints: 24 });
    expect(result.notices).toEqual([]);
  });

  test('apply a dated span inside its own segment only', () => {
    const baseline = { kind: 'span', from: '2021-04', to: '2022-03' } as const;
    const cuts = [{ at: '2022-10', kind: 'rebase' }] as const;
    const result = analyse([...steady, ...steady.map((value) => value + 50)], { baseline, cuts });
    expect(result.segments.map(({ baseline: used }) => used?.to)).toEqual(['2022-03', '2024-09']);
  });

  test.each([
    ['outside the series', { from: '2010-04', to: '2012-03' }, 'baseline-outside-series'],
    ['crossing a cut', { from: '2021-10', to: '2023-03' }, 'baseline-crosses-cut'],
    ['under twelve points', { from: '2021-04', to: '2021-09' }, 'baseline-too-short'],
  ] as const)('fall back to the default for a span %s, and say so', (_, span, code) => {
    const cuts = [{ at: '2022-10', kind: 'rebase' }] as const;
    const result = analyse([...steady, ...steady], { baseline: { kind: 'span', ...span }, cuts });
    expect(result.notices).toEqual([{ code, at: span.from }]);
    expect(result.points.every(({ unjudged }) => unjudged === null)).toBe(true);
  });

  test('are refused below twelve points or backwards', () => {
    expect(() => analyse(steady, { baseline: { kind: 'first-complete', count: 11 } })).toThrow(/at least 12/);
    const backwards = { kind: 'span', from: '2023-01', to: '2022-01' } as const;
    expect(() => analyse(steady, { baseline: backwards })).toThrow(/before it starts/);
  });
});

describe('cuts', () => {
  test('restart limits and end every pattern', () => {
    const values = [...steady, ...steady.map((value) => value + 100)];
    const result = analyse(values, { cuts: [{ at: '2023-04', kind: 'break' }] });
    expect(result.segments.map(({ start, mean }) => [start, mean])).toEqual([
      ['series', 11],
      ['break', 111],
    ]);
    expect(flaggedAt(result)).toEqual([]);
  });

  test('that match no point are named, and a break outweighs a rebase on one point', () => {
    const cuts = [
      { at: '2020-01', kind: 'rebase' },
      { at: '2022-04', kind: 'break' },
      { at: '2022-04', kind: 'rebase' },
    ] as const;
    const result = analyse(steady, { cuts });
    expect(result.notices).toEqual([{ code: 'cut-matches-no-point', at: '2020-01' }]);
    expect(result.segments.map(({ start, from }) => [start, from])).toEqual([
      ['series', '2021-04'],
      ['break', '2022-04'],
    ]);
  });
});

describe('analyseXmr', () => {
  test('draws a provisional point without judging it or letting it into the limits', () => {
    const points = monthly([...steady, 99]).map((point) => ({ ...point, provisional: point.value === 99 }));
    const result = analyseXmr(points, { grain: 'month' });
    expect(result.points.at(-1)).toMatchObject({
      unjudged: 'provisional',
      mean: 11,
      outside: null,
      signals: [],
    });
    expect(result.segments[0]?.completePoints).toBe(24);
  });

  test('has nothing to say about an empty series or one of gaps', () => {
    expect(analyse([])).toMatchObject({ segments: [], points: [] });
    expect(analyse([null, null]).segments[0]).toMatchObject({
      mean: null,
      absent: 'too-few',
      baseline: null,
    });
  });

  test('refuses two points of one name and a value that is no number', () => {
    const twice = [...monthly([1, 2]), { at: '2021-04', value: 3 }];
    expect(() => analyseXmr(twice, { grain: 'month' })).toThrow(/2021-04/);
    expect(() => analyse([1, Number.NaN])).toThrow(/2021-05/);
  });

  test('refuses a rolling grain, in the type and when it comes from outside', () => {
    // @ts-expect-error rolling periods overlap
    expect(() => analyse(steady, { grain: 'rolling-12' })).toThrow(/overlap/);
    expect(() => requireDistinctGrain('financial-year-to-date')).toThrow(/month, quarter or financial-year/);
    expect(requireDistinctGrain('quarter')).toBe('quarter');
  });

  test('names its rule set, and refuses one it does not know', () => {
    expect(analyse(steady).ruleSet).toEqual({ id: 'making-data-count-r', version: 1 });
    expect(findRuleSet('making-data-count-r')).toBe(makingDataCountR);
    expect(() => findRuleSet('nelson')).toThrow(/making-data-count-r version 1/);
  });
});

describe('properties', () => {
  const value = fc.option(fc.integer({ min: -500, max: 500 }), { freq: 12 });
  const series = fc.array(value, { minLength: 1, maxLength: 50 });

  test('limits follow a shift and a scale of the data', () => {
    fc.assert(
      fc.property(
        series,
        fc.integer({ min: 1, max: 64 }),
        fc.integer({ min: -999, max: 999 }),
        (values, a, b) => {
          const plain = analyse(values);
          const moved = analyse(values.map((one) => (one === null ? null : a * one + b)));
          expect(moved.segments.map(({ absent }) => absent)).toEqual(
            plain.segments.map(({ absent }) => absent),
          );
          expect(moved.segments[0]?.upper ?? b).toBeCloseTo(a * (plain.segments[0]?.upper ?? 0) + b, 6);
          expect(moved.segments[0]?.lower ?? b).toBeCloseTo(a * (plain.segments[0]?.lower ?? 0) + b, 6);
        },
      ),
    );
  });

  // Powers of two, for which scaling is exact: any other factor may round a point off the mean it lies on.
  test('flags do not change with the scale of the data', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(2, 0.25, 1024), (values, factor) => {
        const scaled = analyse(values.map((one) => (one === null ? null : factor * one)));
        expect(scaled.points.map(({ signals }) => signals)).toEqual(
          analyse(values).points.map(({ signals }) => signals),
        );
      }),
    );
  });

  test('flags do not depend on row order', () => {
    fc.assert(
      fc.property(series, fc.infiniteStream(fc.integer()), (values, keys) => {
        const points = monthly(values);
        const shuffled = points
          .map((point) => ({ point, key: keys.next().value }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ point }) => point);
        expect(analyseXmr(shuffled, { grain: 'month' })).toEqual(analyseXmr(points, { grain: 'month' }));
      }),
    );
  });

  test('a mirrored series carries the mirrored signals', () => {
    fc.assert(
      fc.property(series, (values) => {
        const mirrored = analyse(values.map((one) => (one === null ? null : -one)));
        const back = mirrored.points.map(({ signals }) =>
          signals.map(({ rule, direction }) => ({ rule, direction: direction === 1 ? -1 : 1 })),
        );
        expect(back).toEqual(analyse(values).points.map(({ signals }) => signals));
      }),
    );
  });

  test('no number in a result is NaN', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(whole, undefined), (values, baseline) => {
        const result = analyse(values, baseline ? { baseline } : {});
        expect(JSON.stringify(result, (_, one) => (Number.isNaN(one) ? 'NaN' : one))).not.toContain('"NaN"');
      }),
    );
  });
});
