import { describe, expect, test } from 'vitest';
import type { Comparison } from '../../api/types.ts';
import { measureChoices, shownChoice, withMeasure } from './measure-choices.ts';

const row = (metric: string, parameters: Record<string, string>, reach: number | null = 1) => ({
  metric,
  parameters: { ...parameters, grain: 'rolling-12', to: 'P12M/2023-11' },
  label: metric,
  absent: null,
  reach,
});
const reply = (metric: string, parameters: Record<string, string>) =>
  ({
    main: { metric, parameters: { metric, ...parameters, grain: 'rolling-3' }, title: 'What is shown' },
    strips: {
      groups: [
        {
          label: 'One',
          rows: [row('response.time', { grade: '2' }), row('cps.overdue', {}, null)],
        },
      ],
    },
  }) as unknown as Comparison;

describe('measureChoices', () => {
  test('offers the usual measure and those of the board that areas are compared on', () => {
    const choices = measureChoices(reply('response.time', { grade: '2' }));
    expect(choices.map(({ value }) => value)).toEqual([
      '?domesticAbuse=true&grade=2&metric=response.within-target',
      '?grade=2&metric=response.time',
    ]);
  });

  test('adds the measure of the address where it is none of them', () => {
    const data = reply('orders.issued', { orderType: 'SHPO' });
    const choices = measureChoices(data);
    expect(choices[0]).toEqual({ value: '?metric=orders.issued&orderType=SHPO', label: 'What is shown' });
    expect(shownChoice(choices, data)).toBe('?metric=orders.issued&orderType=SHPO');
  });
});

test('replaces the filters of the measure before and keeps period and areas', () => {
  const next = withMeasure(
    { metric: 'response.time', grade: '2', to: '2023-10', areaSet: 'WM26' },
    '?metric=orders.issued&orderType=DVPN',
  );
  expect(next).toEqual({ metric: 'orders.issued', orderType: 'DVPN', to: '2023-10', areaSet: 'WM26' });
});
