import { describe, expect, test } from 'vitest';
import { valueFormat } from '../../format/values.ts';
import { tableModel } from './table.ts';
import type { ChartPoint, ChartSeries } from './types.ts';

const minutes = valueFormat('seconds', 1);
const percent = valueFormat('fraction', 1);
const point = (period: string, value: number | null, more: Partial<ChartPoint> = {}): ChartPoint => ({
  period,
  value,
  n: 1908,
  status: [],
  ...more,
});
const series = (label: string, ...points: ChartPoint[]): ChartSeries => ({
  id: label,
  label,
  tone: 'ink',
  points,
});

describe('tableModel', () => {
  test('lists one duration newest first with its cases and marks', () => {
    const table = tableModel(
      [
        series(
          'Force',
          point('2023-10', 3840),
          point('2023-11', 3684, { status: ['provisional', 'revised'] }),
        ),
      ],
      minutes,
      'Median, minutes',
    );
    expect(table.columns.map(({ label }) => label)).toEqual(['Period', 'Median, minutes', 'Cases', 'Marks']);
    expect(table.rows).toEqual([
      ['Nov 2023', '61.4', '1,908', '[p] [r]'],
      ['Oct 2023', '64.0', '1,908', ''],
    ]);
    expect(table.key).toEqual(['[p] provisional', '[r] revised']);
  });

  test('gives what a revised value was in a column of its own', () => {
    const revised = { release: 13, value: 3672 };
    const table = tableModel(
      [series('Force', point('2023-10', 3840), point('2023-11', 3684, { status: ['revised'], revised }))],
      minutes,
      'Median, minutes',
    );
    expect(table.columns.at(-1)).toEqual({ label: 'Before revision', numeric: true });
    expect(table.rows.map((row) => row.at(-1))).toEqual(['61.2', '']);
  });

  test('gives both parts of a share, and words where there is none', () => {
    const table = tableModel(
      [
        series(
          'Force',
          point('2023-10', 0.8, { numerator: 1200, denominator: 1500 }),
          point('2023-11', null, { absent: 'no-cases', numerator: 0, denominator: 0 }),
        ),
      ],
      percent,
      'Share, %',
    );
    expect(table.columns.map(({ label }) => label)).toEqual(['Period', 'Share, %', 'Counted', 'Out of']);
    expect(table.rows).toEqual([
      ['Nov 2023', 'No cases', '0', '0'],
      ['Oct 2023', '80.0', '1,200', '1,500'],
    ]);
  });

  test('gives interval, cases, limits and rule of a judged line in columns of their own', () => {
    const range = {
      from: '2023-10',
      to: '2023-11',
      start: 'series' as const,
      mean: 4398,
      lower: 3996,
      upper: 4800,
      baseline: null,
      absent: null,
    };
    const interval = { lower: 3720, upper: null, confidence: 0.95 };
    const rule = { tone: 'better' as const, words: 'below the lower limit', judged: true, range };
    const usual = { ...rule, tone: null, words: '' };
    const table = tableModel(
      [series('Force', point('2023-10', 3840, { interval, rule }), point('2023-11', 4200, { rule: usual }))],
      minutes,
      'Median, minutes',
    );
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Period',
      'Median, minutes',
      '95% from',
      '95% to',
      'Cases',
      'Mean',
      'Lower limit',
      'Upper limit',
      'Rule',
    ]);
    expect(table.rows).toEqual([
      ['Nov 2023', '70.0', 'No limit', 'No limit', '1,908', '73.3', '66.6', '80.0', 'none'],
      ['Oct 2023', '64.0', '62.0', 'No limit', '1,908', '73.3', '66.6', '80.0', 'below the lower limit'],
    ]);
  });

  test('gives both sides of a difference with their cases', () => {
    const sides = [
      { value: 3840, n: 400 },
      { value: 3000, n: 1200 },
    ];
    const gap = { ...series('Force', point('2023-10', 840, { sides })), sideLabels: ['Abuse', 'Other'] };
    const table = tableModel([gap], minutes, 'Gap, minutes');
    expect(table.rows).toEqual([['Oct 2023', '14.0', '1,908', '64.0', '400', '50.0', '1,200']]);
  });

  test('sets areas side by side, marks once a period', () => {
    const table = tableModel(
      [
        series('Force', point('2023-10', 3600), point('2023-11', 3660, { status: ['provisional'] })),
        series('Shropshire', point('2023-10', 4800), point('2023-11', 4860, { status: ['provisional'] })),
      ],
      minutes,
      'Median, minutes',
    );
    expect(table.columns.map(({ label }) => label)).toEqual(['Period', 'Force', 'Shropshire', 'Marks']);
    expect(table.rows[0]).toEqual(['Nov 2023', '61.0', '81.0', '[p]']);
  });

  test('sets many series down and few periods across, and says where one was not collected', () => {
    const table = tableModel(
      [
        series('Avon and Somerset', point('2020/21', 0.3), point('2021/22', 0.35)),
        series('Kent', point('2021/22', 0.4)),
        series('West Mercia', point('2020/21', 0.5), point('2021/22', 0.45)),
      ],
      percent,
      'Share, %',
    );
    expect(table.columns.map(({ label }) => label)).toEqual(['Series', '2021/22', '2020/21']);
    expect(table.rows[1]).toEqual(['Kent', '40.0', 'Not collected']);
  });
});
