import { describe, expect, test } from 'vitest';
import {
  formatChange,
  formatChangeNumber,
  formatCount,
  formatNumber,
  formatValue,
  formatValueShort,
  valueFormat,
} from './values.ts';

const minutes = valueFormat('seconds', 1);
const percent = valueFormat('fraction', 1);
const count = valueFormat('count', 0);

describe('formatValue', () => {
  test('shows seconds as minutes', () => {
    expect(formatValue(3684, minutes)).toBe('61.4 minutes');
    expect(formatValueShort(3684, minutes)).toBe('61.4 min');
  });

  test('shows a figure with waits of five hours or more in hours', () => {
    expect(formatValue(3684, valueFormat('seconds', 1, 17_999))).toBe('61.4 minutes');
    expect(formatValue(3684, valueFormat('seconds', 1, 18_000))).toBe('1.0 hours');
  });

  test('shows fractions as percent, rounded once', () => {
    expect(formatValue(0.788, percent)).toBe('78.8%');
    expect(formatValue(0.285, valueFormat('fraction', 0))).toBe('29%');
    expect(formatValue(1, percent)).toBe('100.0%');
  });

  test('shows counts with a thousands comma, days and rates with their unit', () => {
    expect(formatValue(12345, count)).toBe('12,345');
    expect(formatValue(9, valueFormat('days', 0))).toBe('9 days');
    expect(formatValue(4.25, valueFormat('per-1000', 1))).toBe('4.3 per 1,000');
  });

  test('writes the minus sign, and no sign on a rounded zero', () => {
    expect(formatNumber(-150, minutes)).toBe('−2.5');
    expect(formatNumber(-0.4, minutes)).toBe('0.0');
  });
});

describe('formatChange', () => {
  test('says percentage points as such', () => {
    expect(formatChange(0.003, percent)).toBe('+0.3 percentage points');
    expect(formatChange(-0.112, percent)).toBe('−11.2 percentage points');
  });

  test('signs a difference unless it rounds to nothing', () => {
    expect(formatChange(-150, minutes)).toBe('−2.5 minutes');
    expect(formatChangeNumber(1234, count)).toBe('+1,234');
    expect(formatChangeNumber(-0.1, minutes)).toBe('0.0');
  });
});

test('writes a count', () => {
  expect(formatCount(908)).toBe('908');
  expect(formatCount(1_234_567)).toBe('1,234,567');
});
