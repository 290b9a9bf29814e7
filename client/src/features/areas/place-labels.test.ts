import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeLabels } from './place-labels.ts';

const bounds = { left: 40, right: 600, top: 20, bottom: 300 };

test('stands a lone label above its point', () => {
  expect(placeLabels([{ x: 300, y: 100, text: 'Shropshire' }], bounds)).toEqual([
    { x: 300, y: 91, text: 'Shropshire' },
  ]);
});

test('moves the second of two close points to a free place', () => {
  const [first, second] = placeLabels(
    [
      { x: 300, y: 100, text: 'Shropshire' },
      { x: 310, y: 102, text: 'Herefordshire' },
    ],
    bounds,
  );
  expect(Math.abs((second?.y ?? 0) - (first?.y ?? 0))).toBeGreaterThanOrEqual(13);
});

test('keeps every label between the sides', () => {
  const points = fc.array(
    fc.record({
      x: fc.integer({ min: 40, max: 600 }),
      y: fc.integer({ min: 20, max: 300 }),
      text: fc.constant('Shropshire'),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(points, (input) => {
      const labels = placeLabels(input, bounds);
      expect(labels.every(({ x }) => x >= bounds.left && x <= bounds.right)).toBe(true);
    }),
  );
});
