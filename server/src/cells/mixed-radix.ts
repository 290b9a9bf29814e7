/**
 * Whole numbers written with a radix of their own at each place: rows with several small numbers each become one
 * number that sorts in the order of the places. A cube's dozen dimensions stay far below 2^53.
 */
export function joinDigits(digits: readonly ArrayLike<number>[], radices: readonly number[]): Float64Array {
  const keys = new Float64Array(digits[0]?.length ?? 0);
  digits.forEach((of, place) => {
    const radix = radices[place];
    for (let i = 0; i < keys.length; i++) keys[i] = keys[i] * radix + of[i];
  });
  return keys;
}

/** Inverse of `joinDigits`: the digits of each place. */
export function splitDigits(keys: Float64Array, radices: readonly number[]): Int32Array[] {
  const rest = keys.slice();
  const digits = radices.map(() => new Int32Array(keys.length));
  for (let place = radices.length - 1; place >= 0; place--) {
    const radix = radices[place];
    for (let i = 0; i < rest.length; i++) {
      digits[place][i] = rest[i] % radix;
      rest[i] = Math.floor(rest[i] / radix);
    }
  }
  return digits;
}

/** Distinct keys in order, and the place of each key among them. */
export function rankKeys(keys: Float64Array): { distinct: Float64Array; rankOf: Int32Array } {
  const distinct = Float64Array.from(new Set(keys)).sort();
  const ranks = new Map<number, number>();
  distinct.forEach((key, rank) => {
    ranks.set(key, rank);
  });
  return { distinct, rankOf: Int32Array.from(keys, (key) => ranks.get(key) ?? -1) };
}
