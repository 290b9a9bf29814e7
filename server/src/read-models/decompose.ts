import { gather } from '../cells/query/gather.ts';
import type { Reading } from '../cells/query/reading.ts';
import { requestFor } from '../cells/query/request-for.ts';
import type { KeyedSeries, Series } from '../contract/series.ts';
import { coverageOf } from '../metrics/coverage.ts';
import { cubes } from '../metrics/cubes.ts';
import type { DurationMetric, Filters } from '../metrics/definition.ts';
import { addMonths, type Period, periodEnding } from '../metrics/periods.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';

interface Group {
  readonly code: string;
  readonly label: string;
  readonly filters: Filters;
}

/**
 * Mean seconds of each part of a duration, over twelve months to the last month and twelve months before,
 * for the incidents asked for and their comparator. Only rows with every stamp, and untrimmed, so that the
 * parts add to the whole. Null for a metric that has no parts.
 */
export function decompose(
  release: LoadedRelease,
  base: Series,
  reading: Reading,
  metric: DurationMetric,
): Series | null {
  const month = reading.periods.at(-1)?.months.at(-1);
  if (!metric.decomposition || month === undefined) return null;
  const periods = [addMonths(month, -12), month].flatMap((end) => periodEnding('rolling-12', end) ?? []);
  return {
    ...base,
    statistic: 'mean',
    unit: 'seconds',
    grain: 'rolling-12',
    series: groupsOf(reading, metric).flatMap((group) => linesOf(release, reading, metric, group, periods)),
  };
}

function groupsOf(reading: Reading, metric: DurationMetric): Group[] {
  const { comparator } = metric;
  if (!comparator) return [{ code: 'all', label: metric.label, filters: reading.filters }];
  return [
    { code: 'domestic-abuse', label: 'Domestic abuse', filters: { ...reading.filters, ...comparator.of } },
    { code: 'others', label: comparator.label, filters: { ...reading.filters, ...comparator.others } },
  ];
}

function linesOf(
  release: LoadedRelease,
  reading: Reading,
  metric: DurationMetric,
  group: Group,
  periods: readonly Period[],
): KeyedSeries[] {
  const decomposition = metric.decomposition;
  if (!decomposition) return [];
  const where = metric.where(reading.choices);
  const names = [decomposition.rows, ...decomposition.parts.map((part) => part.sum)];
  const parts = names.map((count) => ({ of: { count }, where }));
  const nodes = [reading.area];
  const { months: covered } = coverageOf(
    release.pinned,
    cubes[metric.cube].feed,
    reading.areaSet,
    reading.area,
  );
  const sums = periods.map((period) => {
    const one: Reading = { ...reading, filters: group.filters, by: [], nodes, periods: [period] };
    const slots = gather(release, requestFor(release, one, metric.cube, parts));
    return names.map((_, i) =>
      slots.reduce((sum, slot) => sum + slot.amounts[i].reduce((a, b) => a + b, 0), 0),
    );
  });
  return decomposition.parts.map((part, i) => ({
    key: { group: group.code, component: part.component },
    label: `${group.label}, ${part.label.toLowerCase()}`,
    points: periods.map((period, p) => {
      const [rows, ...totals] = sums[p];
      const absent = period.months.every((month) => covered.has(month)) ? 'no-cases' : 'not-collected';
      return rows === 0 || absent === 'not-collected'
        ? { period: period.name, value: null, n: 0, status: [], absent }
        : { period: period.name, value: totals[i] / rows, n: rows, status: [] };
    }),
  }));
}
