import type { AgeBand, SnapshotMetric } from '../../metrics/definition.ts';
import { dayNumber, lastDayOf } from '../../metrics/periods.ts';
import { OPEN, type Spans, type Tuple, tupleKey } from '../tuple.ts';
import { columnsOf, compileWhere, memberReader } from './matcher.ts';
import type { Reading, ReadLine, ReleaseData } from './reading.ts';
import { requestFor } from './request-for.ts';

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
  const columns = [
    ...new Set([...columnsOf(request.filter), ...columnsOf(open), ...request.byColumns]),
  ].sort();
  const tests = [compileWhere(request.filter, columns), compileWhere(open, columns)];
  const keyOf = memberReader(request.byColumns, columns);
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
  const add = (tuple: Tuple, spans: Spans, nodes: readonly number[]) => {
    for (const group of byBand ? bands.map((band) => [band]) : [bands]) {
      const level = levelOf([...keyOf(tuple), ...(byBand ? [group[0].code] : [])]);
      countOpen(spans, ends, group, (period) => {
        for (const node of nodes) level.counts[node][period] += 1;
      });
    }
  };
  for (const cell of release.cellsOf(metric.cube)) {
    const nodes = request.place(cell.areaCode);
    for (const tuple of nodes.length === 0 ? [] : cell.project(columns)) {
      if (tuple.spans && tests.every((test) => test(tuple.members))) add(tuple, tuple.spans, nodes);
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
    for (let period = 0; period < ends.length; period++) {
      const age = ends[period] - start;
      const isOpen = age >= youngest && (length === OPEN || length > age);
      if (
        isOpen &&
        bands.some((band) => age >= band.fromDays && (band.toDays === null || age <= band.toDays))
      )
        found(period);
    }
  }
}
