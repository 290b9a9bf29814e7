import { describe, expect, test } from 'vitest';
import type { Cohorts } from '../../api/types.ts';
import { compositionColumns } from './composition-model.ts';

const point = (period: string, value: number) => ({ period, value, n: 10, status: [] });
const reply = {
  composition: {
    series: [
      { key: { part: 'charged' }, label: 'Charged', points: [point('2023-01', 0.25), point('2023-02', 0.1)] },
      {
        key: { part: 'not-yet-assigned' },
        label: 'No outcome yet',
        points: [point('2023-01', 0.75), point('2023-02', 0.9)],
      },
    ],
  },
  months: [
    { month: '2023-01', crimes: 10, ageDays: 300, young: false },
    { month: '2023-02', crimes: 10, ageDays: 30, young: true },
  ],
} as unknown as Cohorts;

describe('compositionColumns', () => {
  test('stacks the parts of each month on each other', () => {
    const { columns, highest } = compositionColumns(reply);
    expect(columns[0].pieces).toEqual([
      { part: 'charged', from: 0, to: 0.25 },
      { part: 'not-yet-assigned', from: 0.25, to: 1 },
    ]);
    expect(highest).toBe(1);
  });

  test('marks the months whose outcomes are still to come', () => {
    expect(compositionColumns(reply).columns.map(({ young }) => young)).toEqual([false, true]);
  });
});
