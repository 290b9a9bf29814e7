import type { DateText } from '../db/tables.ts';
import { ancestorsOf, childrenOf } from './areas.ts';
import { lastDayOf, type Month, monthRange } from './periods.ts';
import type { Pinned, PinnedAreaSet, PinnedCoverage } from './pinned.ts';

/** Months a feed covers for one area, and how far it is held. */
export interface Covered {
  /** Months held to their last day, and the last month also where it is in progress. */
  readonly months: ReadonlySet<Month>;
  /** Last covered month, null when nothing is covered. */
  readonly lastMonth: Month | null;
  /** Last day held; null when nothing is covered. */
  readonly heldTo: DateText | null;
  /** The last month, where it is held to a day before its last. */
  readonly inProgress: Month | null;
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

/** Coverage of several areas taken together: every month that one of them has. */
export function anyCoverage(parts: readonly Covered[]): ReadonlySet<Month> {
  const [first, ...others] = parts;
  if (first && others.every((other) => isWithin(other.months, first.months))) return first.months;
  return new Set(parts.flatMap((part) => [...part.months]));
}

function isWithin(part: ReadonlySet<Month>, whole: ReadonlySet<Month>): boolean {
  for (const month of part) if (!whole.has(month)) return false;
  return true;
}

/** Coverage of an area: rows for all areas, for the area or one above it, or for all of its children. */
function readCoverage(pinned: Pinned, feed: string, set: PinnedAreaSet, area: string): Covered {
  const rows = pinned.coverage.filter((row) => row.feed === feed);
  const held = heldByMonth(rows, set, area);
  const lastMonth = [...held.keys()].sort().at(-1) ?? null;
  const isWhole = (month: Month) => held.get(month) === lastDayOf(month);
  return {
    months: new Set([...held.keys()].filter((month) => isWhole(month) || month === lastMonth)),
    lastMonth,
    heldTo: lastMonth === null ? null : (held.get(lastMonth) ?? null),
    inProgress: lastMonth === null || isWhole(lastMonth) ? null : lastMonth,
  };
}

/** Last day held of each month. */
function heldByMonth(
  rows: readonly PinnedCoverage[],
  set: PinnedAreaSet,
  code: string,
): Map<Month, DateText> {
  const held = new Map<Month, DateText>();
  const hold = (month: Month, day: DateText) => held.set(month, later(held.get(month) ?? day, day));
  if (rows.length === 0) return held;
  const above = new Set([code, ...ancestorsOf(set, code)]);
  for (const row of rows.filter(({ areaCode }) => areaCode === null || above.has(areaCode)))
    for (const month of monthRange(row.fromMonth, row.toMonth))
      hold(month, earlier(row.heldTo, lastDayOf(month)));
  // What is covered for all areas, or for all of this one, needs no looking into its parts.
  const ofParts = rows.filter(({ areaCode }) => areaCode !== null && !above.has(areaCode));
  if (ofParts.length === 0) return held;
  const [first, ...others] = childrenOf(set, code).map((child) => heldByMonth(rows, set, child.code));
  for (const [month, day] of first ?? []) {
    const days = others.map((other) => other.get(month));
    if (days.every((one) => one !== undefined)) hold(month, days.reduce(earlier, day));
  }
  return held;
}

const earlier = (a: DateText, b: DateText): DateText => (a < b ? a : b);
const later = (a: DateText, b: DateText): DateText => (a > b ? a : b);
