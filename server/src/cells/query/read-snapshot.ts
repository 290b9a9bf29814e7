import type { AgeBand, SnapshotMetric } from '../../metrics/definition.ts';
import { dayNumber, lastDayOf } from '../../metrics/periods.ts';
import { OPEN, type Spans, tupleKey } from '../tuple.ts';
import { coveringColumns } from './covering-columns.ts';
import type { Reading, ReadLine, ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { rowKeys } from './row-keys.ts';
import { allOf, columnsOf, compileWhere } from './row-test.ts';

const AGE_BAND = 'ageBand';

interface Level {
  readonly members: readonly string[];
  /** Spans open at each period's end: `[node][period]`. */
  readonly counts: readonly Float64Array[];
}

/** Spans open at the end of each period for more than so many days. A level: last in the period. */
export function readSnapshot(release: ReleaseData, reading: Reading, metric: SnapshotMetric): ReadLine[] {
  const byBand = reading.by.includes(AGE_BAND);
  const by = reading.by.filter((id) => id !== AGE_BAND);
  const request = requestFor(release, { ...reading, by }, metric.cube, []);
  const open = metric.open(reading.choices);
  const columns = [...columnsOf(request.filter), ...columnsOf(open), ...request.byColumns];
  const table = release.tableOf(metric.cube, coveringColumns(metric.cube, columns));
  const takes = allOf([compileWhere(request.filter, table), compileWhere(open, table)]);
  const { membersOf } = rowKeys(table, request.byColumns);
  const nodesOf = table.areaCodes.map(request.place);
  const bands = metric.ageBands.filter((band) => reading.filters[AGE_BAND]?.includes(band.code) ?? true);
  const ends = reading.periods.map((period) => dayNumber(lastDayOf(period.months[period.months.length - 1])));
  const levels = new Map<string, Level>();
  const levelOf = (members: string[]) => {
    const key = tupleKey(members);
    let level = levels.get(key);
    if (!level) {
      level = { members, counts: reading.nodes.map(() => new Float64Array(ends.length)) };
      levels.set(key, level);
    }
    return level;
  };
  for (let row = 0; row < table.months.length; row++) {
    const spans = table.spans[row];
    const nodes = nodesOf[table.areas[row]];
    if (!spans || nodes.length === 0 || !takes(row)) continue;
    for (const group of byBand ? bands.map((band) => [band]) : [bands]) {
      const level = levelOf([...membersOf(row), ...(byBand ? [group[0].code] : [])]);
      countOpen(spans, ends, group, (period) => {
        for (const node of nodes) level.counts[node][period] += 1;
      });
    }
  }
  if (levels.size === 0 && reading.by.length === 0) levelOf([]);
  const names = [...by, ...(byBand ? [AGE_BAND] : [])];
  return [...levels.values()].flatMap((level) =>
    reading.nodes.map((node, i) => ({
      key: Object.fromEntries(names.map((name, k) => [name, level.members[k]])),
      node,
      points: reading.periods.map((_, period) => ({
        value: level.counts[i][period],
        n: level.counts[i][period],
      })),
    })),
  );
}

/** Calls back for every span and period end at which it is open and its age lies in one of the bands. */
function countOpen(
  spans: Spans,
  ends: readonly number[],
  bands: readonly AgeBand[],
  found: (period: number) => void,
): void {
  const youngest = Math.min(...bands.map((band) => band.fromDays));
  for (let i = 0; i < spans.startDay.length; i++) {
    const length = spans.lengthDays[i];
    if (length !== OPEN && length <= youngest) continue;
    const start = spans.startDay[i];
    for (let period = firstFrom(ends, start + youngest); period < ends.length; period++) {
      const age = ends[period] - start;
      if (length !== OPEN && length <= age) break;
      if (bands.some((band) => age >= band.fromDays && (band.toDays === null || age <= band.toDays)))
        found(period);
    }
  }
}

/** First of the ascending days that is `day` or later. */
function firstFrom(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle] < day) low = middle + 1;
    else high = middle;
  }
  return low;
}
