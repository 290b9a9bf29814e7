import { describe, expect, test } from 'vitest';
import { networkError, problemError } from './error.ts';

const problem = {
  type: '/api/docs',
  title: 'Unknown month',
  status: 404,
  code: 'unknown-month',
  detail: 'Release 14 has no board for 2030-01.',
  valid: ['2023-10', '2023-11'],
};

describe('problemError', () => {
  test("keeps the server's words, code and accepted values", () => {
    const error = problemError(problem, 404);
    expect(error.message).toBe('Release 14 has no board for 2030-01.');
    expect(error.code).toBe('unknown-month');
    expect(error.valid).toEqual(['2023-10', '2023-11']);
  });
  test('says that a reply is not problem details when it is a page of a proxy', () => {
    expect(problemError('<html>Bad gateway</html>', 502)).toMatchObject({ code: 'unreadable', status: 502 });
  });
});

describe('passing', () => {
  test('is false for a question the server turned down', () => {
    expect(problemError(problem, 404).passing).toBe(false);
  });
  test('is true for a failing server and for one out of reach', () => {
    expect(problemError(problem, 503).passing).toBe(true);
    expect(networkError().passing).toBe(true);
  });
});

test('problemError keeps the commands that put it right', () => {
  const commands = ['npm run import -- areas areas.csv', 'npm run release -- publish'];
  expect(problemError({ ...problem, code: 'no-release', commands }, 404).commands).toEqual(commands);
});
