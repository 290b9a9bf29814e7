import { deviance, stirlingError } from './stirling.ts';

const negligible = 1e-20;

/** The Poisson probabilities above 1e-20 of the largest: `mass[i]` is that of `first + i`. Mean 0 or more. */
export function poissonMass(mean: number): { first: number; mass: Float64Array } {
  if (mean === 0) return { first: 0, mass: Float64Array.of(1) };
  const mode = Math.floor(mean);
  const peak = poissonTerm(mode, mean);
  const below: number[] = [];
  for (let k = mode, term = peak; k > 0 && term > negligible; k--) {
    term *= k / mean;
    below.push(term);
  }
  const above: number[] = [];
  for (let k = mode + 1, term = peak; term > negligible; k++) {
    term *= mean / k;
    above.push(term);
  }
  return { first: mode - below.length, mass: Float64Array.from([...below.reverse(), peak, ...above]) };
}

/** P(X = k) for X ~ Poisson(mean), by Loader's saddle-point form. `poissonTerm(2, 3)` = 4.5 e^-3 = 0.2240. */
export function poissonTerm(k: number, mean: number): number {
  if (k === 0) return Math.exp(-mean);
  return Math.exp(-stirlingError(k) - deviance(k, mean)) / Math.sqrt(2 * Math.PI * k);
}
