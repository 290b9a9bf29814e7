import { expect, test } from 'vitest';
import { DatabaseUnavailable } from '../db/errors.ts';
import { describeFault } from './fault.ts';

const lost = 'nothing of the file was kept';

test('a fault nobody foresaw is one sentence and a reference, without the values in it', () => {
  const refused = Object.assign(new Error('time zone displacement out of range: "secret"'), {
    code: '22009',
    routine: 'DateTimeParseError',
    where: 'COPY stg_incidents, line 2: "secret"',
  });
  const fault = describeFault(new Error('outer secret', { cause: refused }), lost);
  expect(fault).toMatchObject({ exit: 1, code: 'unforeseen' });
  expect(fault.message).toContain(`${lost}. Please report it with the reference 22009/DateTimeParseError.`);
  expect(fault.message).not.toContain('secret');
});

test('a fault of the program refers to its line', () => {
  expect(describeFault(new TypeError('no'), lost).message).toMatch(/reference TypeError\/[\w.-]+:\d+\.$/);
});

test.each([
  [new DatabaseUnavailable('It is away.'), 'database-unavailable'],
  [Object.assign(new Error('terminating connection'), { code: '57P01' }), 'connection-lost'],
  [new Error('Connection terminated unexpectedly'), 'connection-lost'],
])('%s has exit code 5', (error, code) => {
  expect(describeFault(error, lost)).toMatchObject({ exit: 5, code });
});
