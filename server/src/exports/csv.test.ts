import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from './csv.ts';

describe('toCsv', () => {
  test('quotes what needs quoting and ends every line with CRLF', () => {
    expect(
      toCsv(
        ['a', 'b'],
        [
          ['x,y', 'said "so"'],
          ['two\nlines', null],
        ],
      ),
    ).toBe('a,b\r\n"x,y","said ""so"""\r\n"two\nlines",\r\n');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'neutralises text that starts like a formula: %j',
    (text) => {
      const [[cell]] = parse(toCsv(['a'], [[text]]), { from_line: 2 }) as [[string]];
      expect(cell).toBe(`'${text}`);
    },
  );

  test('leaves a negative number a number', () => {
    expect(toCsv(['a'], [[-1.5]])).toBe('a\r\n-1.5\r\n');
  });

  test('is read back as written, whatever the text', () => {
    const text = fc.string({ unit: 'grapheme' }).map((value) => `x${value}`);
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
        expect(parse(toCsv(['a', 'b'], rows), { record_delimiter: '\r\n' })).toEqual([['a', 'b'], ...rows]);
      }),
    );
  });
});
