import { describe, expect, test } from 'vitest';
import { moveReading, nearestMark, type ReadingRow, readingWords } from './move-reading.ts';

const row = (label: string, xs: number[], about?: string): ReadingRow => ({
  label,
  about,
  readings: xs.map((x) => ({ x, name: `month ${x}`, value: `${x} minutes`, details: ['935 cases', ''] })),
});
const two = [row('Shropshire', [1, 2, 3]), row('Herefordshire', [2, 3], 'No real change.')];

describe('moveReading', () => {
  test.each([
    ['ArrowLeft', { row: 0, mark: 0 }],
    ['ArrowRight', { row: 0, mark: 2 }],
    ['Home', { row: 0, mark: 0 }],
    ['End', { row: 0, mark: 2 }],
    ['ArrowDown', { row: 1, mark: 0 }],
    ['ArrowUp', { row: 0, mark: 1 }],
  ])('goes with %s from the second mark', (key, place) => {
    expect(moveReading(two, { row: 0, mark: 1 }, key)).toEqual(place);
  });

  test('stops at the ends', () => {
    expect(moveReading(two, { row: 0, mark: 0 }, 'ArrowLeft')).toEqual({ row: 0, mark: 0 });
    expect(moveReading(two, { row: 1, mark: 1 }, 'ArrowRight')).toEqual({ row: 1, mark: 1 });
    expect(moveReading(two, { row: 1, mark: 1 }, 'ArrowDown')).toEqual({ row: 1, mark: 1 });
  });

  test('starts at the last mark of the first row', () => {
    expect(moveReading(two, null, 'End')).toEqual({ row: 0, mark: 2 });
  });
});

test('nearestMark finds the mark nearest to a place', () => {
  expect(nearestMark(two[1], 1)).toBe(0);
  expect(nearestMark(two[0], 2.4)).toBe(1);
});

describe('readingWords', () => {
  test('names the row where there are several', () => {
    expect(readingWords(two, { row: 0, mark: 1 }, null)).toBe('Shropshire, month 2, 2 minutes, 935 cases');
    expect(readingWords(two.slice(0, 1), { row: 0, mark: 1 }, null)).toBe('month 2, 2 minutes, 935 cases');
  });

  test('says what holds for a row once, on coming to it', () => {
    const place = { row: 1, mark: 0 };
    expect(readingWords(two, place, { row: 0, mark: 1 })).toMatch(/935 cases\. No real change\.$/);
    expect(readingWords(two, place, { row: 1, mark: 1 })).toMatch(/935 cases$/);
  });
});
