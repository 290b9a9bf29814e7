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
  const pairs = first.flatMap((x, i) => {
    const y = second[i] ?? null;
    return x === null || y === null ? [] : [{ x, y }];
  });
  if (pairs.length < minimumCommon) return 0;
  const rho = Math.min(0.9, Math.max(0, autocorrelation));
  const months = (pairs.length * (1 - rho ** 2)) / (1 + rho ** 2);
  const byChance = Math.min(0.9, 1 / Math.max(1.1, months - 1));
  return (squaredCorrelation(pairs) - byChance) / (1 - byChance);
}

function squaredCorrelation(pairs: readonly { x: number; y: number }[]): number {
  const meanX = pairs.reduce((sum, { x }) => sum + x, 0) / pairs.length;
  const meanY = pairs.reduce((sum, { y }) => sum + y, 0) / pairs.length;
  let [xx, yy, xy] = [0, 0, 0];
  for (const { x, y } of pairs) {
    xx += (x - meanX) ** 2;
    yy += (y - meanY) ** 2;
    xy += (x - meanX) * (y - meanY);
  }
  return xx > 0 && yy > 0 ? xy ** 2 / (xx * yy) : 0;
}
