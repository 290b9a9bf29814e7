import type { FastifyInstance } from 'fastify';
import { comparisonCsv } from '../exports/comparison-csv.ts';
import { getAreaPage } from '../read-models/get-area-page.ts';
import { getComparison } from '../read-models/get-comparison.ts';
import { csv, fromRelease, json } from './answer.ts';
import type { ApiContext } from './context.ts';
import { operations } from './operations.ts';

/** The areas of the force beside each other, that page as CSV, and one of them. */
export function areaRoutes(app: FastifyInstance, context: ApiContext): void {
  const { getComparison: comparison, getComparisonCsv: comparisonTable, getAreaPage: areaPage } = operations;
  app.get(
    comparison.url,
    { schema: comparison.schema },
    fromRelease(context, (release, _params, query) =>
      json(context, 'Comparison', getComparison(release, query)),
    ),
  );
  app.get(
    comparisonTable.url,
    { schema: comparisonTable.schema },
    fromRelease(context, (release, _params, query) =>
      csv(`areas-release-${release.number}.csv`, comparisonCsv(getComparison(release, query))),
    ),
  );
  app.get(
    areaPage.url,
    { schema: areaPage.schema },
    fromRelease(context, (release, { code = '' }, query) =>
      json(context, 'AreaPage', getAreaPage(release, code, query)),
    ),
  );
}
