import { describe, expect, test } from 'vitest';
import { letterMarks, placeMarks } from './events.ts';
import { monthStartX } from './timeline.ts';
import type { ChartMark } from './types.ts';

const event = (date: string, text: string): ChartMark => ({ kind: 'event', date, text });
const marks = [
  event('2023-05-01', 'VAWG officers in post'),
  event('2023-02-01', 'Rapid Video Response launched'),
  event('2023-04-01', 'Grading review'),
];
const domain: [number, number] = [monthStartX('2021-04-01'), monthStartX('2023-12-01')];
const toPixels = (x: number) => 40 + ((x - domain[0]) / (domain[1] - domain[0])) * 846;

describe('letterMarks', () => {
  test('letters marks in time order with their month', () => {
    expect(letterMarks(marks, domain).map(({ letter, label }) => `${letter} ${label}`)).toEqual([
      'A Rapid Video Response launched, Feb 2023',
      'B Grading review, Apr 2023',
      'C VAWG officers in post, May 2023',
    ]);
  });

  test('puts the text up to its colon or last bracket on the plot and keeps the whole', () => {
    const texts = [
      'Grading review: some calls moved',
      'Officers in post (one for each area)',
      'Multi-agency (MAA) policy',
    ];
    const lettered = letterMarks(
      texts.map((text) => event('2023-04-01', text)),
      domain,
    );
    expect(lettered.map(({ label }) => label)).toEqual([
      'Grading review, Apr 2023',
      'Officers in post, Apr 2023',
      'Multi-agency (MAA) policy, Apr 2023',
    ]);
    expect(lettered[0]?.full).toBe('Grading review: some calls moved, Apr 2023');
  });

  test('leaves out what falls outside the axis', () => {
    expect(letterMarks([event('2019-01-01', 'Earlier'), event('2024-01-01', 'Later')], domain)).toEqual([]);
  });

  test('goes on after Z', () => {
    const many = Array.from({ length: 28 }, () => event('2023-01-01', 'x'));
    expect(letterMarks(many, domain).at(-1)?.letter).toBe('AB');
  });
});

describe('placeMarks', () => {
  test('puts words beside their letters without touching, in as few lines as will do', () => {
    const placed = placeMarks(letterMarks(marks, domain), toPixels, { left: 0, right: 1012 });
    expect(placed.map(({ letter, row, side }) => `${letter} ${row} ${side}`)).toEqual([
      'A 0 left',
      'B 0 right',
      'C 1 left',
    ]);
  });

  test('leaves letters alone where words do not fit', () => {
    const placed = placeMarks(letterMarks(marks, domain), (x) => toPixels(x) / 3, { left: 0, right: 340 });
    expect(placed.map(({ side }) => side)).toEqual(['none', 'none', 'none']);
  });
});
