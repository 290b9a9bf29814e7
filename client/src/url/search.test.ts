import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSearch, stringifySearch } from './search.ts';

test('reads every value as text', () => {
  expect(parseSearch('?grade=2&domesticAbuse=true&from=')).toEqual({ grade: '2', domesticAbuse: 'true' });
});

test('writes several members with a plain comma and leaves out what is not set', () => {
  expect(stringifySearch({ grade: '1,2', release: 14, from: undefined, to: '' })).toBe(
    '?grade=1,2&release=14',
  );
  expect(stringifySearch({})).toBe('');
});

test('reads back what it writes', () => {
  const values = fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z]{0,8}$/), fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(values, (search) => {
      expect(parseSearch(stringifySearch(search))).toEqual({ ...search });
    }),
  );
});
