export interface ValueAxis {
  /** In shown units (minutes, percent), as are the ticks. */
  domain: [number, number];
  ticks: number[];
}

interface AxisRules {
  /** Bars always start at zero. */
  fromZero?: boolean;
  /** Shares never pass 100. */
  ceiling?: number | undefined;
  maxTicks?: number;
}

/**
 * A value axis with round ticks. Rules, in order:
 *
 * | values                                   | axis                              |
 * |------------------------------------------|-----------------------------------|
 * | none                                     | 0 to 1                            |
 * | bars, or lowest under half the highest   | starts at zero (or below, if any) |
 * | otherwise                                | starts at the round tick beneath  |
 * | shares                                   | ends at 100 at most               |
 *
 * @param values in shown units.
 */
export function valueAxis(
  values: readonly number[],
  { fromZero = false, ceiling, maxTicks = 8 }: AxisRules = {},
): ValueAxis {
  const low = Math.min(...values);
  const high = Math.max(...values);
  if (values.length === 0) return { domain: [0, 1], ticks: [0, 1] };
  const zeroBased = low >= 0 && (fromZero || low < high / 2 || high === 0);
  const bottom = zeroBased || (fromZero && low > 0) ? 0 : low;
  const top = fromZero || zeroBased ? Math.max(high, 0) : high;
  const step = roundStep(top - bottom || Math.abs(high) || 1, maxTicks);
  const first = Math.floor(bottom / step + epsilon);
  const last = Math.max(first + 1, Math.ceil(top / step - epsilon));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => tidy((first + index) * step)).filter(
    (tick) => ceiling === undefined || tick <= ceiling,
  );
  return { domain: [ticks[0] ?? 0, Math.max(ticks.at(-1) ?? 1, Math.min(high, ceiling ?? high))], ticks };
}

const epsilon = 1e-9;

function roundStep(span: number, maxTicks: number): number {
  const rough = span / (maxTicks - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough - epsilon) ?? 10;
  return factor * power;
}

/** Removes the noise of binary fractions: 0.30000000000000004 → 0.3. */
const tidy = (value: number) => Number(value.toPrecision(12));
