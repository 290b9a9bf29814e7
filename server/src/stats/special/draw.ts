import type { Random } from './random.ts';

/**
 * Draws whole numbers with the given probabilities, the first being that of `first`, by the inverse method with a
 * guide table, so that a draw takes a step or two. Source: Chen and Asau (1974); Devroye (1986), section III.2.4.
 */
export function createDraw(
  { first, mass }: { first: number; mass: Float64Array },
  random: Random,
): () => number {
  const size = mass.length;
  const cumulative = new Float64Array(size);
  let sum = 0;
  for (let i = 0; i < size; i++) {
    sum += mass[i] ?? 0;
    cumulative[i] = sum;
  }
  const guide = new Int32Array(size);
  for (let slot = 0, i = 0; slot < size; slot++) {
    while ((cumulative[i] ?? sum) <= (slot / size) * sum) i += 1;
    guide[slot] = i;
  }
  return () => {
    const u = random();
    let i = guide[Math.floor(u * size)] ?? 0;
    while ((cumulative[i] ?? sum) <= u * sum && i < size - 1) i += 1;
    return first + i;
  };
}
