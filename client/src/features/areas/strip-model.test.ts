import { expect, test } from 'vitest';
import type { StripCell, StripRow } from '../../api/types.ts';
import { shapeStrip } from './strip-model.ts';

const row = { right: 'lower', reach: 10, polarity: 'lower-is-better' } as StripRow;
const cell = {
  position: 60,
  centre: 50,
  expected998: { lower: 45, upper: 55 },
  side: 'left',
} as StripCell;

test('draws a slow area left where lower is better, with the range on both sides of the centre', () => {
  expect(shapeStrip(row, cell)).toEqual({ from: 23.5, to: 62.5, mark: 4, shape: 'worse' });
});

test('draws a high area right where higher is better', () => {
  const higher = { ...row, right: 'higher', polarity: 'higher-is-better' } as StripRow;
  expect(shapeStrip(higher, { ...cell, side: 'right' } as StripCell)?.mark).toBe(82);
});

test('gives a neutral measure a square, whichever its side', () => {
  expect(shapeStrip({ ...row, polarity: 'neutral' } as StripRow, cell)?.shape).toBe('shift');
});

test('has no place for an area that is not compared', () => {
  expect(shapeStrip(row, { ...cell, position: null } as StripCell)).toBeNull();
  expect(shapeStrip({ ...row, reach: null } as StripRow, cell)).toBeNull();
});
