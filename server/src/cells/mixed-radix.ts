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
  const numbers = new Map<number, number>();
  const numberOf = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    let number = numbers.get(keys[i]);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(keys[i], number);
    }
    numberOf[i] = number;
  }
  const distinct = Float64Array.from(numbers.keys()).sort();
  const ranks = new Int32Array(distinct.length);
  for (let rank = 0; rank < distinct.length; rank++) ranks[numbers.get(distinct[rank]) ?? 0] = rank;
  for (let i = 0; i < numberOf.length; i++) numberOf[i] = ranks[numberOf[i]];
  return { distinct, rankOf: numberOf };
}
