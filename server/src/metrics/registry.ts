import { readFileSync } from 'node:fs';
import { cps } from './cps/index.ts';
import type { Family, MetricDefinition } from './definition.ts';
import { findFaults } from './find-faults.ts';
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
