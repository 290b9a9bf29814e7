import { describe, expect, test } from 'vitest';
import {
  capitalised,
  countText,
  figuresOf,
  levelText,
  listText,
  ordinalText,
  periodText,
  titleText,
  whenText,
} from './format.ts';

describe('figuresOf', () => {
  test.each([
    ['seconds', 1, 3684, '61.4 minutes', '61.4'],
    ['fraction', 1, 0.7885, '78.9%', '78.9%'],
    ['fraction', 1, 0.285, '28.5%', '28.5%'],
    ['count', 0, 1234, '1,234', '1,234'],
    ['days', 0, 12, '12 days', '12'],
    ['per-1000', 1, 3.25, '3.3 per 1,000', '3.3'],
    ['seconds', 1, -90, '−1.5 minutes', '−1.5'],
  ] as const)('writes %s to %s places: %s is %s', (unit, decimals, value, text, number) => {
    const figures = figuresOf(unit, decimals);
    expect(figures.value(value)).toBe(text);
    expect(figures.number(value)).toBe(number);
  });

  test('writes a difference of shares in percentage points', () => {
    const figures = figuresOf('fraction', 1);
    expect(figures.gap(-0.094)).toBe('−9.4 percentage points');
    expect(figures.gapNumber(0.094)).toBe('9.4');
  });

  test.each([
    ['count', 0, 8, 7.9, '8', '7.9'],
    ['count', 0, 8, 8.2, '8', '8.2'],
    ['count', 0, 8, 9.1, '8', '9'],
    ['fraction', 1, 0.65702, 0.65698, '65.702%', '65.698%'],
    ['fraction', 1, 0.657, 0.657, '65.7%', '65.7%'],
  ] as const)(
    'writes %s to more places where those claimed to differ would print alike',
    (unit, decimals, value, limit, text, other) => {
      const figures = figuresOf(unit, decimals, [value, limit], [[value, limit]]);
      expect(figures.value(value)).toBe(text);
      expect(figures.number(limit)).toBe(other);
    },
  );

  test('turns every wait of a sentence to hours when one is ten hours or more', () => {
    const figures = figuresOf('seconds', 1, [1800, 36_000]);
    expect(figures.value(36_000)).toBe('10.0 hours');
    expect(figures.value(1800)).toBe('0.5 hours');
  });
});

describe('periods in words', () => {
  test.each([
    ['2023-11', 'November 2023', 'in November 2023'],
    ['P12M/2023-11', 'the twelve months to November 2023', 'over the twelve months to November 2023'],
    ['P8M/2023-11', 'the eight months to November 2023', 'over the eight months to November 2023'],
    ['YTD/2023-11', 'the financial year to November 2023', 'over the financial year to November 2023'],
    ['2023/24-Q1', 'April to June 2023', 'in April to June 2023'],
    ['2023/24-Q4', 'January to March 2024', 'in January to March 2024'],
    ['2022/23', '2022/23', 'in 2022/23'],
  ])('%s', (period, text, when) => {
    expect(periodText(period)).toBe(text);
    expect(whenText(period)).toBe(when);
  });
});

describe('small words', () => {
  test('counts in words to nine', () => {
    expect([0, 1, 9, 10, 1200].map((count) => countText(count))).toEqual([
      'no',
      'one',
      'nine',
      '10',
      '1,200',
    ]);
  });

  test('lists with an and', () => {
    expect(listText([])).toBe('');
    expect(listText(['A'])).toBe('A');
    expect(listText(['A', 'B', 'C'])).toBe('A, B and C');
  });

  test('begins with a capital', () => {
    expect(capitalised('the gap')).toBe('The gap');
    expect(capitalised('61.4')).toBe('61.4');
  });

  test.each([
    [1, 'first'],
    [9, 'ninth'],
    [11, '11th'],
    [22, '22nd'],
    [103, '103rd'],
  ])('orders %i', (count, text) => expect(ordinalText(count)).toBe(text));
});

test.each([
  ['Response time', [], 'Response time'],
  [
    'Response time',
    ['Domestic abuse', 'Grade 2, priority'],
    'Domestic abuse, grade 2 (priority): response time',
  ],
  ['CPS charging rate', ['Rape or Stalking'], 'Rape or Stalking: CPS charging rate'],
])('titles %s with its members in front', (what, members, title) => {
  expect(titleText(what, members)).toBe(title);
});

test.each([
  [0.95, '95%'],
  [0.998, '99.8%'],
])('writes the level %d as %s', (confidence, text) => {
  expect(levelText(confidence)).toBe(text);
});
