import { type Cube, type CubeId, cubes, END_MONTH } from './cubes.ts';
import type { Choices, DimensionUse, Family, MetricDefinition, Part, Where } from './definition.ts';
import { columnOf, dimensions, listedMembers } from './dimensions.ts';
import { grains } from './periods.ts';

/** What is wrong with a definition, a phrase each; empty for a sound one. Nothing is left to a first reader. */
export function findFaults(family: Family, metric: MetricDefinition): string[] {
  const faults: string[] = [];
  if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(metric.id)) faults.push('the id is not family.metric in kebab-case');
  if (!metric.id.startsWith(`${family.id}.`)) faults.push(`the id is not in family ${family.id}`);
  const ids = metric.dimensions.map(({ id }) => id);
  if (new Set(ids).size < ids.length) faults.push('a dimension is named twice');
  const split = metric.leadingSplit;
  if (split !== undefined && !ids.includes(split)) faults.push(`it has no dimension ${split} to be split by`);
  if (metric.defaultGrain && !(metric.grains ?? grains).includes(metric.defaultGrain))
    faults.push(`its default grain ${metric.defaultGrain} is not offered`);
  faults.push(...metric.dimensions.flatMap(dimensionFaults));
  if (faults.length > 0) return faults;
  const cube = cubes[metric.cube];
  return [...new Set(choicesOf(metric).flatMap((choices) => readingFaults(cube, metric, choices)))];
}

function dimensionFaults(use: DimensionUse): string[] {
  if (!dimensions[use.id]) return [`dimension ${use.id} is not in the dimension list`];
  if (use.role !== 'choice') return [];
  if (use.default === undefined) return [`choice ${use.id} has no default`];
  const listed = dimensions[use.id].members === 'data' ? null : listedMembers(use);
  return listed && !listed.includes(use.default)
    ? [`default ${use.default} is not a member of ${use.id}`]
    : [];
}

/** The default choices, and each of them exchanged for every other member it lists. */
function choicesOf(metric: MetricDefinition): Choices[] {
  const uses = metric.dimensions.filter((use) => use.role === 'choice');
  const usual = Object.fromEntries(uses.map((use) => [use.id, use.default ?? '']));
  const others = uses.flatMap((use) =>
    (listedMembers(use) ?? []).map((code) => ({ ...usual, [use.id]: code })),
  );
  return [usual, ...others];
}

function readingFaults(cube: Cube, metric: MetricDefinition, choices: Choices): string[] {
  const columns = metric.dimensions.map((use) => columnOf(use, choices));
  return [
    ...columns.flatMap((column) => (column === null ? [] : columnFaults(cube, [column]))),
    ...(metric.periodOfEnd?.(choices) && !cube.endMonth ? [`cube ${cube.id} has no month of end`] : []),
    ...kindFaults(cube, metric, choices),
  ];
}

function kindFaults(cube: Cube, metric: MetricDefinition, choices: Choices): string[] {
  switch (metric.kind) {
    case 'count':
      return partFaults(cube, metric.count(choices));
    case 'proportion':
      return [metric.numerator(choices), metric.denominator(choices)].flatMap((part) =>
        partFaults(cube, part),
      );
    case 'rate':
      return [
        ...partFaults(cube, metric.numerator(choices)),
        ...partFaults(cubeOf(metric.exposureCube, cube), metric.exposure(choices)),
      ];
    case 'duration': {
      const { rows, parts = [] } = metric.decomposition ?? {};
      const counts = [...(rows === undefined ? [] : [rows]), ...parts.map(({ sum }) => sum)];
      return [
        ...runFaults(cube, metric.run),
        ...whereFaults(cube, metric.where(choices)),
        ...counts.flatMap((count) => countFaults(cube, count)),
      ];
    }
    case 'difference':
      return [
        ...runFaults(cube, metric.run(choices)),
        ...whereFaults(cube, [...metric.first(choices), ...metric.second(choices)]),
      ];
    case 'composition':
      return [...partFaults(cube, metric.whole(choices)), ...columnFaults(cube, [metric.column])];
    case 'cohort':
      return [...columnFaults(cube, [metric.column]), ...spanFaults(cube)];
    case 'snapshot': {
      const youngest = Math.min(...metric.ageBands.map(({ fromDays }) => fromDays));
      const gap =
        youngest === metric.overDays + 1 ? [] : [`no age band begins after ${metric.overDays} days`];
      return [...whereFaults(cube, metric.open(choices)), ...spanFaults(cube), ...gap];
    }
  }
}

function partFaults(cube: Cube, { of, where }: Part): string[] {
  const faults = whereFaults(cube, where ?? []);
  if ('count' in of) return [...faults, ...countFaults(cube, of.count)];
  if ('run' in of) faults.push(...runFaults(cube, of.run));
  if ('threshold' in of) faults.push(...columnFaults(cube, [of.gradeColumn, 'priorityArea']));
  if ('endedWithinDays' in of || 'notEndedWithinDays' in of) faults.push(...spanFaults(cube));
  return faults;
}

const cubeOf = (id: CubeId | undefined, own: Cube): Cube => (id === undefined ? own : cubes[id]);
const whereFaults = (cube: Cube, where: Where) =>
  columnFaults(
    cube,
    where.flatMap((clause) => Object.keys(clause)),
  );
const spanFaults = (cube: Cube) => (cube.spans ? [] : [`cube ${cube.id} has no spans`]);
const runFaults = (cube: Cube, run: string) =>
  cube.runs.includes(run) ? [] : [`cube ${cube.id} has no run ${run}`];
const countFaults = (cube: Cube, count: string) =>
  cube.counts.includes(count) ? [] : [`cube ${cube.id} has no count ${count}`];

function columnFaults(cube: Cube, columns: readonly string[]): string[] {
  return columns
    .filter((column) => column !== END_MONTH && !cube.dimensions.includes(column))
    .map((column) => `cube ${cube.id} has no column ${column}`);
}
