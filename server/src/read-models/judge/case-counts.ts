import type { Reading, ReadPoint } from '../../cells/query/reading.ts';
import type { Counts } from '../../stats/spc/sparse.ts';

/** The cases a month's value was counted from; null for waits and other readings that are not counted. */
export function countsOf({ statistic }: Reading, point: ReadPoint): Counts | null {
  const { value, numerator, denominator } = point;
  switch (statistic) {
    case 'count':
      return value === null ? null : { counted: value, others: null };
    case 'rate':
      return numerator === undefined ? null : { counted: numerator, others: null };
    case 'share':
      if (numerator === undefined || denominator === undefined) return null;
      return { counted: numerator, others: denominator - numerator };
    default:
      return null;
  }
}
