import { describe, expect, test } from 'vitest';
import { inPageUnit, pageUnitLabel } from './page-unit.ts';

describe('inPageUnit', () => {
  test.each([
    ['seconds', 90, 1.5, 'minutes'],
    ['fraction', 0.544, 54.4, 'percent'],
    ['fraction', 0.07, 7, 'percent'],
    ['days', 12, 12, 'days'],
    ['count', 1234567.5, 1234567.5, 'count'],
    ['per-1000', 3.25, 3.25, 'per 1,000'],
  ] as const)('gives %s as the pages print them', (unit, value, expected, label) => {
    expect(inPageUnit(value, unit)).toBe(expected);
    expect(pageUnitLabel(unit)).toBe(label);
  });

  test('keeps what is absent absent', () => {
    expect(inPageUnit(null, 'seconds')).toBeNull();
  });
});
