import { readMetric } from '../cells/query/read-metric.ts';
import type { QualityCheck } from '../contract/measure.ts';
import type { Variation } from '../contract/verdict.ts';
import type { Filters } from '../metrics/definition.ts';
import type { Period } from '../metrics/periods.ts';
import type { PinnedAreaSet } from '../metrics/pinned.ts';
import { checksOn, type QualityCheckDefinition, qualityChecks } from '../metrics/quality.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { describeCheck } from './findings/quality.ts';
import { areaName } from './nodes.ts';
import { requireMetric } from './resolve-query.ts';

/** Rows to check: some areas, some periods, filtered as the figures are. */
export interface QualityRequest {
  readonly areaSet: PinnedAreaSet;
  readonly area: string;
  readonly nodes: readonly string[];
  readonly periods: readonly Period[];
  readonly filters: Filters;
}

/** Every check on incident rows, per area and period; areas without rows are left out. */
export function checkQuality(release: LoadedRelease, request: QualityRequest): QualityCheck[] {
  return qualityChecks.flatMap((check) => runCheck(release, request, check));
}

function runCheck(
  release: LoadedRelease,
  request: QualityRequest,
  check: QualityCheckDefinition,
): QualityCheck[] {
  const { areaSet, area, nodes, periods, filters } = request;
  const lines = readMetric(release, {
    metric: check.share,
    statistic: 'share',
    choices: {},
    filters,
    by: [],
    areaSet,
    area,
    nodes,
    periods,
  });
  return lines.flatMap(({ node, points }) =>
    points.flatMap(({ value, numerator = 0, denominator = 0 }, i) => {
      if (value === null) return [];
      const period = periods[i].name;
      return {
        id: check.id,
        ok: value <= check.tolerance,
        text: `${describeCheck(check, value, areaName(release.pinned, areaSet, node), period)}.`,
        area: node === release.pinned.force.code ? null : node,
        period,
        numerator,
        denominator,
        tolerance: check.tolerance,
      };
    }),
  );
}

/** A row of a page: what its verdict is about. */
interface JudgedRow {
  readonly metric: string;
  readonly variation: Pick<Variation, 'at'> | null;
}

/** The months to check behind a page: its own, and those the verdicts on checked measures are about. */
export function monthsToCheck(month: string, rows: readonly JudgedRow[]): Period[] {
  const judged = rows
    .filter(({ metric }) => checksOn(requireMetric(metric), {}).length > 0)
    .flatMap(({ variation }) => variation?.at ?? []);
  return [...new Set([...judged, month])].toSorted().map((name) => ({ name, months: [name] }));
}
