import { childrenOf, NOT_ALLOCATED, placeInNodes, placeRolledUp } from '../../metrics/areas.ts';
import type { CubeId } from '../../metrics/cubes.ts';
import type { Clause, DimensionUse, Part, Where } from '../../metrics/definition.ts';
import { columnOf, listedMembers } from '../../metrics/dimensions.ts';
import type { Period } from '../../metrics/periods.ts';
import { thresholdSeconds } from '../../metrics/targets.ts';
import type { GatherRequest } from './gather.ts';
import type { Reading, ReleaseData } from './reading.ts';

/** The gathering a metric asks for, with its filters as members of cube columns. */
export function requestFor(
  release: ReleaseData,
  reading: Reading,
  cube: CubeId,
  parts: readonly Part[],
): GatherRequest {
  const { metric, choices } = reading;
  const common: Record<string, readonly string[]> = {};
  const first: Record<string, readonly string[]> = {};
  for (const use of metric.dimensions) {
    const column = columnOf(use, choices);
    const members = membersTaken(use, reading);
    if (column === null || members === undefined) continue;
    if (use.role === 'numerator-only') first[column] = members;
    else common[column] = members;
  }
  return {
    cube,
    parts,
    filter: clause(common),
    firstFilter: clause(first),
    byColumns: byColumnsOf(reading),
    byEnd: metric.periodOfEnd?.(choices) ?? false,
    ...monthSpan(reading.periods),
    nodeCount: reading.nodes.length,
    ...placeOf(release, reading, parts),
    thresholds: thresholdSeconds(release.pinned, metric.id),
    run: null,
  };
}

/** Where rows count, and whether areas may be rolled up first: not where a threshold may be an area's own. */
function placeOf(
  { pinned }: ReleaseData,
  { areaSet, area, nodes }: Reading,
  parts: readonly Part[],
): Pick<GatherRequest, 'place' | 'rollUp'> {
  const force = pinned.force.code;
  const place = placeInNodes(areaSet, force, area, nodes);
  const children = new Set(childrenOf(areaSet, force).map(({ code }) => code));
  const isAbove = (node: string) =>
    node === force || children.has(node) || (node === NOT_ALLOCATED && area === force);
  if (!nodes.every(isAbove) || parts.some(({ of }) => 'threshold' in of)) return { place, rollUp: null };
  return { place: placeRolledUp(place, nodes.indexOf(force)), rollUp: areaSet };
}

/** First and last month of periods in any order. */
function monthSpan(periods: readonly Period[]): Pick<GatherRequest, 'firstMonth' | 'lastMonth'> {
  let [firstMonth] = periods[0].months;
  let lastMonth = firstMonth;
  for (const { months } of periods) {
    if (months[0] < firstMonth) firstMonth = months[0];
    if (months[months.length - 1] > lastMonth) lastMonth = months[months.length - 1];
  }
  return { firstMonth, lastMonth };
}

/** Members a dimension lets through; undefined for all. A choice split by keeps to the members it offers. */
function membersTaken(use: DimensionUse, { choices, filters, by }: Reading): readonly string[] | undefined {
  if (use.role !== 'choice') return filters[use.id];
  if (!by.includes(use.id)) return [choices[use.id]];
  return filters[use.id] ?? listedMembers(use) ?? undefined;
}

function byColumnsOf(reading: Reading): string[] {
  return reading.by.map((id) => {
    const use = reading.metric.dimensions.find((dimension) => dimension.id === id);
    const column = use ? columnOf(use, reading.choices) : null;
    if (column === null) throw new Error(`${reading.metric.id} cannot be split by ${id}.`);
    return column;
  });
}

function clause(members: Clause): Where {
  return Object.keys(members).length === 0 ? [] : [members];
}
