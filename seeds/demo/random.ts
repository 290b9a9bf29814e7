const golden = 0x9e3779b1;

/** Mixes 32 bits so that neighbouring inputs give unrelated outputs (murmur3's finaliser). */
function mix(value: number): number {
  let bits = value | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}

/** A 32-bit key for a seed and a name (FNV-1a, then mixed). */
function keyOf(seed: number, name: string): number {
  let bits = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) bits = Math.imul(bits ^ name.charCodeAt(i), 0x01000193);
  return mix(bits ^ mix(seed));
}

/**
 * Random numbers by address: the draws of one thing depend only on (seed, stream, index), so leaving out,
 * adding or reordering other things never changes it. PCG-RXS-M-XS-32 (O'Neill 2014) from a hashed start.
 */
export class Random {
  private readonly key: number;
  private readonly increment: number;
  private state = 0;

  constructor(seed: number, stream: string) {
    this.key = keyOf(seed, stream);
    this.increment = mix(this.key ^ golden) | 1;
    this.state = this.key;
  }

  /** Moves to the first draw of the thing with this index. */
  at(index: number): this {
    this.state = mix((this.key + Math.imul(index, golden)) | 0);
    return this;
  }

  /** Uniform in [0, 1), in steps of 2^-32. */
  next(): number {
    const state = (Math.imul(this.state, 747796405) + this.increment) | 0;
    this.state = state;
    const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737);
    return (((word >>> 22) ^ word) >>> 0) / 4294967296;
  }

  /** True with the given chance. */
  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** A whole number from 0 to count - 1. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  /** Standard normal (Box–Muller, one of the pair). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
    return radius * Math.cos(2 * Math.PI * this.next());
  }

  /** Lognormal with the given median; `spread` is the standard deviation of its logarithm. */
  lognormal(median: number, spread: number): number {
    return median * Math.exp(spread * this.normal());
  }

  /** Poisson; above 30 the normal approximation, never below zero. */
  poisson(mean: number): number {
    if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const floor = Math.exp(-mean);
    let count = -1;
    for (let product = 1; product > floor; count++) product *= this.next();
    return Math.max(0, count);
  }
}

/** Share of the standard normal distribution below a value, to within 0.0002 (a logistic in odd powers). */
export function shareBelow(value: number): number {
  return 1 / (1 + Math.exp(-1.5976 * value - 0.07056 * value ** 3));
}

/** A picker over weighted members: gives the member in which a uniform draw falls. */
export function weighted<T>(members: readonly (readonly [T, number])[]): (uniform: number) => T {
  const total = members.reduce((sum, [, weight]) => sum + weight, 0);
  const items = members.map(([item]) => item);
  let running = 0;
  const ends = members.map(([, weight]) => {
    running += weight / total;
    return running;
  });
  const last = items.length - 1;
  return (uniform) => {
    let index = 0;
    while (index < last && uniform >= ends[index]) index++;
    return items[index];
  };
}
