import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinDigits, rankKeys, splitDigits } from './mixed-radix.ts';

const radices = [3, 1, 7, 20];
const rows = fc.array(fc.tuple(...radices.map((radix) => fc.nat(radix - 1))), { minLength: 1 });
const columns = (list: readonly (readonly number[])[]) =>
  radices.map((_, place) => Int32Array.from(list, (digits) => digits[place]));

test('joinDigits gives numbers that splitDigits reads back, in the order of their digits', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const keys = joinDigits(columns(list), radices);
      expect(splitDigits(keys, radices)).toEqual(columns(list));
      const text = (digits: readonly number[]) =>
        digits.map((digit) => String(digit).padStart(2, '0')).join();
      const byKey = list.map((_, i) => i).sort((a, b) => keys[a] - keys[b] || a - b);
      const byText = list
        .map((_, i) => i)
        .sort((a, b) => (text(list[a]) < text(list[b]) ? -1 : text(list[a]) > text(list[b]) ? 1 : a - b));
      expect(byKey).toEqual(byText);
    }),
  );
});

test('rankKeys ranks each distinct key once', () => {
  expect(rankKeys(Float64Array.of(7, 2, 7, 9, 2))).toEqual({
    distinct: Float64Array.of(2, 7, 9),
    rankOf: Int32Array.of(1, 0, 1, 2, 0),
  });
});
