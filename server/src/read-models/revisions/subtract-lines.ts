import type { Reading, ReadLine, ReadPoint } from '../../cells/query/reading.ts';
import { sharePoint } from '../../cells/query/share-point.ts';

/** A line's values in the release before, by the name of the period; what is not in it had none. */
export type EarlierLine = ReadonlyMap<string, number | null>;

/** Tells lines of the same question apart, whichever release they are read from. */
export const lineName = ({ key, node }: Pick<ReadLine, 'key' | 'node'>): string =>
  JSON.stringify([key, node]);

/**
 * Lines of counts, shares, rates, levels or followed cohorts as they were before some cells gave way to others.
 * @param now the lines as they are
 * @param come the same question asked of the new cells alone
 * @param gone the same question asked of the cells they replaced
 */
export function subtractLines(
  reading: Reading,
  now: readonly ReadLine[],
  come: readonly ReadLine[],
  gone: readonly ReadLine[],
): ReadonlyMap<string, EarlierLine> {
  const [comeOf, goneOf] = [come, gone].map((some) => new Map(some.map((line) => [lineName(line), line])));
  return new Map(
    now.map((line) => {
      const name = lineName(line);
      const amountsAt = (one: ReadLine | undefined, i: number) => amountsOf(reading, one?.points[i]);
      const values = reading.periods.map((period, i) => {
        const [plus, minus] = [amountsAt(comeOf.get(name), i), amountsAt(goneOf.get(name), i)];
        const before = amountsAt(line, i).map((amount, k) => amount - plus[k] + minus[k]);
        return [period.name, shareOf(reading, before)] as const;
      });
      return [name, new Map(values)];
    }),
  );
}

/** Counted and counted among. A cohort followed long enough has its share of its cases, whole. */
function amountsOf({ statistic }: Reading, point: ReadPoint | undefined): [number, number] {
  if (!point) return [0, 0];
  const { value, n, numerator, denominator } = point;
  if (statistic === 'count') return [numerator ?? value ?? 0, 0];
  // Cases without an estimate cannot be taken apart.
  const counted = value === null && n > 0 ? Number.NaN : Math.round((value ?? 0) * n);
  return [numerator ?? counted, denominator ?? n];
}

function shareOf({ metric, statistic }: Reading, [counted, among]: readonly number[]): number | null {
  if (statistic === 'count') return counted;
  const { value } = sharePoint(metric.kind === 'rate' ? metric.per : 1)([counted, among]);
  return Number.isNaN(value) ? null : value;
}
