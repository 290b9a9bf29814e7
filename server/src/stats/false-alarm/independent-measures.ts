import type { GappedSeries } from './autocorrelation.ts';

const minimumCommon = 8;

/**
 * How many independent measures some measures are worth: M² / Σ rij² over their correlation matrix, from 1 (all move
 * as one) to M (none move together). Each off-diagonal r² is first rid of what chance alone gives it, 1/(n* - 1), with
 * n* = n (1 - ρ²)/(1 + ρ²) independent months among n common ones at lag-1 correlation ρ.
 * Source: Bretherton et al. (1999), Journal of Climate 12, 1990-2009 (effective degrees of freedom, months and
 * measures). Series aligned by month; pairs with fewer than 8 months in common count as unrelated; no series give 0.
 * Example: two copies of one series and a third unrelated to it: 9 / (3 + 2) = 1.8.
 */
export function countIndependent(series: readonly GappedSeries[], autocorrelation: number): number {
  const measures = series.length;
  if (measures === 0) return 0;
  let squares = measures;
  for (let i = 1; i < measures; i++) {
    for (let j = 0; j < i; j++)
      squares += 2 * sharedSquare(series[i] ?? [], series[j] ?? [], autocorrelation);
  }
  return Math.min(measures, Math.max(1, measures ** 2 / Math.max(squares, measures)));
}

function sharedSquare(first: GappedSeries, second: GappedSeries, autocorrelation: number): number {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < first.length; i++) {
    const x = first[i] ?? null;
    const y = second[i] ?? null;
    if (x === null || y === null) continue;
    xs.push(x);
    ys.push(y);
  }
  if (xs.length < minimumCommon) return 0;
  const rho = Math.min(0.9, Math.max(0, autocorrelation));
  const months = (xs.length * (1 - rho ** 2)) / (1 + rho ** 2);
  const byChance = Math.min(0.9, 1 / Math.max(1.1, months - 1));
  return (squaredCorrelation(xs, ys) - byChance) / (1 - byChance);
}

function squaredCorrelation(xs: readonly number[], ys: readonly number[]): number {
  const meanX = meanOf(xs);
  const meanY = meanOf(ys);
  let [xx, yy, xy] = [0, 0, 0];
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [(xs[i] ?? 0) - meanX, (ys[i] ?? 0) - meanY];
    xx += x ** 2;
    yy += y ** 2;
    xy += x * y;
  }
  return xx > 0 && yy > 0 ? xy ** 2 / (xx * yy) : 0;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
