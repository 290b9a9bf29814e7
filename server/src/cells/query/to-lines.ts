import { monthIndex } from '../../metrics/periods.ts';
import type { GatherRequest, Slots } from './gather.ts';
import type { Reading, ReadLine, ReadPoint } from './reading.ts';

/** The value of one period: its sums per part, the places they were taken from, and where they lie. */
export type PointOf = (amounts: number[], at: number[], slots: Slots) => ReadPoint;

/** Turns gathered months into periods. */
export function toLines(
  reading: Reading,
  groups: readonly Slots[],
  request: GatherRequest,
  pointOf: PointOf,
): ReadLine[] {
  const first = monthIndex(request.firstMonth);
  const monthCount = monthIndex(request.lastMonth) - first + 1;
  const all = groups.length > 0 || reading.by.length > 0 ? groups : [nothing(request, monthCount)];
  const offsets = reading.periods.map(({ months }) => months.map((month) => monthIndex(month) - first));
  return all.flatMap((slots) =>
    reading.nodes.map((node, i) => ({
      key: Object.fromEntries(reading.by.map((id, k) => [id, slots.members[k]])),
      node,
      points: offsets.map((months) => {
        const at = months.map((month) => i * monthCount + month);
        return pointOf(
          slots.amounts.map((amounts) => sumAt(amounts, at)),
          at,
          slots,
        );
      }),
    })),
  );
}

function sumAt(amounts: Float64Array, at: readonly number[]): number {
  let sum = 0;
  for (const index of at) sum += amounts[index];
  return sum;
}

function nothing(request: GatherRequest, monthCount: number): Slots {
  const size = request.nodeCount * monthCount;
  return {
    members: [],
    amounts: request.parts.map(() => new Float64Array(size)),
    runs: [],
  };
}
