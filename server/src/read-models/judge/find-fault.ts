import { readMetric } from '../../cells/query/read-metric.ts';
import type { Reading } from '../../cells/query/reading.ts';
import type { QualityFault } from '../../contract/verdict.ts';
import { childrenOf, NOT_ALLOCATED } from '../../metrics/areas.ts';
import { cubes } from '../../metrics/cubes.ts';
import { monthRange, type Period } from '../../metrics/periods.ts';
import { checksOn, filtersToCheck, type QualityCheckDefinition } from '../../metrics/quality.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { describeCheck } from '../findings/quality.ts';
import { areaName } from '../nodes.ts';
import { Kept } from './kept.ts';

/** A failed check, and why nothing is said, in a sentence. */
export interface FoundFault {
  readonly fault: QualityFault;
  readonly sentence: string;
}

interface Share {
  readonly numerator: number;
  readonly denominator: number;
}
type Monthly = ReadonlyMap<string, ReadonlyMap<string, Share>>;

const kept = new Kept<LoadedRelease, Monthly>(200);

/**
 * The first check that bears on a reading and fails in one place over a period; null where its figures can be
 * judged. Shares are read once per release for every month and area of the force, then added up.
 */
export function findFault(
  release: LoadedRelease,
  reading: Reading,
  node: string,
  period: Period,
): FoundFault | null {
  if (node === NOT_ALLOCATED) return null;
  for (const check of checksOn(reading.metric, reading.choices)) {
    const months = monthlyShares(release, reading, check, node).get(node);
    const { numerator, denominator } = addUp(period.months.flatMap((month) => months?.get(month) ?? []));
    if (denominator === 0 || numerator / denominator <= check.tolerance) continue;
    const place = areaName(release.pinned, reading.areaSet, node);
    const words = describeCheck(check, numerator / denominator, place, period.name);
    const { id, tolerance } = check;
    return {
      fault: { check: id, period: period.name, numerator, denominator, tolerance },
      sentence: `${words}: not comparable.`,
    };
  }
  return null;
}

function addUp(shares: readonly Share[]): Share {
  return shares.reduce(
    (sum, one) => ({
      numerator: sum.numerator + one.numerator,
      denominator: sum.denominator + one.denominator,
    }),
    { numerator: 0, denominator: 0 },
  );
}

function monthlyShares(
  release: LoadedRelease,
  { metric, filters: asked, areaSet }: Reading,
  check: QualityCheckDefinition,
  node: string,
): Monthly {
  const force = release.pinned.force.code;
  const main = [force, ...childrenOf(areaSet, force).map(({ code }) => code)];
  const [area, nodes] = main.includes(node) ? [force, main] : [node, [node]];
  const filters = filtersToCheck(metric, asked);
  const question = JSON.stringify([check.id, areaSet.id, nodes, filters]);
  return kept.get(release, question, () => {
    const periods = monthsHeld(release).map((month) => ({ name: month, months: [month] }));
    const reading = { statistic: 'share', choices: {}, filters, by: [], areaSet, area, nodes, periods };
    const lines = readMetric(release, { ...reading, metric: check.share });
    return new Map(lines.map(({ node: place, points }) => [place, byMonth(periods, points)]));
  });
}

function byMonth(periods: readonly Period[], points: readonly Partial<Share>[]): Map<string, Share> {
  return new Map(
    points.map(({ numerator = 0, denominator = 0 }, i) => [periods[i].name, { numerator, denominator }]),
  );
}

function monthsHeld({ pinned }: LoadedRelease): string[] {
  const rows = pinned.coverage.filter(({ feed }) => feed === cubes.incident.feed);
  const first = rows.map(({ fromMonth }) => fromMonth).toSorted()[0];
  const last = rows
    .map(({ toMonth }) => toMonth)
    .toSorted()
    .at(-1);
  return first === undefined || last === undefined ? [] : monthRange(first, last);
}
