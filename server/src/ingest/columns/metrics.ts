import type { DimensionUse, MetricDefinition } from '../../metrics/definition.ts';
import { listedMembers } from '../../metrics/dimensions.ts';
import { namedMembers } from '../../metrics/named-members.ts';
import { findMetric, metricIds } from '../../metrics/registry.ts';
import type { ColumnType, Context } from '../definition.ts';
import { quoted, type Row } from '../row.ts';

/** A metric of the catalogue, or of those that `takes` picks. */
export function metric(words: string, takes: (metric: MetricDefinition) => boolean = () => true): ColumnType {
  return {
    words,
    compile: (_, column) => {
      const known = metricIds.filter((id) => metricsOf(id).some(takes));
      return (value, row) =>
        known.includes(value)
          ? value
          : row.refuse(
              column,
              'unknown-metric',
              `${column} cannot be ${quoted(value)}. Known are ${known.join(', ')}.`,
            );
    },
  };
}

/** One metric, a family of them (`response.*`) or all (`*`). */
export function metricPattern(words: string): ColumnType {
  return {
    words,
    compile: (_, column) => (value, row) =>
      metricsOf(value).length > 0
        ? value
        : row.refuse(
            column,
            'unknown-metric',
            `${column} cannot be ${quoted(value)}: use *, a family such as response.*, or one of ${metricIds.join(', ')}.`,
          ),
  };
}

/** The metrics that a name or pattern stands for. */
export function metricsOf(pattern: string): MetricDefinition[] {
  const found = metricIds.filter(
    (id) =>
      pattern === '*' || id === pattern || (pattern.endsWith('.*') && id.startsWith(pattern.slice(0, -1))),
  );
  return found.flatMap((id) => findMetric(id) ?? []);
}

/** Refuses a row whose filter names a dimension or a member that none of the metrics has. */
export function refuseStrangers(
  row: Row,
  column: string,
  metrics: readonly MetricDefinition[],
  filter: string,
  context: Context,
): void {
  for (const [dimension, member] of namedMembers(filter))
    refuseStranger(row, column, metrics, [dimension, member], context);
}

/** Refuses a row that names a dimension none of the metrics has, or a member it does not have there. */
export function refuseStranger(
  row: Row,
  column: string,
  metrics: readonly MetricDefinition[],
  [dimension, member]: readonly [string, string],
  context: Context,
): void {
  const all = metrics.flatMap((each) => each.dimensions);
  const uses = all.filter(({ id }) => id === dimension);
  if (uses.length === 0) {
    const known = [...new Set(all.map(({ id }) => id))].sort().join(', ') || 'none';
    const message = `${column} names the dimension ${quoted(dimension)}, which it does not have. Known are ${known}.`;
    row.refuse(column, 'unknown-dimension', message);
    return;
  }
  const lists = uses.map((use) => knownMembers(use, context));
  if (lists.some((list) => list === null || list.includes(member))) return;
  const known = [...new Set(lists.flatMap((list) => list ?? []))].join(', ');
  const message = `${column}: ${dimension} cannot be ${quoted(member)}. Known are ${known}.`;
  row.refuse(column, 'unknown-member', message);
}

/** Members a dimension can have; null where they are whatever the rows bring. */
function knownMembers(
  use: DimensionUse,
  { grades, outcomeTypes, forces }: Context,
): readonly string[] | null {
  if (use.id === 'grade') return [...grades.keys()];
  if (use.id === 'outcome') return [...outcomeTypes];
  if (use.id === 'force') return ['home', ...forces];
  return listedMembers(use);
}
