import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { valueAxis } from './value-axis.ts';

describe('valueAxis', () => {
  test.each([
    ['a line far from zero', [61.4, 78.3], {}, [60, 65, 70, 75, 80]],
    ['a line near zero', [4, 14.1], {}, [0, 5, 10, 15]],
    ['bars', [61.4, 84.2], { fromZero: true, maxTicks: 6 }, [0, 20, 40, 60, 80, 100]],
    ['shares under a ceiling', [71, 99.6], { ceiling: 100 }, [70, 75, 80, 85, 90, 95, 100]],
    ['values on both sides of zero', [-4, 6], {}, [-4, -2, 0, 2, 4, 6]],
    ['one value', [50], {}, [50, 60]],
    ['only zeros', [0, 0], {}, [0, 0.2]],
    ['nothing', [], {}, [0, 1]],
  ])('chooses round ticks for %s', (_case, values, rules, ticks) => {
    expect(valueAxis(values, rules).ticks).toEqual(ticks);
  });

  test('holds every value between its ends, on at most ten ticks', () => {
    const values = fc.array(fc.integer({ min: -1_000_000, max: 1_000_000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(values, (some) => {
        const { domain, ticks } = valueAxis(some);
        expect(domain[0]).toBeLessThanOrEqual(Math.min(...some));
        expect(domain[1]).toBeGreaterThanOrEqual(Math.max(...some));
        expect(ticks.length).toBeLessThanOrEqual(10);
      }),
    );
  });
});
