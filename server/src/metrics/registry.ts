import { readFileSync } from 'node:fs';
import { cps } from './cps/index.ts';
import { cubes, END_MONTH } from './cubes.ts';
import type { DimensionUse, Family, MetricDefinition } from './definition.ts';
import { dimensions } from './dimensions.ts';
import { orders } from './orders/index.ts';
import { outcomes } from './outcomes/index.ts';
import { published } from './published/index.ts';
import { response } from './response/index.ts';
import { satisfaction } from './satisfaction/index.ts';

/** Every family, in catalogue order. */
export const families: readonly Family[] = [response, satisfaction, outcomes, orders, cps, published];

const byId = new Map<string, { metric: MetricDefinition; family: Family }>();
for (const family of families) {
  for (const metric of family.metrics) {
    const faults = findFaults(family, metric);
    if (byId.has(metric.id)) faults.push('the id is used twice');
    if (faults.length > 0) throw new Error(`Metric ${metric.id}: ${faults.join('; ')}.`);
    byId.set(metric.id, { metric, family });
  }
}

/** Ids of every metric, in catalogue order. */
export const metricIds: readonly string[] = [...byId.keys()];

export function findMetric(id: string): MetricDefinition | undefined {
  return byId.get(id)?.metric;
}

export function familyOf(metric: MetricDefinition): Family {
  const found = byId.get(metric.id);
  if (!found) throw new Error(`Metric ${metric.id} is not registered.`);
  return found.family;
}

const notesByFamily = new Map<string, string>();

/** The metric's section of its family's `notes.md`, without the heading; empty when it has none. */
export function notesOf(metric: MetricDefinition): string {
  const family = familyOf(metric);
  let notes = notesByFamily.get(family.id);
  if (notes === undefined) {
    notes = readFileSync(family.notes, 'utf8');
    notesByFamily.set(family.id, notes);
  }
  const section = notes.split(/^## /m).find((part) => part.startsWith(`${metric.id}\n`));
  return section === undefined ? '' : section.slice(metric.id.length + 1).trim();
}

/** Definitions as a release pins them: id and version. */
export function definitionVersions(): Record<string, number> {
  return Object.fromEntries([...byId.values()].map(({ metric }) => [metric.id, metric.version]));
}

/** The cube column a dimension filters, for the given choices; null when it filters none. */
export function columnOf(use: DimensionUse, choices: Readonly<Record<string, string>>): string | null {
  if (use.column === null) return null;
  if (typeof use.column === 'function') return use.column(choices);
  return use.column ?? use.id;
}

function findFaults(family: Family, metric: MetricDefinition): string[] {
  const cube = cubes[metric.cube];
  const faults: string[] = [];
  if (!/^[a-z0-9-]+\.[a-z0-9-]+$/.test(metric.id)) faults.push('the id is not family.metric in kebab-case');
  if (!metric.id.startsWith(`${family.id}.`)) faults.push(`the id is not in family ${family.id}`);
  const choices = Object.fromEntries(metric.dimensions.map((use) => [use.id, use.default ?? '']));
  for (const use of metric.dimensions) {
    const column = columnOf(use, choices);
    if (!dimensions[use.id]) faults.push(`dimension ${use.id} is not in the dimension list`);
    if (column !== null && column !== END_MONTH && !cube.dimensions.includes(column))
      faults.push(`cube ${cube.id} has no column ${column}`);
    if (use.role === 'choice' && use.default === undefined) faults.push(`choice ${use.id} has no default`);
  }
  if (metric.kind === 'duration' && !cube.runs.includes(metric.run))
    faults.push(`cube ${cube.id} has no run ${metric.run}`);
  if (metric.kind === 'difference' && !cube.runs.includes(metric.run(choices)))
    faults.push(`cube ${cube.id} has no run ${metric.run(choices)}`);
  if ((metric.kind === 'composition' || metric.kind === 'cohort') && !cube.dimensions.includes(metric.column))
    faults.push(`cube ${cube.id} has no column ${metric.column}`);
  if (metric.kind === 'cohort' && !cube.spans) faults.push(`cube ${cube.id} has no spans to follow`);
  return faults;
}
