import { deviance, stirlingError } from './stirling.ts';

const negligible = 1e-20;

/** The binomial probabilities that are not negligible: `mass[i]` is that of `first + i`. */
export type BinomialMass = { first: number; mass: Float64Array };

/** P(B = k) for B ~ Binomial(n, p), by Loader's saddle-point form. `binomialTerm(2, 4, 0.5)` = 0.375. */
export function binomialTerm(k: number, n: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p === 0) return k === 0 ? 1 : 0;
  if (p === 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const error = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
  const exponent = error - deviance(k, n * p) - deviance(n - k, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** All probabilities above 1e-20 of the largest, walking out from the mode: about 18 standard deviations. */
export function binomialMass(n: number, p: number): BinomialMass {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const peak = binomialTerm(mode, n, p);
  const odds = p / (1 - p);
  const below = walk(peak, mode, (k) => k / ((n - k + 1) * odds));
  const above = walk(peak, n - mode, (k) => (k * odds) / (n - k + 1));
  return { first: mode - below.length, mass: Float64Array.from([...below.reverse(), peak, ...above]) };
}

/** Probabilities from the peak outwards; `step(k)` is the ratio of the next, k counting down to 1 on that side. */
function walk(peak: number, length: number, step: (k: number) => number): number[] {
  const terms: number[] = [];
  for (let k = length, term = peak; k > 0 && term > negligible; k--) {
    term *= step(k);
    terms.push(term);
  }
  return terms;
}

/** P(B <= k) for B ~ Binomial(n, p), summed from k into the shorter tail. `binomialCdf(1, 4, 0.5)` = 0.3125. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  if (k >= n) return 1;
  if (p === 0 || p === 1) return p === 0 ? 1 : 0;
  if (k <= n * p) return sumDown(k, n, p);
  return 1 - sumDown(n - k - 1, n, 1 - p);
}

function sumDown(from: number, n: number, p: number): number {
  const odds = p / (1 - p);
  let term = binomialTerm(from, n, p);
  let sum = term;
  for (let k = from; k > 0 && term > sum * 1e-17; k--) {
    term *= k / ((n - k + 1) * odds);
    sum += term;
  }
  return Math.min(1, sum);
}
