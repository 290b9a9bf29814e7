import { describe, expect, test } from 'vitest';
import { valueFormat } from '../../format/values.ts';
import { layStack, type StackSeries, stackBars } from './stack.ts';

const part = (group: string, name: string, minutes: (number | null)[]): StackSeries => ({
  id: `${group} ${name}`,
  label: `${group}, ${name}`,
  group,
  part: name,
  tone: 'ink',
  points: minutes.map((value, index) => ({
    period: `P12M/202${index + 2}-11`,
    value: value === null ? null : value * 60,
    n: 900,
    status: [],
  })),
});

test('makes one bar for each group and period, parts in order', () => {
  const bars = stackBars([
    part('DA', 'dispatch', [52.4, 44.1]),
    part('DA', 'travel', [31.8, 31.2]),
    part('Other', 'dispatch', [29.6, 27.9]),
    part('Other', 'travel', [30.1, 30.3]),
  ]);
  expect(bars.map(({ group, period }) => `${group} ${period}`)).toEqual([
    'DA P12M/2022-11',
    'DA P12M/2023-11',
    'Other P12M/2022-11',
    'Other P12M/2023-11',
  ]);
  expect(bars[0]?.parts.map(({ label }) => label)).toEqual(['dispatch', 'travel']);
  expect(bars[0]?.total).toBeCloseTo(84.2 * 60);
});

test('leaves out a bar with an absent part', () => {
  const bars = stackBars([part('DA', 'dispatch', [52.4, 44.1]), part('DA', 'travel', [null, 31.2])]);
  expect(bars.map(({ period }) => period)).toEqual(['P12M/2023-11']);
});

describe('layStack', () => {
  const bars = stackBars([
    part('DA', 'waiting for dispatch', [52.4, 44.1]),
    part('DA', 'travel', [31.8, 0.5]),
  ]);
  const layout = layStack(bars, valueFormat('seconds', 1), 640);

  test('measures bars from zero, parts end to end', () => {
    expect(layout.ticks.map(({ shown }) => shown)).toEqual([0, 20, 40, 60, 80, 100]);
    const [dispatch, travel] = layout.bars[0]?.parts ?? [];
    expect(dispatch?.x).toBe(layout.ticks[0]?.x);
    expect(travel?.x).toBeCloseTo((dispatch?.x ?? 0) + (dispatch?.width ?? 0));
    expect(layout.bars[0]?.end).toBeCloseTo((travel?.x ?? 0) + (travel?.width ?? 0));
  });

  test('names parts on the first bar, and leaves out a number with no room', () => {
    expect(layout.bars.map((bar) => bar.parts.map(({ text }) => text))).toEqual([
      ['waiting for dispatch 52.4', 'travel 31.8'],
      ['44.1', ''],
    ]);
  });

  test('heads each group once', () => {
    expect(layout.bars.map(({ heading }) => heading?.text)).toEqual(['DA', undefined]);
  });
});
