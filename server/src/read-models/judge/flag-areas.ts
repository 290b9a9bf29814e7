import type { Reading, ReadLine } from '../../cells/query/reading.ts';
import type { AreaFlag } from '../../contract/verdict.ts';
import { childrenOf } from '../../metrics/areas.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { compareAreas } from './compare-areas.ts';
import { describeFlags, withheldFlag } from './describe-flags.ts';
import { fitLines } from './fit-lines.ts';
import { standingFlags } from './standing.ts';

/**
 * Flags of the lines of an area's parts in one period of a reading. Lines of different members are compared among
 * their own, without those whose data fail a check; the area itself, and what could not be placed in a part, have
 * no flag.
 */
export function flagAreas(
  release: LoadedRelease,
  reading: Reading,
  lines: readonly ReadLine[],
  index: number,
): Map<ReadLine, AreaFlag> {
  const period = reading.periods[index];
  if (!period) return new Map();
  const children = new Set(childrenOf(reading.areaSet, reading.area).map(({ code }) => code));
  const standing = standingFlags(release, reading, period.months[period.months.length - 1]);
  const flags = new Map<ReadLine, AreaFlag>();
  for (const siblings of byMembers(lines.filter(({ node }) => children.has(node)))) {
    const { fit, faults } = fitLines(release, reading, siblings, period);
    const comparison = compareAreas(release, reading, fit);
    const compared = new Map(
      describeFlags(release, reading, fit, comparison, index).map((flag, i) => [fit[i], flag]),
    );
    for (const line of siblings) {
      const found = faults.get(line);
      const flag = found ? withheldFlag(release, reading, line, { index, found }) : compared.get(line);
      if (!flag) continue;
      const stands = flag.side !== null && standing.get(line.node)?.side === flag.side;
      flags.set(line, { ...flag, standing: stands });
    }
  }
  return flags;
}

function byMembers(lines: readonly ReadLine[]): ReadLine[][] {
  const groups = new Map<string, ReadLine[]>();
  for (const line of lines) {
    const members = JSON.stringify(line.key);
    groups.set(members, [...(groups.get(members) ?? []), line]);
  }
  return [...groups.values()];
}
