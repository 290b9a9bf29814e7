import type { Clause, Part } from '../../metrics/definition.ts';
import { monthIndex, type Period } from '../../metrics/periods.ts';
import { tupleKey } from '../tuple.ts';
import { type GatherRequest, gather, type Slots } from './gather.ts';
import type { Reading, ReadLine, ReadPoint, ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { sharePoint } from './share-point.ts';

const LENGTHS = [
  { name: 'financial-year', months: 12 },
  { name: 'quarter', months: 3 },
  { name: 'month', months: 1 },
] as const;

type Length = (typeof LENGTHS)[number];

/**
 * Published counts: a period's own published row where there is one, else the sum of its parts where all
 * were published, else not collected. What a source leaves out is never zero, and nothing adds over areas.
 */
export function readReturns(release: ReleaseData, reading: Reading): ReadLine[] {
  const { metric, choices } = reading;
  if (metric.kind !== 'proportion') throw new Error(`${metric.id}: returns are read as proportions.`);
  const denominator = metric.denominator(choices);
  const parts: Part[] = [metric.numerator(choices), denominator, { ...denominator, of: { rows: 'any' } }];
  const base = homeForce(release, {
    ...requestFor(release, reading, metric.cube, parts),
    place: placeExactly(release, reading),
    rollUp: null,
  });
  const byLength = new Map(
    LENGTHS.map((length) => [length, gather(release, { ...base, parts: ofLength(parts, length) })]),
  );
  const keys = new Map(
    [...byLength.values()].flat().map((slots) => [tupleKey(slots.members), slots.members]),
  );
  if (keys.size === 0 && reading.by.length === 0) keys.set('', []);
  return [...keys].flatMap(([key, members]) => {
    const find = (length: Length) => byLength.get(length)?.find((slots) => tupleKey(slots.members) === key);
    return reading.nodes.map((node, at) => ({
      key: Object.fromEntries(reading.by.map((id, k) => [id, members[k]])),
      node,
      points: reading.periods.map((period) => readPeriod(period, base, at, find)),
    }));
  });
}

/** An area takes the rows published for itself; the force, those published for a whole force. */
function placeExactly(release: ReleaseData, { nodes }: Reading): GatherRequest['place'] {
  const { force, forces } = release.pinned;
  const whole = new Set([force.code, ...forces.map(({ code }) => code)]);
  return (areaCode) =>
    nodes.flatMap((node, at) =>
      (node === force.code ? whole.has(areaCode) : node === areaCode) ? [at] : [],
    );
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
  node: number,
  find: (length: Length) => Slots | undefined,
): ReadPoint {
  const first = monthIndex(request.firstMonth);
  const monthCount = monthIndex(request.lastMonth) - first + 1;
  for (const length of LENGTHS) {
    const slots = find(length);
    if (!slots || period.months.length % length.months !== 0) continue;
    const starts = period.months
      .filter((_, i) => i % length.months === 0)
      .map((month) => node * monthCount + monthIndex(month) - first);
    const [numerators, denominators, published] = slots.amounts;
    if (starts.some((start) => published[start] === 0)) continue;
    const total = (amounts: Float64Array) => starts.reduce((sum, start) => sum + amounts[start], 0);
    return sharePoint(1)([total(numerators), total(denominators)]);
  }
  return { value: null, n: 0, absent: 'not-collected' };
}
