import { describe, expect, test } from 'vitest';
import { monthNumber } from '../../format/periods.ts';
import { valueFormat } from '../../format/values.ts';
import type { ChartSeries, UsualRange } from './types.ts';
import { drawnRanges, innerLabels, rangeValues } from './usual-range.ts';

const format = valueFormat('fraction', 1);
const range = (more: Partial<UsualRange> = {}): UsualRange => ({
  from: '2023-01',
  to: '2023-06',
  start: 'series',
  mean: 0.5,
  lower: 0.4,
  upper: 0.6,
  baseline: null,
  absent: null,
  ...more,
});
const series = (...ranges: UsualRange[]): ChartSeries => ({
  id: 'a',
  label: 'Force',
  tone: 'ink',
  points: [],
  ranges,
});
const january = monthNumber('2023-01');
const domain: [number, number] = [january - 0.5, january + 11.5];
const shares = { floor: 0, ceiling: 100 };

describe('drawnRanges', () => {
  test('reaches half a month to either side, inside the axis', () => {
    const [drawn] = drawnRanges([series(range({ from: '2020-01' }))], format, domain, shares);
    expect([drawn?.from, drawn?.to]).toEqual([january - 0.5, january + 5.5]);
  });

  test('names mean and limits in shown units', () => {
    const [drawn] = drawnRanges([series(range())], format, domain, shares);
    expect(drawn?.labels.map(({ text }) => text)).toEqual([
      'Upper limit 60.0%',
      'Mean 50.0%',
      'Lower limit 40.0%',
    ]);
  });

  test('draws no limit that no value can reach, yet names it as it is', () => {
    const [drawn] = drawnRanges([series(range({ lower: -0.1, upper: 1.2 }))], format, domain, shares);
    expect([drawn?.lower, drawn?.upper, drawn?.band]).toEqual([null, null, [0, 100]]);
    expect(drawn?.labels.at(-1)?.text).toBe('Lower limit −10.0%');
    expect(rangeValues(drawn ? [drawn] : [])).toEqual([50, 0, 100]);
  });

  test('lets a difference lie below zero', () => {
    const [drawn] = drawnRanges([series(range({ lower: -0.1 }))], format, domain, {});
    expect(drawn?.lower).toBe(-10);
  });

  test('draws a mean alone where months do not vary, and nothing without one', () => {
    const level = range({ lower: null, upper: null });
    const [drawn] = drawnRanges([series(level)], format, domain, shares);
    expect([drawn?.mean, drawn?.band, drawn?.labels.length]).toEqual([50, null, 1]);
    expect(drawnRanges([series({ ...level, mean: null })], format, domain, shares)).toEqual([]);
  });

  test('keeps stretches apart where limits step', () => {
    const ranges = [range(), range({ from: '2023-07', to: '2023-12', start: 'rebase', mean: 0.3 })];
    const drawn = drawnRanges([series(...ranges)], format, domain, shares);
    expect(drawn.map(({ mean }) => mean)).toEqual([50, 30]);
    expect(drawn[0]?.to).toBe(drawn[1]?.from);
  });
});

describe('innerLabels', () => {
  const drawn = drawnRanges([series(range())], format, domain, shares);
  const place = (pixelsPerMonth: number) =>
    innerLabels(
      drawn,
      (x) => (x - january) * pixelsPerMonth,
      (shown) => 300 - 3 * shown,
      { withMean: true, top: 0, bottom: 300 },
    );

  test('stand above the upper limit and beneath the lower', () => {
    const [upper, mean, lower] = place(40);
    expect(upper?.y).toBeLessThan(120);
    expect(mean?.y).toBeLessThan(150);
    expect(lower?.y).toBeGreaterThan(180);
  });

  test('are left out of a stretch too short for words', () => {
    expect(place(5)).toEqual([]);
  });
});
