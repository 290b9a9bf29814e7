import { describe, expect, test } from 'vitest';
import { moveReading, nearestPeriod } from './move-reading.ts';
import { periodX } from './timeline.ts';
import type { ChartSeries } from './types.ts';

const series = (...periods: string[]): ChartSeries => ({
  id: periods.join(),
  label: '',
  tone: 'ink',
  points: periods.map((period) => ({ period, value: 1, n: 1, status: [] })),
});
const two = [series('2023-01', '2023-02', '2023-03'), series('2023-02', '2023-03')];

describe('moveReading', () => {
  test.each([
    ['ArrowLeft', { series: 0, point: 0 }],
    ['ArrowRight', { series: 0, point: 2 }],
    ['Home', { series: 0, point: 0 }],
    ['End', { series: 0, point: 2 }],
    ['ArrowDown', { series: 1, point: 0 }],
    ['ArrowUp', { series: 0, point: 1 }],
  ])('goes with %s from the second month', (key, place) => {
    expect(moveReading(two, { series: 0, point: 1 }, key)).toEqual(place);
  });

  test('stops at the ends', () => {
    expect(moveReading(two, { series: 0, point: 0 }, 'ArrowLeft')).toEqual({ series: 0, point: 0 });
    expect(moveReading(two, { series: 1, point: 1 }, 'ArrowRight')).toEqual({ series: 1, point: 1 });
    expect(moveReading(two, { series: 1, point: 1 }, 'ArrowDown')).toEqual({ series: 1, point: 1 });
  });

  test('starts at the newest point of the first series', () => {
    expect(moveReading(two, null, 'End')).toEqual({ series: 0, point: 2 });
  });
});

test('finds the nearest period', () => {
  expect(nearestPeriod(two[1], periodX('2023-01'))).toBe(0);
  expect(nearestPeriod(two[0], periodX('2023-02') + 0.4)).toBe(1);
});
