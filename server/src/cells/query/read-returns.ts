import type { Clause, Part } from '../../metrics/definition.ts';
import { monthIndex, type Period } from '../../metrics/periods.ts';
import { type GatherRequest, gather, type Slots } from './gather.ts';
import type { Reading, ReadLine, ReadPoint, ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';

const LENGTHS = [
  { name: 'financial-year', months: 12 },
  { name: 'quarter', months: 3 },
  { name: 'month', months: 1 },
] as const;

type Length = (typeof LENGTHS)[number];

/**
 * Published counts: a period's own published row where there is one, else the sum of its parts where all
 * were published, else not collected. What a source leaves out is never zero.
 */
export function readReturns(release: ReleaseData, reading: Reading): ReadLine[] {
  const { metric, choices } = reading;
  if (metric.kind !== 'proportion') throw new Error(`${metric.id}: returns are read as proportions.`);
  const parts = [metric.numerator(choices), metric.denominator(choices)];
  const base = homeForce(release, {
    ...requestFor(release, reading, metric.cube, parts),
    place: () => [0],
    nodeCount: 1,
  });
  const byLength = new Map(
    LENGTHS.map((length) => [length, gather(release, { ...base, parts: ofLength(parts, length) })]),
  );
  const keys = new Map(
    [...byLength.values()].flat().map((slots) => [slots.members.join('\n'), slots.members]),
  );
  if (keys.size === 0 && reading.by.length === 0) keys.set('', []);
  return [...keys].map(([key, members]) => ({
    key: Object.fromEntries(reading.by.map((id, k) => [id, members[k]])),
    node: reading.nodes[0],
    points: reading.periods.map((period) => {
      const find = (length: Length) =>
        byLength.get(length)?.find((slots) => slots.members.join('\n') === key);
      return readPeriod(period, base, find);
    }),
  }));
}

function ofLength(parts: readonly Part[], length: Length): Part[] {
  return parts.map((part) => ({
    ...part,
    where: (part.where ?? [{}]).map((clause): Clause => ({ ...clause, periodLength: [length.name] })),
  }));
}

/** The `home` member of the force choice is the deployment's own force. */
function homeForce(release: ReleaseData, request: GatherRequest): GatherRequest {
  const home = (clause: Clause): Clause =>
    clause.force?.includes('home') ? { ...clause, force: [release.pinned.force.code] } : clause;
  return { ...request, filter: request.filter.map(home) };
}

function readPeriod(
  period: Period,
  request: GatherRequest,
  find: (length: Length) => Slots | undefined,
): ReadPoint {
  const first = monthIndex(request.firstMonth);
  for (const length of LENGTHS) {
    const slots = find(length);
    if (!slots || period.months.length % length.months !== 0) continue;
    const starts = period.months
      .filter((_, i) => i % length.months === 0)
      .map((month) => monthIndex(month) - first);
    if (starts.some((start) => slots.amounts[1][start] === 0)) continue;
    const [numerator, denominator] = slots.amounts.map((amount) =>
      starts.reduce((sum, start) => sum + amount[start], 0),
    );
    return { value: numerator / denominator, n: denominator, numerator, denominator };
  }
  return { value: null, n: 0, absent: 'not-collected' };
}
