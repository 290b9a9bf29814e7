import { expect, test } from 'vitest';
import { writeCell } from './refused-csv.ts';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['=1+1', '"\'=1+1"'],
  ['+44', '"\'+44"'],
  ['-1', '"\'-1"'],
  ['@sum', '"\'@sum"'],
  ['\tx', '"\'\tx"'],
  ['\rx', '"\'\rx"'],
  ['two\nlines', '"two\nlines"'],
])('writes %j as %j', (text, cell) => expect(writeCell(text)).toBe(cell));
