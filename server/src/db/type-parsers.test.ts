import { describe, expect, test } from 'vitest';
import { typeParsers } from './type-parsers.ts';

const int8 = 20;
const numeric = 1700;
const int8Array = 1016;

describe('values from PostgreSQL', () => {
  test.each([
    [int8, '9007199254740991', Number.MAX_SAFE_INTEGER],
    [int8, '-3', -3],
    [numeric, '0.10', 0.1],
    [numeric, 'NaN', Number.NaN],
  ])('of type %i read %s as the number %d', (type, text, value) => {
    expect(typeParsers.getTypeParser(type)(text)).toBe(value);
  });

  test.each([
    [int8, '9007199254740993'],
    [numeric, '-123456789012345678901234567890'],
  ])('of type %i refuse %s, which no number holds exactly', (type, text) => {
    expect(() => typeParsers.getTypeParser(type)(text)).toThrow(RangeError);
  });

  test('read arrays of counts, with nulls and empty', () => {
    const parse = typeParsers.getTypeParser(int8Array);

    expect(parse('{1,NULL,3}')).toEqual([1, null, 3]);
    expect(parse('{}')).toEqual([]);
  });
});
