import { monthNumber } from '../../../server/src/stats/time/calendar.ts';
import type { Random } from '../random.ts';

/** The month (illustrative) from which calls are regraded at close under the new structure. */
export const gradingReviewMonth = monthNumber('2023-04');

/** Share of grade 2 calls closed as grade 3 since the review, and of grade 3 as 4. */
const downgraded = { domestic: [0, 0.09, 0.06], other: [0, 0.12, 0.09] } as const;

/**
 * The grade at close. The review only relabels: the calls that could wait, and did, tend to be those moved
 * down, so grade 2 looks quicker while nobody is seen any sooner.
 * @param grade the grade the call was worked at, 1 to 4
 * @param waitRank where its wait for dispatch stands among its like, 0 shortest to 1 longest
 */
export function gradeAtClose(
  grade: number,
  month: number,
  isDomestic: boolean,
  waitRank: number,
  random: Random,
): number {
  const draw = random.next();
  if (month < gradingReviewMonth || grade === 4) return grade;
  const share = downgraded[isDomestic ? 'domestic' : 'other'][grade - 1];
  return draw < share * 2 * waitRank ? grade + 1 : grade;
}
