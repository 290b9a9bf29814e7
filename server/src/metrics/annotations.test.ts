import { describe, expect, test } from 'vitest';
import { annotationsFor, breakBetween } from './annotations.ts';
import type { PinnedAnnotation } from './pinned.ts';
import { force, pinnedWith } from './testing/pinned.ts';

const note = (date: string, metric: string, more: Partial<PinnedAnnotation> = {}): PinnedAnnotation => ({
  kind: 'event',
  date,
  metric,
  areaCode: '',
  text: `${metric} on ${date}`,
  source: 'A test',
  illustrative: false,
  ...more,
});

describe('annotationsFor', () => {
  const annotations = [
    note('2023-04-01', 'response.time', { kind: 'break' }),
    note('2022-12-19', '*'),
    note('2023-02-01', 'response.*'),
    note('2023-03-01', 'response.time', { areaCode: 'N' }),
    note('2023-01-01', 'responses.other'),
    note('2023-01-01', 'response.travel'),
  ];
  const dates = (metric: string, area: string) =>
    annotationsFor(pinnedWith({ annotations }), metric, area).map(({ date }) => date);

  test('takes those of the metric, of its family and of everything, in date order', () => {
    expect(dates('response.time', force)).toEqual(['2022-12-19', '2023-02-01', '2023-04-01']);
    expect(dates('orders.issued', force)).toEqual(['2022-12-19']);
  });

  test('takes those of an area only there', () => {
    expect(dates('response.time', 'N')).toContain('2023-03-01');
    expect(dates('response.time', 'S')).not.toContain('2023-03-01');
  });
});

describe('breakBetween', () => {
  const notes = [note('2023-04-01', '*', { kind: 'break' }), note('2023-08-01', '*')];

  test.each([
    ['2023-03', '2023-04', true],
    ['2022-04', '2023-12', true],
    ['2023-04', '2023-05', false],
    ['2023-02', '2023-03', false],
    ['2023-07', '2023-08', false],
  ])('from %s to %s is %s', (earlier, later, expected) => {
    expect(breakBetween(notes, earlier, later)).toBe(expected);
  });
});
