/**
 * The parts of binomial and Poisson probabilities that lose digits when written plainly.
 * Source: Loader (2000), "Fast and accurate computation of binomial probabilities".
 */

const halfLogTwoPi = 0.9189385332046727;
const seriesFrom = 16;

/**
 * Stirling's error: ln Γ(n + 1) - [(n + 1/2) ln n - n + ln(2π)/2], for n > 0.
 * Series of NIST DLMF 5.11.1 from 16 up; below, the recurrence Γ(n + 1) = n Γ(n) brings the argument there.
 */
export function stirlingError(n: number): number {
  if (n < seriesFrom) return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - halfLogTwoPi;
  const square = 1 / (n * n);
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - square / 1188) * square) * square) * square) / n;
}

/** ln Γ(x) for x > 0, absolute error about 1e-15 near 1 and 2. `logGamma(5)` = ln 24. */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < seriesFrom + 1) {
    product *= shifted;
    shifted += 1;
  }
  const n = shifted - 1;
  return (n + 0.5) * Math.log(n) - n + halfLogTwoPi + stirlingError(n) - Math.log(product);
}

/** Deviance x ln(x / mean) + mean - x, exact near x = mean. */
export function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = (x - mean) / (x + mean);
  let term = 2 * x * ratio;
  let sum = (x - mean) * ratio;
  for (let j = 1; ; j++) {
    term *= ratio * ratio;
    const next = sum + term / (2 * j + 1);
    if (next === sum) return next;
    sum = next;
  }
}
