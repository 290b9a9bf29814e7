import { coverageOf } from '../../metrics/coverage.ts';
import { cubes } from '../../metrics/cubes.ts';
import type { SnapshotMetric } from '../../metrics/definition.ts';
import { dayNumber, lastDayOf } from '../../metrics/periods.ts';
import { allOf, columnsOf, compileWhere } from '../row-test.ts';
import { tupleKey } from '../tuple.ts';
import { countOpen, type PeriodEnd } from './count-open.ts';
import type { Reading, ReadLine, ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';
import { rowKeys } from './row-keys.ts';

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
  const columns = [...columnsOf(open), ...request.byColumns];
  const { table, filter } = release.tableFor({ ...request, columns });
  const takes = allOf([compileWhere(filter, table), compileWhere(open, table)]);
  const { membersOf } = rowKeys(table, request.byColumns);
  const nodesOf = table.areaCodes.map(request.place);
  const bands = metric.ageBands.filter((band) => reading.filters[AGE_BAND]?.includes(band.code) ?? true);
  const ends = periodEnds(release, reading);
  const levels = new Map<string, Level>();
  const levelOf = (members: string[]) => {
    const key = tupleKey(members);
    let level = levels.get(key);
    if (!level) {
      level = { members, counts: reading.nodes.map(() => new Float64Array(reading.periods.length)) };
      levels.set(key, level);
    }
    return level;
  };
  for (const { start, from, to } of table.groups()) {
    if (!takes(start)) continue;
    for (let row = from; row < to; row++) {
      const nodes = nodesOf[table.areas[row]];
      const spans = table.spansAt(row);
      if (spans.startDay.length === 0 || nodes.length === 0) continue;
      for (const group of byBand ? bands.map((band) => [band]) : [bands]) {
        const level = levelOf([...membersOf(start), ...(byBand ? [group[0].code] : [])]);
        countOpen(spans, ends, group, (period) => {
          for (const node of nodes) level.counts[node][period] += 1;
        });
      }
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

/** In time order, whatever the order asked for. A period in progress ends where the data do. */
function periodEnds(release: ReleaseData, { metric, areaSet, area, periods }: Reading): PeriodEnd[] {
  const { heldTo } = coverageOf(release.pinned, cubes[metric.cube].feed, areaSet, area);
  const held = heldTo === null ? Number.POSITIVE_INFINITY : dayNumber(heldTo);
  return periods
    .map(({ months }, period) => ({
      day: Math.min(dayNumber(lastDayOf(months[months.length - 1])), held),
      period,
    }))
    .sort((a, b) => a.day - b.day);
}
