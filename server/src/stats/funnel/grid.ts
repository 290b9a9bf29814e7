import { StatsError } from '../errors.ts';

const gridSize = 100;

/**
 * The 100 denominators at which a proportion funnel's lines are drawn.
 * Source: PHEindicatormethods 2.1.0 `calculate_funnel_limits`; specification section C.
 * Denominators from 37 to 1,020 give 1, 2, 3 … 1045, 1100.
 */
export function denominatorGrid(denominators: readonly number[]): number[] {
  const { low, high } = gridEnds(denominators);
  return gridBetween(low, high);
}

/** The 100 counts of events at which a rate funnel's lines are drawn, from the areas' exposures and the baseline. */
export function eventGrid(exposures: readonly number[], baseline: number): number[] {
  const { low, high } = gridEnds(exposures);
  return gridBetween(Math.floor(low * baseline), Math.ceil(high * baseline));
}

/**
 * Whole numbers from max(1, low) geometrically to high, each at least one above the last: the next is the previous
 * × (high / previous)^(1 / (101 - j)), halves rounded to even.
 */
function gridBetween(low: number, high: number): number[] {
  const grid = [Math.max(1, low)];
  for (let j = 2; j <= gridSize; j++) {
    const previous = grid[j - 2] ?? 1;
    const next = roundHalfEven(previous * (high / previous) ** (1 / (gridSize + 1 - j)));
    grid.push(Math.max(next, previous + 1));
  }
  return grid;
}

/**
 * Low is 0 where the largest size is over twice the smallest, else 0.95 × the smallest rounded down to one significant
 * digit; high is 1.05 × the largest rounded up to two.
 */
function gridEnds(sizes: readonly number[]): { low: number; high: number } {
  const smallest = Math.min(...sizes);
  const largest = Math.max(...sizes);
  if (!(smallest >= 0 && largest > 0 && largest < Infinity)) {
    throw new StatsError(
      'invalid-argument',
      'A funnel is drawn over denominators of 0 or more, one above 0.',
    );
  }
  const low = largest > 2 * smallest ? 0 : roundTo(0.95 * smallest, 1, Math.floor);
  return { low, high: roundTo(1.05 * largest, 2, Math.ceil) };
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
