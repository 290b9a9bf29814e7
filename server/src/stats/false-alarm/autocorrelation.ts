/** A series in order of time, null where missing. */
export type GappedSeries = readonly (number | null)[];

const minimumPairs = 8;

/**
 * Lag-1 autocorrelation common to several series, corrected for the bias of short series: per series
 * r = Σ (x[t] - m)(x[t+1] - m) / Σ (x[t] - m)², corrected to (r + 1/n) / (1 - 4/n), then averaged by n.
 * Pairs with a missing value are left out. A constant series, or one of fewer than 8 neighbouring pairs, is left out;
 * none left gives null. Result within -1 to 1.
 * Source: Marriott and Pope (1954), Biometrika 41, 390-402.
 * Example: 1, 2, 3, 4, 5, 6, 7, 8, 9: r = 0.6667, corrected 1.4, held to 1.
 */
export function pooledAutocorrelation(series: readonly GappedSeries[]): number | null {
  const estimates = series.flatMap((values) => estimateLag1(values) ?? []);
  const weight = estimates.reduce((sum, { n }) => sum + n, 0);
  if (weight === 0) return null;
  const mean = estimates.reduce((sum, { n, r }) => sum + n * r, 0) / weight;
  return Math.min(1, Math.max(-1, mean));
}

function estimateLag1(values: GappedSeries): { r: number; n: number } | null {
  const present = values.filter((value) => value !== null);
  const n = present.length;
  const mean = present.reduce((sum, value) => sum + value, 0) / n;
  const squares = present.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const products = values.flatMap((value, i) => {
    const next = values[i + 1] ?? null;
    return value === null || next === null ? [] : [(value - mean) * (next - mean)];
  });
  if (products.length < minimumPairs || !(squares > 0)) return null;
  // Missing pairs are made up for, so that gaps do not read as independence.
  const r = (products.reduce((sum, product) => sum + product, 0) / squares) * ((n - 1) / products.length);
  return { r: (r + 1 / n) / (1 - 4 / n), n };
}
