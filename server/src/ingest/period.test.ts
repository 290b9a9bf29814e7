import { describe, expect, test } from 'vitest';
import { parseCovers, parsePeriod } from './period.ts';

describe('periods of returns', () => {
  test.each([
    ['2023-11', '2023-11', '2023-11', '2023-11'],
    ['2023/24-Q3', '2023/24-Q3', '2023-10', '2023-12'],
    ['2023/24-Q4', '2023/24-Q4', '2024-01', '2024-03'],
    ['2023-24-q1', '2023/24-Q1', '2023-04', '2023-06'],
    ['2023-Q3', '2023/24-Q2', '2023-07', '2023-09'],
    ['2023-Q1', '2022/23-Q4', '2023-01', '2023-03'],
    ['2023/24', '2023/24', '2023-04', '2024-03'],
    ['2023-24', '2023/24', '2023-04', '2024-03'],
    ['1999/00', '1999/00', '1999-04', '2000-03'],
  ])('%s is %s, from %s to %s', (text, name, first, last) => {
    const period = parsePeriod(text);
    expect([period?.name, period?.months[0], period?.months.at(-1)]).toEqual([name, first, last]);
  });

  test.each(['2023', '2023/25', '2023-13', '2023/24-Q5', '2023-Q0', 'P12M/2023-11', ''])(
    '%j is none',
    (text) => expect(parsePeriod(text)).toBeNull(),
  );
});

describe('covered months', () => {
  test.each([
    ['2023-04..2023-11', { from: '2023-04', to: '2023-11', heldTo: '2023-11-30' }],
    ['2024-02', { from: '2024-02', to: '2024-02', heldTo: '2024-02-29' }],
    ['2023-04..2023-11-15', { from: '2023-04', to: '2023-11', heldTo: '2023-11-15' }],
    [' 2023-04 .. 2023-05 ', { from: '2023-04', to: '2023-05', heldTo: '2023-05-31' }],
  ])('%j', (text, covers) => expect(parseCovers(text)).toEqual(covers));

  test.each(['2023-11..2023-04', '2023-04..2023-11-31', '2023-04-01..2023-11', '2023-04..', 'a..b', ''])(
    '%j is none',
    (text) => expect(parseCovers(text)).toBeNull(),
  );
});
