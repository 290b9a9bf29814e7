import type { Reading } from '../../cells/query/reading.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { annotationsFor } from '../../metrics/annotations.ts';
import { childrenOf } from '../../metrics/areas.ts';
import { addMonths, monthRange, type Period } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { readLines } from '../read-lines.ts';
import { compareAreas, whyNever } from './compare-areas.ts';
import { describeFlags } from './describe-flags.ts';
import { fitLines } from './fit-lines.ts';
import { Kept } from './kept.ts';

/** Months over which a difference has to last. */
const standingMonths = 12;
/** Months of a line after a break below which nothing can stand. */
const leastMonths = 6;

const kept = new Kept<LoadedRelease, ReadonlyMap<string, AreaFlag>>(500);

/** Gives up the kept differences of a release, as a restart would: for measuring. */
export const forgetStanding = (release: LoadedRelease): void => kept.forget(release);

/**
 * Standing differences of an area's parts as at a month, by area: the flag over the twelve months to it.
 * A difference stands where the area is flagged on one side over those twelve months and over the twelve to the
 * month before, and lies on that side, whatever the size, in two thirds or more of the twelve. So the first month in
 * which twelve months tell an area apart is news, and from the next it stands. Months before a break are left out,
 * and six at least must be left. A reading split by members gives none.
 */
export function standingFlags(
  release: LoadedRelease,
  reading: Reading,
  month: string,
): ReadonlyMap<string, AreaFlag> {
  const { metric, statistic, choices, filters, by, areaSet, area } = reading;
  if (by.length > 0 || whyNever(reading)) return new Map();
  const question = JSON.stringify([metric.id, statistic, choices, filters, areaSet.id, area, month]);
  return kept.get(release, question, () => findStanding(release, reading, month));
}

function findStanding(
  release: LoadedRelease,
  reading: Reading,
  month: string,
): ReadonlyMap<string, AreaFlag> {
  const months = monthsTo(release, reading, month);
  const earlier = monthsTo(release, reading, addMonths(month, -1));
  if (months.length < leastMonths) return new Map();
  const single = months.map((one): Period => ({ name: one, months: [one] }));
  const now = single.length;
  const periods = [...single, rolling(months, month), rolling(earlier, addMonths(month, -1))];
  const nodes = childrenOf(reading.areaSet, reading.area).map(({ code }) => code);
  const whole: Reading = { ...reading, nodes, periods };
  const { fit: lines } = fitLines(release, whole, readLines(release, whole), periods[now]);
  const comparison = compareAreas(release, whole, lines);
  if ('absent' in comparison || lines.length === 0) return new Map();
  if (!comparison.isCollected(now) || !comparison.isCollected(now + 1)) return new Map();
  const flags = comparison.flags(now);
  if (flags.every(({ flag }) => flag === null)) return new Map();
  const before = comparison.flags(now + 1);
  const sides = single.map((_, index) => comparison.sides(index));
  const stands = flags.map(({ flag }, i) => {
    const alike = sides.filter((month) => month[i] === flag).length;
    return flag !== null && before[i].flag === flag && alike * 3 >= single.length * 2;
  });
  if (!stands.includes(true)) return new Map();
  return new Map(
    describeFlags(release, whole, lines, comparison, now).flatMap((flag, i): [string, AreaFlag][] =>
      stands[i] ? [[lines[i].node, { ...flag, standing: true }]] : [],
    ),
  );
}

function rolling(months: readonly string[], last: string): Period {
  return { name: `P${months.length}M/${last}`, months };
}

/** Twelve months to a month, without those before a break. */
function monthsTo(release: LoadedRelease, { metric, area }: Reading, month: string): string[] {
  const cuts = annotationsFor(release.pinned, metric.id, area).filter(
    ({ kind, date }) => kind === 'break' && date.slice(0, 7) <= month,
  );
  const since = cuts.at(-1)?.date.slice(0, 7) ?? '';
  return monthRange(addMonths(month, 1 - standingMonths), month).filter((one) => one >= since);
}
