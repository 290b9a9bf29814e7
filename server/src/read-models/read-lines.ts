import { readMetric } from '../cells/query/read-metric.ts';
import type { Reading, ReadLine, ReleaseData } from '../cells/query/reading.ts';
import type { DimensionUse } from '../metrics/definition.ts';
import { columnOf } from '../metrics/registry.ts';
import { membersOf } from './members.ts';

/**
 * Reads every line of a reading. A split by a dimension that must not split the denominator, or that is
 * no column, is one reading per member.
 */
export function readLines(release: ReleaseData, reading: Reading): ReadLine[] {
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
      return readLines(release, one).map((line) => ({ ...line, key: { ...line.key, [use.id]: code } }));
    });
}

function readsApart(use: DimensionUse, reading: Reading): boolean {
  if (use.role === 'numerator-only') return true;
  return use.role === 'choice' && columnOf(use, reading.choices) === null;
}
