import { expect, test } from 'vitest';
import { type StackSeries, stackAxis, stackBars } from './stack.ts';

const part = (group: string, name: string, minutes: (number | null)[]): StackSeries => ({
  id: `${group} ${name}`,
  label: `${group}, ${name}`,
  group,
  part: name,
  role: 'lead',
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

test('measures bars from zero', () => {
  expect(
    stackAxis(stackBars([part('DA', 'dispatch', [52.4]), part('DA', 'travel', [31.8])]), 1 / 60).ticks,
  ).toEqual([0, 20, 40, 60, 80, 100]);
});
