import { describe, expect, test } from 'vitest';
import { ApiError, networkError } from './error.ts';
import { shouldRetry } from './query-client.ts';

describe('shouldRetry', () => {
  test('tries twice more when the server is out of reach', () => {
    expect([0, 1, 2].map((failures) => shouldRetry(failures, networkError()))).toEqual([true, true, false]);
  });
  test('does not repeat a question the server turned down', () => {
    expect(shouldRetry(0, new ApiError('There is no release 99.', 'unknown-release', 404))).toBe(false);
  });
  test('does not repeat a fault of the page itself', () => {
    expect(shouldRetry(0, new TypeError('x is undefined'))).toBe(false);
  });
});
