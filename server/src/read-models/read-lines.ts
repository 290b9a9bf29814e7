import { readMetric } from '../cells/query/read-metric.ts';
import type { Reading, ReadLine, ReleaseData } from '../cells/query/reading.ts';
import type { DimensionUse } from '../metrics/definition.ts';
import { columnOf } from '../metrics/dimensions.ts';
import { membersOf } from './members.ts';

/** Every line of a reading, in the order of its members. */
export function readLines(release: ReleaseData, reading: Reading): ReadLine[] {
  const lines = readApart(release, reading);
  const ranks = reading.by.map((id) => {
    const use = reading.metric.dimensions.find((one) => one.id === id);
    const codes = use ? membersOf(release, reading.metric, use).map(({ code }) => code) : [];
    return { id, rank: new Map(codes.map((code, i) => [code, i])) };
  });
  const compare = (a: ReadLine, b: ReadLine): number => {
    for (const { id, rank } of ranks) {
      const order = (rank.get(a.key[id]) ?? rank.size) - (rank.get(b.key[id]) ?? rank.size);
      if (order !== 0) return order;
    }
    return 0;
  };
  return lines.toSorted(compare);
}

/**
 * A split by a dimension that must not split the denominator, or that is no column, is one reading per member.
 */
function readApart(release: ReleaseData, reading: Reading): ReadLine[] {
  const use = reading.metric.dimensions.find(
    (one) => reading.by.includes(one.id) && readsApart(one, reading),
  );
  if (!use) return readMetric(release, reading);
  const by = reading.by.filter((id) => id !== use.id);
  const picked = reading.filters[use.id];
  return membersOf(release, reading.metric, use)
    .filter(({ code }) => picked === undefined || picked.includes(code))
    .flatMap(({ code }) => {
      const one =
        use.role === 'choice'
          ? { ...reading, by, choices: { ...reading.choices, [use.id]: code } }
          : { ...reading, by, filters: { ...reading.filters, [use.id]: [code] } };
      return readApart(release, one).map((line) => ({ ...line, key: { ...line.key, [use.id]: code } }));
    });
}

function readsApart(use: DimensionUse, reading: Reading): boolean {
  const { metric } = reading;
  if (use.role === 'numerator-only') return true;
  if (metric.kind === 'composition' && use.id === metric.partBy) return false;
  return use.role === 'choice' && columnOf(use, reading.choices) === null;
}
