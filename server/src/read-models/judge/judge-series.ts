import type { ReadLine } from '../../cells/query/reading.ts';
import type { KeyedSeries, Point } from '../../contract/series.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import type { Resolved } from '../resolve-query.ts';
import { describeSpc, whyNoSpc } from './describe-spc.ts';
import { flagAreas } from './flag-areas.ts';
import { judgeLines } from './judge-lines.ts';
import { verdictAt } from './verdict.ts';

/** What the statistics add to a line. */
export type Judgement = Pick<KeyedSeries, 'spc' | 'spcAbsent' | 'variation' | 'outlook' | 'flag'>;

/**
 * The judgement of each line of a reply: limits, signals and verdicts of monthly lines as at the last month shown,
 * or why there are none; of the parts of an area also how they lie beside each other, at any grain, in the newest
 * period that has a value old enough to judge.
 */
export function judgeSeries(
  release: LoadedRelease,
  { reading, grain, byArea }: Resolved,
  points: ReadonlyMap<ReadLine, readonly Point[]>,
): (line: ReadLine) => Judgement {
  const last = reading.periods.length - 1;
  const newest = byArea ? newestIndex([...points.values()]) : -1;
  const flags: ReadonlyMap<ReadLine, AreaFlag> =
    newest < 0 ? new Map() : flagAreas(release, reading, [...points.keys()], newest);
  const spcAbsent = whyNoSpc(reading.metric, grain);
  if (spcAbsent) return (line) => ({ spcAbsent, ...flagOf(line) });
  const judged = new Map(judgeLines(release, reading).map((line) => [nameOf(line), line]));
  const months = reading.periods.map(({ name }) => name);
  const caution = reading.metric.monthsShareCases;
  return (line) => {
    const whole = judged.get(nameOf(line));
    if (!whole || last < 0)
      return { spcAbsent: { reason: 'no-months', text: 'No month is held.' }, ...flagOf(line) };
    const verdict = verdictAt(release, whole, reading, months[last]);
    const spc = describeSpc(whole, months);
    const notices = [...spc.notices, ...(caution === undefined ? [] : [caution])];
    return { spc: { ...spc, notices }, ...verdict, ...flagOf(line) };
  };

  function flagOf(line: ReadLine): Pick<Judgement, 'flag'> {
    const flag = flags.get(line);
    return flag ? { flag } : {};
  }
}

function newestIndex(lines: readonly (readonly Point[])[]): number {
  return Math.max(
    -1,
    ...lines.map((points) =>
      points.findLastIndex(({ value, status }) => value !== null && !status.includes('immature')),
    ),
  );
}

function nameOf({ key, node }: Pick<ReadLine, 'key' | 'node'>): string {
  return JSON.stringify([node, key]);
}
