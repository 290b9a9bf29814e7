import { NO_CASES, type ReadPoint } from './reading.ts';

/** The value of a share or rate, by its numerator and denominator; absent where there was no case. */
export function sharePoint(per: number) {
  return ([numerator, denominator]: readonly number[]): ReadPoint =>
    denominator === 0
      ? { ...NO_CASES, numerator, denominator }
      : { value: (numerator / denominator) * per, n: denominator, numerator, denominator };
}
