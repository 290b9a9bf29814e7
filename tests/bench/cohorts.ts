import { cumulativeIncidence } from '../../server/src/stats/survival/aalen-johansen.ts';
import { countFollowUp } from '../../server/src/stats/survival/follow-up.ts';
import { median, timed } from './report.ts';

/** Milliseconds of cumulative incidence with errors, and of one typed-array sort of the same day counts. */
export interface CohortTimes {
  crimes: number;
  incidenceMs: number;
  sortMs: number;
}

const crimes = 100_000;
const outcomes = 4;
const longestDays = 1100;
const repetitions = 15;
/** Every fifth day of a year, as the curves of the attrition page. */
const curveDays = Array.from({ length: 74 }, (_, step) => step * 5);

/** Follows crimes of the same days to their outcomes, errors and limits of every outcome on every day of the curves. */
export async function measureCohorts(): Promise<CohortTimes> {
  const { days, ends } = drawCrimes();
  const incidenceMs: number[] = [];
  const sortMs: number[] = [];
  for (let i = 0; i < repetitions; i++) {
    const copy = days.slice();
    sortMs.push(await timed(() => copy.sort()));
    incidenceMs.push(await timed(() => cumulativeIncidence(countFollowUp(days, ends, outcomes), curveDays)));
  }
  return { crimes, incidenceMs: median(incidenceMs), sortMs: median(sortMs) };
}

/** Days to an outcome, most of them short, and which it was; 0 is none yet. The same crimes every time. */
function drawCrimes(): { days: Int32Array; ends: Uint8Array } {
  let state = 20231219;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const days = Int32Array.from({ length: crimes }, () => Math.floor(longestDays * next() ** 3));
  const ends = Uint8Array.from({ length: crimes }, () => Math.floor((outcomes + 1) * next()));
  return { days, ends };
}
