import { readMetric } from '../cells/query/read-metric.ts';
import type { QualityCheck } from '../contract/measure.ts';
import type { Filters } from '../metrics/definition.ts';
import type { Period } from '../metrics/periods.ts';
import type { PinnedAreaSet } from '../metrics/pinned.ts';
import { type QualityCheckDefinition, qualityChecks } from '../metrics/quality.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { areaName } from './nodes.ts';

/** Rows to check: some areas, one period, filtered as the figures are. */
export interface QualityRequest {
  readonly areaSet: PinnedAreaSet;
  readonly area: string;
  readonly nodes: readonly string[];
  readonly period: Period;
  readonly filters: Filters;
}

/** Every check on incident rows, per area; areas without rows are left out. */
export function checkQuality(release: LoadedRelease, request: QualityRequest): QualityCheck[] {
  return qualityChecks.flatMap((check) => runCheck(release, request, check));
}

function runCheck(
  release: LoadedRelease,
  request: QualityRequest,
  check: QualityCheckDefinition,
): QualityCheck[] {
  const { areaSet, area, nodes, period, filters } = request;
  const lines = readMetric(release, {
    metric: check.share,
    statistic: 'share',
    choices: {},
    filters,
    by: [],
    areaSet,
    area,
    nodes,
    periods: [period],
  });
  return lines.flatMap(({ node, points: [point] }) => {
    if (point.value === null) return [];
    const share = `${(point.value * 100).toFixed(1)}%`;
    return {
      id: check.id,
      ok: point.value <= check.tolerance,
      text: `${check.text(share, areaName(release.pinned, areaSet, node))} (tolerance ${check.tolerance * 100}%).`,
      area: node === release.pinned.force.code ? null : node,
      period: period.name,
      numerator: point.numerator ?? 0,
      denominator: point.denominator ?? 0,
      tolerance: check.tolerance,
    };
  });
}
