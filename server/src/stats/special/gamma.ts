import { normalQuantile } from './normal.ts';
import { deviance, logGamma, stirlingError } from './stirling.ts';

const epsilon = 2 ** -53;
const tiny = 1e-300;

/**
 * Regularised lower incomplete gamma function P(a, x), a > 0: the chance that a Gamma(a, 1) value is at most x.
 * Series (NIST DLMF 8.7.1) below a + 1, continued fraction (8.9.2) above. `lowerGamma(3, 2.5)` = 0.4561868841166702.
 */
export function lowerGamma(shape: number, x: number): number {
  if (x <= 0) return 0;
  return x < shape + 1 ? seriesTail(shape, x) : 1 - fractionTail(shape, x);
}

/** Regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), keeping its digits when it is small. */
export function upperGamma(shape: number, x: number): number {
  if (x <= 0) return 1;
  return x < shape + 1 ? 1 - seriesTail(shape, x) : fractionTail(shape, x);
}

/**
 * The x with P(shape, x) = p, relative error below 1e-13; 0 at p = 0, Infinity at p = 1.
 * Newton's method kept inside a bracket, from the Wilson-Hilferty (1931) start.
 * Half the chi-square quantile: `2 * gammaQuantile(0.95, 1)` = 5.991464547107979 (2 degrees of freedom).
 */
export function gammaQuantile(p: number, shape: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return Infinity;
  let low = 0;
  let high = Infinity;
  let x = startOfSearch(p, shape);
  for (let step = 0; step < 200; step++) {
    const excess = p < 0.5 ? lowerGamma(shape, x) - p : 1 - p - upperGamma(shape, x);
    if (excess > 0) high = x;
    else low = x;
    const density = (poissonTerm(shape, x) * shape) / x;
    let next = x - excess / density;
    if (!(next > low && next < high)) next = high === Infinity ? 2 * x : (low + high) / 2;
    if (Math.abs(next - x) <= 4 * epsilon * next) return next;
    x = next;
  }
  return x;
}

function startOfSearch(p: number, shape: number): number {
  const ninth = 1 / (9 * shape);
  const cube = shape * (1 - ninth + normalQuantile(p) * Math.sqrt(ninth)) ** 3;
  return cube > 0.05 * shape ? cube : Math.max(tiny, Math.exp((Math.log(p) + logGamma(shape + 1)) / shape));
}

/** x^a e^-x / Γ(a + 1): the Poisson probability of a at mean x, for any a > 0. */
function poissonTerm(a: number, x: number): number {
  if (a < 16) return Math.exp(a * Math.log(x) - x - logGamma(a + 1));
  return Math.exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function seriesTail(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * epsilon; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return Math.min(1, sum * poissonTerm(a, x));
}

/** Modified Lentz evaluation (Thompson and Barnett 1986). */
function fractionTail(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1, change = 0; Math.abs(change - 1) > 2 * epsilon; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b || tiny);
    c = b + numerator / c || tiny;
    change = c * d;
    fraction *= change;
  }
  return Math.min(1, fraction * poissonTerm(a, x) * a);
}
