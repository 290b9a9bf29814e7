import { describe, expect, test } from 'vitest';
import { type SparkPoint, shapeSparkline } from './sparkline-model.ts';

const box = { width: 110, height: 30 };
const months = ['2023-01', '2023-02', '2023-03', '2023-04', '2023-05'];
const points = (values: (number | null)[]): SparkPoint[] =>
  values.map((value, index) => ({ period: months[index] ?? '', value, provisional: false }));

describe('shapeSparkline', () => {
  test('draws one line from the left edge to the right, the highest value on top', () => {
    const shape = shapeSparkline({ points: points([0, 10, 5, 5, 5]), breaks: [], target: null }, box);
    expect(shape.lines).toEqual(['M5 25L30 5L55 15L80 15L105 15']);
    expect(shape.last).toEqual({ x: 105, y: 15, hollow: false });
    expect(shape.dashed).toBeNull();
  });

  test('joins nothing across a break', () => {
    const shape = shapeSparkline(
      { points: points([0, 10, 5, 5, 5]), breaks: ['2023-03'], target: null },
      box,
    );
    expect(shape.lines).toEqual(['M5 25L30 5', 'M55 15L80 15L105 15']);
    expect(shape.cuts).toEqual([42.5]);
  });

  test('ignores a break at the first month and one outside the months shown', () => {
    const shape = shapeSparkline(
      { points: points([0, 10, 5, 5, 5]), breaks: ['2023-01', '2022-04'], target: null },
      box,
    );
    expect(shape.lines).toHaveLength(1);
    expect(shape.cuts).toEqual([]);
  });

  test('leaves a gap where a value is absent and marks a value alone with a dot', () => {
    const shape = shapeSparkline({ points: points([4, null, 10, 0, 4]), breaks: [], target: null }, box);
    expect(shape.lines).toEqual(['M55 5L80 25L105 17']);
    expect(shape.dots).toEqual([{ x: 5, y: 17 }]);
  });

  test('dashes the step to a provisional last value and leaves its point hollow', () => {
    const settled = points([0, 10, 5, 5]);
    const shape = shapeSparkline(
      { points: [...settled, { period: '2023-05', value: 0, provisional: true }], breaks: [], target: null },
      box,
    );
    expect(shape.lines).toEqual(['M5 25L30 5L55 15L80 15']);
    expect(shape.dashed).toBe('M80 15L105 25');
    expect(shape.last?.hollow).toBe(true);
  });

  test('has no last point when the last month is absent', () => {
    const shape = shapeSparkline({ points: points([1, 2, 3, 4, null]), breaks: [], target: null }, box);
    expect(shape.last).toBeNull();
  });

  test('makes room for a target outside the values', () => {
    const shape = shapeSparkline({ points: points([0, 5, 5, 5, 5]), breaks: [], target: 10 }, box);
    expect(shape.targetY).toBe(5);
    expect(shape.last?.y).toBe(15);
  });

  test('draws a line through the middle when every value is the same', () => {
    const shape = shapeSparkline({ points: points([3, 3, 3, 3, 3]), breaks: [], target: null }, box);
    expect(shape.lines).toEqual(['M5 15L30 15L55 15L80 15L105 15']);
  });

  test('draws nothing without a value', () => {
    const shape = shapeSparkline({ points: points([null, null]), breaks: [], target: 10 }, box);
    expect(shape).toEqual({
      lines: [],
      dashed: null,
      dots: [],
      last: null,
      targetY: null,
      cuts: [],
      bands: [],
      signals: [],
    });
  });
});
