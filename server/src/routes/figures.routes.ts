import type { FastifyInstance } from 'fastify';
import { boardCsv } from '../exports/board-csv.ts';
import { cohortsCsv } from '../exports/cohorts-csv.ts';
import { measureCsv } from '../exports/measure-csv.ts';
import { getBoard } from '../read-models/get-board.ts';
import { getCohorts } from '../read-models/get-cohorts.ts';
import { getMeasure } from '../read-models/get-measure.ts';
import { getSeries } from '../read-models/get-series.ts';
import { csv, fromRelease, json } from './answer.ts';
import type { ApiContext } from './context.ts';
import { operations } from './operations.ts';
import { takesNone } from './parameters.ts';

/** The figures of one release: one series, the board, a measure page and the cohorts, and the pages as CSV. */
export function figureRoutes(app: FastifyInstance, context: ApiContext): void {
  const { getSeries: series, getBoard: board, getMeasure: measure, getCohorts: cohorts } = operations;
  const { getBoardCsv: boardTable, getMeasureCsv: measureTable, getCohortsCsv: cohortsTable } = operations;
  app.get(
    series.url,
    { schema: series.schema },
    fromRelease(context, (release, _params, query) => json(context, 'Series', getSeries(release, query))),
  );
  app.get(
    board.url,
    { schema: board.schema },
    fromRelease(context, (release, { month = '' }, query) => {
      takesNone(query);
      return json(context, 'Board', getBoard(release, month));
    }),
  );
  app.get(
    measure.url,
    { schema: measure.schema },
    fromRelease(context, (release, { id = '' }, query) =>
      json(context, 'MeasurePage', getMeasure(release, id, query)),
    ),
  );
  app.get(
    cohorts.url,
    { schema: cohorts.schema },
    fromRelease(context, (release, _params, query) => json(context, 'Cohorts', getCohorts(release, query))),
  );
  app.get(
    cohortsTable.url,
    { schema: cohortsTable.schema },
    fromRelease(context, (release, _params, query) =>
      csv(`cohorts-release-${release.number}.csv`, cohortsCsv(getCohorts(release, query))),
    ),
  );
  app.get(
    boardTable.url,
    { schema: boardTable.schema },
    fromRelease(context, (release, { month = '' }, query) => {
      takesNone(query);
      return csv(`board-${month}-release-${release.number}.csv`, boardCsv(getBoard(release, month)));
    }),
  );
  app.get(
    measureTable.url,
    { schema: measureTable.schema },
    fromRelease(context, (release, { id = '' }, query) =>
      csv(`${id}-release-${release.number}.csv`, measureCsv(getMeasure(release, id, query))),
    ),
  );
}
