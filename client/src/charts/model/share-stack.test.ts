import { describe, expect, test } from 'vitest';
import { type ShareLook, type ShareSeries, shareStack } from './share-stack.ts';
import type { ChartPoint } from './types.ts';

const point = (period: string, value: number | null, status: string[] = []): ChartPoint => ({
  period,
  value,
  n: 100,
  status,
});
const part = (look: ShareLook, ...points: ChartPoint[]): ShareSeries => ({
  id: look,
  label: look,
  tone: 'ink',
  look,
  points,
});

describe('shareStack', () => {
  const stack = shareStack(
    [
      part('teal', point('2023-01', 0.25), point('2023-02', 0.1, ['immature'])),
      part('hatched', point('2023-01', 0.75), point('2023-02', 0.9, ['immature'])),
    ],
    900,
    300,
  );

  test('fills each column from the axis to the top', () => {
    for (const { parts } of stack.columns) {
      const height = parts.reduce((sum, one) => sum + one.height, 0);
      expect(height).toBeCloseTo(300);
      expect(parts.at(-1)?.y).toBeCloseTo(stack.box.top);
    }
    expect(stack.columns).toHaveLength(2);
  });

  test('marks where outcomes are still to come', () => {
    expect(stack.open?.label).toBe('Outcomes still to come');
    expect(stack.open?.x).toBeCloseTo((stack.box.left + stack.box.right) / 2);
  });

  test('names the parts beside the last column, apart from each other, where there is room', () => {
    const [first, second] = stack.labels;
    expect(Math.abs((first?.y ?? 0) - (second?.y ?? 0))).toBeGreaterThanOrEqual(19);
    const narrow = shareStack([part('teal', point('2023-01', 1))], 380, 300);
    expect(narrow.labels).toEqual([]);
  });

  test('leaves out a column with an absent part: the rest would read as the whole', () => {
    const cut = shareStack(
      [part('teal', point('2023-01', 0.2)), part('grey', point('2023-01', null))],
      900,
      300,
    );
    expect(cut.columns).toEqual([]);
  });
});
