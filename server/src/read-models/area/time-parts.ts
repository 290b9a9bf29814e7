import { gather } from '../../cells/query/gather.ts';
import type { Reading } from '../../cells/query/reading.ts';
import { requestFor } from '../../cells/query/request-for.ts';
import type { TimePart, TimeParts } from '../../contract/area-page.ts';
import { type BoardRowDefinition, boardGroups } from '../../metrics/board.ts';
import type { DurationMetric } from '../../metrics/definition.ts';
import { addMonths, type Period, periodEnding } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { readAreas } from '../comparison/read-areas.ts';
import { stated } from '../comparison/stated-reason.ts';
import { describeParts } from '../findings/area-page.ts';
import { figuresOf } from '../findings/format.ts';
import { requireMetric, resolveQuery } from '../resolve-query.ts';
import type { Place } from './place.ts';

/** Metric of each part alone, whose medians are compared; means add up but have no interval here. */
const metricOf: Readonly<Record<string, string>> = {
  dispatch: 'response.dispatch-wait',
  travel: 'response.travel',
};

/**
 * Dispatch and travel of one area against the other areas, over twelve months, for every board row that has parts
 * (decision 37: rows with every stamp, untrimmed means, so the parts add). None for the force.
 */
export function timePartsOf(release: LoadedRelease, place: Place, month: string): TimeParts[] {
  if (place.parent === null) return [];
  return boardGroups
    .flatMap(({ rows }) => rows)
    .flatMap((row) => {
      const metric = requireMetric(row.metric);
      return metric.kind === 'duration' && metric.decomposition
        ? readParts(release, place, month, row, metric)
        : [];
    });
}

function readParts(
  release: LoadedRelease,
  { areaSet, area, parent, siblings }: Place,
  boardMonth: string,
  row: BoardRowDefinition,
  metric: DurationMetric,
): TimeParts {
  const month = addMonths(boardMonth, -row.lagMonths);
  const period = periodEnding('rolling-12', month) ?? { name: month, months: [month] };
  const query = { ...row.filter, grain: 'rolling-12', areaSet: areaSet.id, area: parent ?? 'force' };
  const index = siblings.findIndex(({ code }) => code === area.code);
  const { reading } = resolveQuery(release, metric, query, 'any');
  const nodes = siblings.map(({ code }) => code);
  const { rows, sums } = sumsOf(release, { ...reading, by: [], nodes, periods: [period] }, metric);
  const [n, othersN] = split(rows, index);
  const parts = (metric.decomposition?.parts ?? []).map(({ component, label }, i): TimePart => {
    const [own, others] = split(sums[i], index);
    const id = metricOf[component];
    const alone = resolveQuery(release, requireMetric(id), query, 'any').reading;
    return {
      component: component === 'travel' ? 'travel' : 'dispatch',
      label,
      meanSeconds: n === 0 ? null : own / n,
      othersMeanSeconds: othersN === 0 ? null : others / othersN,
      flag: readAreas(release, alone, [period]).flags(0)[index],
      metric: id,
      parameters: { ...row.filter, area: area.code },
    };
  });
  const absent = n === 0 ? stated('no-cases') : othersN === 0 ? stated('no-other-areas') : null;
  const means = parts.flatMap(({ meanSeconds, othersMeanSeconds }) => [meanSeconds, othersMeanSeconds]);
  return {
    finding: describeParts(area.name, row.label, figuresOf('seconds', metric.decimals, means), parts),
    row: row.id,
    label: row.label,
    period: period.name,
    n,
    othersN,
    parts,
    absent,
  };
}

/** Rows with every stamp and the seconds of each part, by node. */
function sumsOf(
  release: LoadedRelease,
  reading: Reading & { periods: readonly Period[] },
  metric: DurationMetric,
) {
  const where = metric.where(reading.choices);
  const decomposition = metric.decomposition;
  const names = decomposition ? [decomposition.rows, ...decomposition.parts.map(({ sum }) => sum)] : [];
  const parts = names.map((count) => ({ of: { count }, where }));
  const slots = gather(release, requestFor(release, reading, metric.cube, parts));
  const months = reading.periods[0].months.length;
  const byNode = names.map((_, part) =>
    reading.nodes.map((_, node) =>
      slots.reduce((total, { amounts }) => {
        const own = amounts[part].subarray(node * months, (node + 1) * months);
        return total + own.reduce((a, b) => a + b, 0);
      }, 0),
    ),
  );
  const [rows, ...sums] = byNode;
  return { rows, sums };
}

/** One area's number, and that of the others together. */
function split(numbers: readonly number[], index: number): [own: number, others: number] {
  const own = numbers[index];
  return [own, numbers.reduce((total, one) => total + one, 0) - own];
}
