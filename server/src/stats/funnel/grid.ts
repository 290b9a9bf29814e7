import { StatsError } from '../errors.ts';

const gridSize = 100;

/**
 * The 100 places at which a funnel's lines are drawn: from max(1, low) geometrically to high, whole numbers, each at
 * least one above the last. Low is 0 where the largest denominator is over twice the smallest, else 0.95 × the
 * smallest rounded down to one significant digit; high is 1.05 × the largest rounded up to two.
 * Source: PHEindicatormethods 2.1.0 `calculate_funnel_limits`; specification section C. Halves round to even.
 */
export function funnelGrid(sizes: readonly number[]): number[] {
  const smallest = Math.min(...sizes);
  const largest = Math.max(...sizes);
  if (!(smallest > 0 && largest < Infinity)) {
    throw new StatsError('invalid-argument', 'A funnel is drawn over denominators above 0.');
  }
  const low = largest > 2 * smallest ? 0 : roundTo(0.95 * smallest, 1, Math.floor);
  const high = roundTo(1.05 * largest, 2, Math.ceil);
  const grid = [Math.max(1, low)];
  for (let j = 2; j <= gridSize; j++) {
    const previous = grid[j - 2] ?? 1;
    const next = roundHalfEven(previous * (high / previous) ** (1 / (gridSize + 1 - j)));
    grid.push(Math.max(next, previous + 1));
  }
  return grid;
}

function roundTo(value: number, digits: number, round: (value: number) => number): number {
  const unit = 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
  return round(value / unit) * unit;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
