import { describe, expect, test } from 'vitest';
import { monthRange } from '../../time/calendar.ts';
import { xmrLimits } from '../limits.ts';
import { makingDataCountR } from '../rule-set.ts';
import { analyseXmr, type XmrOptions } from '../xmr.ts';
import { plotTheDots } from './plot-the-dots.ts';
import { powerBiSpc } from './power-bi-spc.ts';
import { analyseRuns, qicharts2 } from './qicharts2.ts';

const months = monthRange('2021-04', '2026-03');
const analyse = (values: readonly (number | null)[], options: Partial<XmrOptions>) =>
  analyseXmr(
    values.map((value, i) => ({ at: months[i] ?? '', value })),
    { grain: 'month', baseline: { kind: 'all' }, ...options },
  );
const directions = (values: readonly (number | null)[], options: Partial<XmrOptions>) =>
  analyse(values, options).points.map(
    ({ signals }) => signals.find(({ rule }) => rule === 'trend')?.direction ?? 0,
  );
const steady = Array.from({ length: 24 }, (_, i) => (i % 2 === 0 ? 10 : 12));
const steadyLine = { kind: 'first-complete', count: 24 } as const;

describe('NHSRplotthedots with its defects', () => {
  const rising = [1, 2, 3, 4, 5, 6, 7];
  const twice = [...rising, ...rising.map((value) => value - 1)];

  test('turns the last point of a trend round where another begins next', () => {
    expect(directions(twice, { ruleSet: plotTheDots }).slice(5, 8)).toEqual([1, -1, 1]);
    expect(directions(twice, {}).slice(5, 8)).toEqual([1, 1, 1]);
  });

  test('stops where a missing value lies in what may be a trend', () => {
    const values = [9, 8, 1, 2, 3, null, 5, 6, 7, 3, 9];
    expect(() => analyse(values, { ruleSet: plotTheDots })).toThrow(/stops with an error/);
    expect(directions(values, {})).toEqual(values.map(() => 0));
  });

  test('goes on where the steps about a missing value go both ways', () => {
    const values = [9, 1, 8, 2, 7, null, 5, 1, 7, 3, 9];
    expect(directions(values, { ruleSet: plotTheDots })).toEqual(values.map(() => 0));
  });

  test('draws the limits of the set in use', () => {
    const [peer, own] = [analyse(steady, { ruleSet: plotTheDots }), analyse(steady, {})];
    expect(peer.segments[0]?.upper).toBe(own.segments[0]?.upper);
  });
});

describe('PowerBI-SPC', () => {
  // The example in the comment of its `i.ts`: 10, 12, 11, 14, 9 has mean 11.2 and average range 2.75.
  test('draws limits at three of its standard deviations', () => {
    const { segments } = analyse([10, 12, 11, 14, 9], { ruleSet: powerBiSpc, screenRanges: false });
    expect(segments[0]?.upper).toBeCloseTo(11.2 + (3 * 2.75) / 1.128, 12);
    expect(segments[0]?.upper).not.toBe(11.2 + 2.66 * 2.75);
  });

  const flagged = (tail: readonly number[], options: Partial<XmrOptions>) =>
    analyse([...steady, ...tail], { baseline: steadyLine, ...options })
      .points.slice(24)
      .map(({ signals }) => signals.map(({ rule }) => rule).join('+'));

  test('calls five points a trend', () => {
    const tail = [9, 10.2, 10.4, 11.5, 12.5];
    expect(flagged(tail, { ruleSet: powerBiSpc })).toEqual(tail.map(() => 'trend'));
    expect(flagged(tail, {})).toEqual(tail.map(() => ''));
  });

  test('counts a point beyond the limits and lets the third lie anywhere', () => {
    expect(flagged([15, 10, 17], { ruleSet: powerBiSpc })).toEqual([
      'two-in-three',
      '',
      'outside+two-in-three',
    ]);
    expect(flagged([15, 10, 17], {})).toEqual(['', '', 'outside']);
    expect(flagged([15, 6, 15], { ruleSet: powerBiSpc })).toEqual(['', '', '']);
  });
});

describe('qicharts2', () => {
  test('flags single points only beyond its limits', () => {
    const { points } = analyse([...steady, 12, 12, 12, 12, 12, 12, 12, 20], {
      ruleSet: qicharts2,
      baseline: steadyLine,
    });
    expect(points.flatMap(({ signals }, i) => (signals.length > 0 ? [i] : []))).toEqual([31]);
  });

  // By hand: eight ranges of 1 and one of 19 average 3; the 19 is over 3.267 times that. The mean is 8.5.
  test('keeps a large range, which the rules in use leave out', () => {
    const line = Float64Array.of(0, 1, 0, 1, 0, 1, 20, 21, 20, 21);
    expect(xmrLimits(line, qicharts2, true).upper).toBeCloseTo(8.5 + (3 * 3) / 1.128, 10);
    expect(xmrLimits(line, makingDataCountR, true).upper).toBeCloseTo(8.5 + 2.66, 10);
  });

  // round(log2(24)) + 3 and R's qbinom(0.05, 23, 0.5).
  test('knows the bounds of 24 points', () => {
    const halves = Array.from({ length: 24 }, (_, i) => (i < 12 ? 1 : -1));
    expect(analyseRuns(halves)).toEqual({
      useful: 24,
      longestRun: 12,
      longestRunMost: 8,
      crossings: 1,
      crossingsFewest: 8,
    });
  });

  // R: round(log2(n)) + 3 and qbinom(0.05, n - 1, 0.5).
  test.each([
    [10, 6, 2],
    [20, 7, 6],
    [60, 9, 23],
  ])('knows the bounds of %i points', (n, longestRunMost, crossingsFewest) => {
    const sides = Array.from({ length: n }, (_, i) => (i % 2 === 0 ? 1 : -1));
    expect(analyseRuns(sides)).toMatchObject({ longestRunMost, crossingsFewest, crossings: n - 1 });
  });

  test('leaves out points on the centre, and says nothing of a line that has no others', () => {
    expect(analyseRuns([1, 0, 1, 0, -1])).toMatchObject({ useful: 3, longestRun: 2, crossings: 1 });
    expect(analyseRuns([0, 0])).toBeNull();
    expect(analyseRuns([1])).toMatchObject({ useful: 1, longestRun: 1, crossings: 0, crossingsFewest: 0 });
  });
});
