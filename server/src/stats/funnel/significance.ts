/** Beyond which pair of limits a point lies, and on which side; null inside both. */
export type Significance = { side: 'high' | 'low'; level: 0.95 | 0.998 } | null;

/** A pair of limits at each of the two levels, in one unit. */
export type FunnelLimits = { lower95: number; upper95: number; lower998: number; upper998: number };

/** The side and level of a value outside its limits, strictly; a value on a limit is inside. */
export function outsideLimits(value: number, limits: FunnelLimits): Significance {
  if (value < limits.lower998) return { side: 'low', level: 0.998 };
  if (value > limits.upper998) return { side: 'high', level: 0.998 };
  if (value < limits.lower95) return { side: 'low', level: 0.95 };
  if (value > limits.upper95) return { side: 'high', level: 0.95 };
  return null;
}
