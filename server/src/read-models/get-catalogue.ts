import type { ReleaseData } from '../cells/query/reading.ts';
import type { Catalogue, Dimension, Metric } from '../contract/metric.ts';
import { cubes } from '../metrics/cubes.ts';
import type { Choices, DimensionUse, MetricDefinition } from '../metrics/definition.ts';
import { dimensions, listedMembers } from '../metrics/dimensions.ts';
import { polarityOf, statisticsOf } from '../metrics/kinds.ts';
import { grains } from '../metrics/periods.ts';
import { families, familyOf, findMetric, metricIds, notesOf } from '../metrics/registry.ts';
import { membersOf } from './members.ts';
import { QueryProblem } from './query-problem.ts';

/** Every published metric, from the registry alone: there need be no release. */
export function getCatalogue(): Catalogue {
  return {
    metrics: families.flatMap((family) => family.metrics).map((metric) => describeMetric(metric, null)),
  };
}

/** One metric. @throws {QueryProblem} 404 `unknown-metric` */
export function getMetric(id: string): Metric {
  const metric = findMetric(id);
  if (metric) return describeMetric(metric, null);
  throw new QueryProblem({
    status: 404,
    code: 'unknown-metric',
    detail: `There is no metric "${id}".`,
    valid: metricIds,
  });
}

/**
 * A definition in the words of the contract; members that live in data are read from the release given, and the
 * polarity is the one of the choices given.
 */
export function describeMetric(
  metric: MetricDefinition,
  release: ReleaseData | null,
  choices?: Choices,
): Metric {
  const statistics = statisticsOf(metric);
  const offered = metric.grains ?? grains;
  return {
    id: metric.id,
    version: metric.version,
    versionFrom: metric.versionFrom,
    family: familyOf(metric).id,
    familyLabel: familyOf(metric).label,
    label: metric.label,
    meaning: metric.meaning,
    kind: metric.kind,
    polarity: choices ? polarityOf(metric, choices) : metric.polarity,
    unit: statistics[0].unit,
    decimals: metric.decimals,
    numerator: metric.numeratorText,
    denominator: metric.denominatorText,
    feed: cubes[metric.cube].feed,
    owner: metric.owner,
    grains: [...offered],
    defaultGrain: metric.defaultGrain ?? offered[0],
    statistics: statistics.map((one) => ({ ...one })),
    dimensions: metric.dimensions.map((use) => describeDimension(metric, use, release)),
    overTime: metric.overTime,
    overAreas: metric.overAreas,
    caveats: [...metric.caveats],
    counts: metric.terms.map(([term, text]) => ({ term, text })),
    notes: notesOf(metric),
  };
}

function describeDimension(
  metric: MetricDefinition,
  use: DimensionUse,
  release: ReleaseData | null,
): Dimension {
  const text = dimensions[use.id];
  const members = release ? membersOf(release, metric, use) : listedTexts(use);
  return { id: use.id, label: text.label, role: use.role, default: use.default ?? null, members };
}

/** Members as far as they are known without a release. */
function listedTexts(use: DimensionUse): Dimension['members'] {
  const texts = dimensions[use.id].members;
  const labelOf = (code: string) => (texts === 'data' ? code : (texts[code] ?? code));
  return (listedMembers(use) ?? []).map((code) => ({ code, label: labelOf(code) }));
}
