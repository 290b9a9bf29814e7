/** Least and most that a value can be, in the unit of the wire; null where it has no bound. */
export interface Possible {
  least: number | null;
  most: number | null;
}

/** Nothing falls below 0 but a difference; a share never passes the whole. */
export function possibleValues(unit: string, isDifference = false): Possible {
  return { least: isDifference ? null : 0, most: unit === 'fraction' ? 1 : null };
}

/** A usual range as people are shown it: cut at what is possible. The wire carries limits uncut. */
export function cutRange<Range extends { lower: number | null; upper: number | null }>(
  range: Range,
  { least, most }: Possible,
): Range {
  const { lower, upper } = range;
  return {
    ...range,
    lower: lower === null || least === null ? lower : Math.max(least, lower),
    upper: upper === null || most === null ? upper : Math.min(most, upper),
  };
}
