import { ancestorsOf, childrenOf, NOT_ALLOCATED } from './areas.ts';
import { lastDayOf, type Month, monthRange } from './periods.ts';
import type { Pinned, PinnedAreaSet, PinnedCoverage } from './pinned.ts';

/** Months a feed covers for one area, and how far it is held. */
export interface Covered {
  readonly months: ReadonlySet<Month>;
  /** Last covered month, null when nothing is covered. */
  readonly lastMonth: Month | null;
  /** Months declared in progress: held to a day before their last. */
  readonly inProgress: ReadonlySet<Month>;
}

/** Last day a feed is held to over all areas; null when the feed was never loaded. */
export function heldTo(pinned: Pinned, feed: string): string | null {
  const days = pinned.coverage.filter((row) => row.feed === feed).map((row) => row.heldTo);
  return days.length === 0 ? null : days.reduce((a, b) => (a > b ? a : b));
}

const known = new WeakMap<Pinned, Map<string, Covered>>();

/** Coverage of an area, worked out once for what is pinned: see `readCoverage`. */
export function coverageOf(pinned: Pinned, feed: string, set: PinnedAreaSet, area: string): Covered {
  const memo = known.get(pinned) ?? new Map<string, Covered>();
  known.set(pinned, memo);
  const key = `${feed} ${set.id} ${area}`;
  let covered = memo.get(key);
  if (!covered) {
    covered = readCoverage(pinned, feed, set, area);
    memo.set(key, covered);
  }
  return covered;
}

/** Coverage of an area: rows for all areas, for the area or one above it, or for all of its children. */
function readCoverage(pinned: Pinned, feed: string, set: PinnedAreaSet, area: string): Covered {
  const rows = pinned.coverage.filter((row) => row.feed === feed);
  const code = area === NOT_ALLOCATED ? pinned.force.code : area;
  const months = coveredMonths(rows, set, code);
  const sorted = [...months].sort();
  const reaches = (month: Month) =>
    rows
      .filter((row) => row.fromMonth <= month && month <= row.toMonth)
      .some((row) => row.heldTo >= lastDayOf(month));
  return {
    months,
    lastMonth: sorted.at(-1) ?? null,
    inProgress: new Set(sorted.slice(-1).filter((month) => !reaches(month))),
  };
}

function coveredMonths(rows: readonly PinnedCoverage[], set: PinnedAreaSet, code: string): Set<Month> {
  const above = new Set(ancestorsOf(set, code));
  const own = rows.filter((row) => row.areaCode === null || row.areaCode === code || above.has(row.areaCode));
  const months = new Set(own.flatMap((row) => monthRange(row.fromMonth, row.toMonth)));
  const [first, ...others] = childrenOf(set, code).map((child) => coveredMonths(rows, set, child.code));
  if (first) for (const month of first) if (others.every((other) => other.has(month))) months.add(month);
  return months;
}
