import { monthNumber } from '../../../server/src/stats/time/calendar.ts';
import { curve } from '../curve.ts';
import type { Random } from '../random.ts';
import { areaDifferences } from './area-differences.ts';

/** Rapid Video Response began in this month (illustrative). */
export const videoResponseMonth = monthNumber('2023-02');

const offered = curve(['2023-02', 0.06], ['2023-06', 0.14], ['2023-11', 0.24]);
const consented = 0.62;
const completed = curve(['2023-02', 0.4], ['2023-11', 0.55]);

export type VideoStage = 'not_eligible' | 'eligible' | 'offered' | 'consented' | 'completed';

/**
 * How far a domestic abuse call got towards a video response: many calls are eligible, few are offered it.
 * Blank before it existed.
 */
export function videoStage(
  month: number,
  grade: number,
  risk: string,
  lpaIndex: number,
  random: Random,
): VideoStage | '' {
  if (month < videoResponseMonth) return '';
  const draws = [random.next(), random.next(), random.next(), random.next()];
  if (grade === 1 || risk === 'high' || draws[0] > 0.38) return 'not_eligible';
  if (draws[1] > offered(month) * areaDifferences.video[lpaIndex]) return 'eligible';
  if (draws[2] > consented) return 'offered';
  return draws[3] > completed(month) ? 'consented' : 'completed';
}
