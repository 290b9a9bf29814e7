import { describe, expect, test } from 'vitest';
import { describeSparse } from './sparse.ts';

describe('describeSparse', () => {
  test.each([
    [{ counted: 38 / 24, others: null }, 'On average 1.6 a month'],
    [{ counted: 1 / 24, others: null }, 'On average 0.04 a month'],
    [{ counted: 0, others: null }, 'On average 0.0 a month'],
    [{ counted: 1.99, others: null }, 'On average 1.99 a month'],
    [{ counted: 1.6, others: 22.3 }, 'On average 1.6 of 24 a month'],
    [{ counted: 22.3, others: 1.6 }, 'On average all but 1.6 of 24 a month'],
    [{ counted: 2, others: 2 }, 'On average 2.0 of 4 a month'],
  ])('names the scarcer side of %o', (means, words) => {
    expect(describeSparse(means)).toBe(`${words}: too few for a monthly chart to tell change from chance.`);
  });
});
