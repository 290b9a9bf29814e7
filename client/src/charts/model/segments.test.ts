import { describe, expect, test } from 'vitest';
import { cutSegments, trailingOpen } from './segments.ts';
import type { ChartMark, ChartPoint } from './types.ts';

const point = (period: string, value: number | null = 1, status: string[] = []): ChartPoint => ({
  period,
  value,
  n: 1,
  status,
  ...(value === null && { absent: 'not-collected' }),
});
const gradingReview: ChartMark = { kind: 'break', date: '2023-04-01', text: 'Grading review' };
const spans = (points: ChartPoint[], marks: ChartMark[] = []) =>
  cutSegments(points, marks).map(
    ({ points: part, dashed }) => `${part.map(({ period }) => period).join(' ')}${dashed ? ' dashed' : ''}`,
  );

describe('cutSegments', () => {
  test('keeps a whole series as one line', () => {
    expect(spans([point('2023-01'), point('2023-02')])).toEqual(['2023-01 2023-02']);
  });

  test('leaves a gap where a value is absent', () => {
    expect(spans([point('2023-01'), point('2023-02', null), point('2023-03'), point('2023-04')])).toEqual([
      '2023-01',
      '2023-03 2023-04',
    ]);
  });

  test('joins nothing across a break, and everything across an event', () => {
    const points = ['2023-02', '2023-03', '2023-04', '2023-05'].map((period) => point(period));
    expect(spans(points, [gradingReview])).toEqual(['2023-02 2023-03', '2023-04 2023-05']);
    expect(spans(points, [{ ...gradingReview, kind: 'event' }])).toHaveLength(1);
  });

  test('lets a period that a break falls inside stand alone', () => {
    const windows = ['P3M/2023-03', 'P3M/2023-04', 'P3M/2023-05', 'P3M/2023-06', 'P3M/2023-07'].map(
      (period) => point(period),
    );
    expect(spans(windows, [gradingReview])).toEqual([
      'P3M/2023-03',
      'P3M/2023-04',
      'P3M/2023-05',
      'P3M/2023-06 P3M/2023-07',
    ]);
  });

  test('dashes the step to the provisional points at the end', () => {
    const points = [point('2023-09'), point('2023-10'), point('2023-11', 1, ['provisional'])];
    expect(spans(points)).toEqual(['2023-09 2023-10', '2023-10 2023-11 dashed']);
  });

  test('does not reach back over a gap to dash', () => {
    const points = [point('2023-09'), point('2023-10', null), point('2023-11', 1, ['provisional'])];
    expect(spans(points)).toEqual(['2023-09', '2023-11 dashed']);
  });
});

describe('trailingOpen', () => {
  test('counts only open points at the end', () => {
    expect(trailingOpen([point('2023-09', 1, ['provisional']), point('2023-10')])).toBe(2);
    expect(trailingOpen([point('2023-09'), point('2023-10', 1, ['provisional'])])).toBe(1);
    expect(trailingOpen([point('2023-10', 1, ['immature'])])).toBe(0);
  });
});
