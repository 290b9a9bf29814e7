import { describe, expect, test } from 'vitest';
import { valueFormat } from '../../format/values.ts';
import { casesOf, intervalWords, pointReading, summarise } from './reading.ts';
import { tableModel } from './table.ts';
import type { ChartPoint, ChartSeries, UsualRange } from './types.ts';

const minutes = valueFormat('seconds', 1);
const point = (period: string, seconds: number | null, more: Partial<ChartPoint> = {}): ChartPoint => ({
  period,
  value: seconds,
  n: 935,
  status: [],
  ...more,
});
const series = (points: ChartPoint[], more: Partial<ChartSeries> = {}): ChartSeries => ({
  id: 'a',
  label: 'West Mercia',
  tone: 'ink',
  points,
  ...more,
});

test('intervalWords names both ends, or the one there is', () => {
  const bounds = (lower: number | null, upper: number | null) =>
    intervalWords(point('2023-06', 4158, { interval: { lower, upper, confidence: 0.95 } }), minutes);
  expect(bounds(3498, 3864)).toBe('95% interval 58.3 to 64.4 minutes');
  expect(bounds(3498, null)).toBe('95% interval 58.3 minutes or more');
  expect(bounds(null, 3864)).toBe('95% interval 64.4 minutes or less');
  expect(bounds(null, null)).toBe('');
});

describe('pointReading', () => {
  const said = (one: ChartPoint) => {
    const { name, value, details } = pointReading(one, minutes);
    return [name, value, ...details].join(', ');
  };

  test('says month, value, cases and marks', () => {
    const provisional = { status: ['provisional'], provisional: 'late-rows' };
    expect(said(point('2023-06', 4158, provisional))).toBe(
      'June 2023, 69.3 minutes, 935 cases, provisional: late records may still be added',
    );
  });

  test('says the rule after the value', () => {
    const words = 'in a run of nine months below the mean';
    const rule = { tone: 'better' as const, words, judged: true, range: null };
    expect(said(point('2023-06', 4158, { rule }))).toBe(
      'June 2023, 69.3 minutes, in a run of nine months below the mean, 935 cases',
    );
  });

  test('says why there is no value', () => {
    expect(pointReading(point('2023-06', null, { absent: 'no-cases', n: 0 }), minutes).value).toBe(
      'No cases',
    );
  });

  test('says every word and number of its row in the table', () => {
    const range = { mean: 4398, lower: 3996, upper: 4800 } as UsualRange;
    const rule = { tone: 'better' as const, words: 'below the lower limit', judged: true, range };
    const full = point('2023-06', 3858, { rule, interval: { lower: 3498, upper: 4200, confidence: 0.95 } });
    const [row] = tableModel([series([full])], minutes, 'Median, minutes').rows;
    const words = said(full);
    expect(row).toEqual(['Jun 2023', '64.3', '58.3', '70.0', '935', '73.3', '66.6', '80.0', rule.words]);
    expect(row?.slice(1).filter((cell) => !words.includes(cell))).toEqual([]);
    expect(words).toBe(
      'June 2023, 64.3 minutes, below the lower limit, 935 cases, 95% interval 58.3 to 70.0 minutes, ' +
        'mean 73.3, lower limit 66.6, upper limit 80.0',
    );
  });
});

test('writes the cases behind a value', () => {
  expect(casesOf(point('2023-06', 0.8, { numerator: 717, denominator: 908 }), false)).toBe('717 of 908');
  expect(casesOf(point('2023-06', 1, { n: 1 }), false)).toBe('1 case');
  expect(casesOf(point('2023-06', 12), true)).toBe('');
});

describe('summarise', () => {
  const points = [
    point('2023-09', 4200),
    point('2023-10', null),
    point('2023-11', 3684, { status: ['provisional'] }),
  ];

  test('gives span, range, latest value and gaps', () => {
    expect(summarise([series(points)], minutes)).toBe(
      'September 2023 to November 2023. Between 61.4 minutes (Nov 2023) and 70.0 minutes (Sep 2023). ' +
        'Latest 61.4 minutes in November 2023, provisional. 1 of 3 periods have no value.',
    );
  });

  test('counts the lines drawn as context', () => {
    expect(summarise([series(points), series(points, { tone: 'grey' })], minutes)).toMatch(
      /1 others are drawn in grey and listed in the table\.$/,
    );
  });

  test('says why nothing is drawn', () => {
    expect(summarise([series([point('2023-09', null, { absent: 'not-collected' })])], minutes)).toBe(
      'September 2023. No values: not collected.',
    );
  });
});
