import type { Random } from './random.ts';

/** Draws whole numbers with the given probabilities, the first being that of `first`, by the inverse method. */
export function createDraw(
  { first, mass }: { first: number; mass: Float64Array },
  random: Random,
): () => number {
  let sum = 0;
  const cumulative = mass.map((term) => {
    sum += term;
    return sum;
  });
  return () => {
    const u = random() * sum;
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cumulative[middle] ?? 1) > u) high = middle;
      else low = middle + 1;
    }
    return first + low;
  };
}
