import { monthNumber } from '../../server/src/stats/time/calendar.ts';
import { Random } from './random.ts';

// Earlier than any span a demonstration is asked for, so that `--from` never changes a month.
const firstMonth = monthNumber('2012-01');

/**
 * What a month is like, beyond chance: a first-order autoregression with unit variance, because months of a
 * real force resemble the months before them. The result is a multiplier around 1.
 * @param persistence correlation of one month with the next, 0 to 1
 * @param spread standard deviation of the logarithm of the multiplier
 */
export function climate(
  seed: number,
  name: string,
  persistence: number,
  spread: number,
): (month: number) => number {
  const random = new Random(seed, `climate/${name}`);
  const levels: number[] = [];
  const fresh = Math.sqrt(1 - persistence * persistence);
  return (month) => {
    for (let next = levels.length; next <= month - firstMonth; next++) {
      const shock = random.at(next).normal();
      levels.push(next === 0 ? shock : persistence * levels[next - 1] + fresh * shock);
    }
    return Math.exp(spread * levels[month - firstMonth]);
  };
}
