import { upperGamma } from './gamma.ts';

/**
 * Standard normal distribution function by the incomplete gamma function: P(Z <= -z) = Q(1/2, z^2/2) / 2
 * (NIST DLMF 7.11.2). `normalCdf(1.96)` = 0.9750021048517795.
 */
export function normalCdf(z: number): number {
  const tail = upperGamma(0.5, (z * z) / 2) / 2;
  return z < 0 ? tail : 1 - tail;
}
