import Type from 'typebox';
import { ref, type SchemaName } from '../plugins/components.ts';

const releaseNumber = Type.String({
  description: 'Release number. `latest` redirects to the number of the live release.',
});
const release = { n: releaseNumber };
const metricId = { id: Type.String({ description: 'Metric id, for example response.time.' }) };
const month = {
  month: Type.String({ description: 'Board month, YYYY-MM; `latest` is the newest the release can show.' }),
};

/**
 * One parameter per dimension, spread into the query string (`form`, `explode`). The catalogue names
 * each metric's dimensions, so a new one changes no schema.
 */
const dimensions = Type.Optional(
  Type.Record(Type.String(), Type.String(), {
    description:
      'One parameter per dimension of the metric, named as in the catalogue: grade=2&domesticAbuse=true. Several members: comma-separated.',
  }),
);
const selection = {
  statistic: Type.Optional(Type.String({ description: "Statistic id. Default: the metric's headline." })),
  grain: Type.Optional(Type.String({ description: "Length of a period. Default: the metric's own." })),
  from: Type.Optional(Type.String({ description: 'First period, inclusive. Default: the first covered.' })),
  to: Type.Optional(Type.String({ description: 'Last period, inclusive. Default: the last covered.' })),
  area: Type.Optional(Type.String({ description: 'Area code, or force. Default: force.' })),
  areaSet: Type.Optional(
    Type.String({ description: 'Area set id. Default: the set in force at the last period.' }),
  ),
  version: Type.Optional(
    Type.String({ description: 'Version of the metric definition. Default: the newest.' }),
  ),
};
const seriesQuery = {
  metric: Type.String({ description: 'Metric id.' }),
  ...selection,
  by: Type.Optional(
    Type.String({
      description: 'Split by area or by dimensions, comma-separated. area adds the area itself.',
    }),
  ),
};

const comparisonQuery = {
  metric: Type.Optional(
    Type.String({ description: 'Metric id. Default: response.within-target at grade 2, domestic abuse.' }),
  ),
  statistic: selection.statistic,
  second: Type.Optional(
    Type.String({
      description:
        'Second metric id, read with its own defaults; `none` for no second. Default: satisfaction.overall.',
    }),
  ),
  grain: Type.Optional(
    Type.String({
      description:
        'month, quarter, rolling-3, rolling-12 or financial-year. Default: rolling-3, where offered.',
    }),
  ),
  to: Type.Optional(
    Type.String({
      description:
        'Month, or period of the grain, that figures reach where they do not lag. Default: the newest.',
    }),
  ),
  area: Type.Optional(Type.String({ description: 'Area whose parts are compared. Default: force.' })),
  areaSet: Type.Optional(
    Type.String({ description: 'Area set id. Default: the set in force in the month.' }),
  ),
};

const optional = (description: string) => Type.Optional(Type.String({ description }));
const cohortsQuery = {
  domesticAbuse: optional('true or false. Default: both.'),
  offenceGroup: optional('Offence groups, comma-separated. Default: every one.'),
  area: selection.area,
  areaSet: optional('Area set id. Default: the set in force in the last month shown.'),
  basis: optional('recorded (default): by month recorded. closed: by month of outcome.'),
  show: optional('share (default) or number: what the composition gives as value.'),
  withinDays: optional('180 or 365. Default: 365 for rape and other sexual offences, else 180.'),
  month: optional('Last of 24 months shown, YYYY-MM. Not together with from or to.'),
  from: optional('First month shown, inclusive.'),
  to: optional('Last month shown, inclusive. Default: the last covered.'),
  cohort: optional(
    'Span of the cohort followed: P12M/2023-05, 2023/24-Q1, 2023/24, 2023-05 or 2023-06..2023-11. Default: the last 12 months that are old enough.',
  ),
  against: optional('Span of the cohort it is set against. Default: as many months just before.'),
};

const problem = (description: string) => ({ description, ...jsonOf('Problem', 'application/problem+json') });
const jsonOf = (name: SchemaName, type = 'application/json') => ({
  content: { [type]: { schema: ref(name) } },
});
const csv = {
  description: 'The figures as a table.',
  content: { 'text/csv': { schema: Type.String({ description: 'CSV with a header row, UTF-8.' }) } },
};

const unmodified = { 304: Type.Null({ description: 'Not changed since the ETag sent in If-None-Match.' }) };
const redirected = {
  307: Type.Null({ description: '`latest` was asked for: Location names the release.' }),
};
const failed = { default: problem('What went wrong.') };
const badQuery = { 400: problem('The query is wrong: `valid` names what would be accepted.') };
const notFound = {
  404: problem('Nothing is there: `no-release`, `unknown-release` or another code says why.'),
};
const ofRelease = { ...redirected, ...unmodified, ...notFound, ...failed };

const reply = (name: SchemaName, description: string) => ({ 200: { description, ...jsonOf(name) } });

interface Operation {
  url: string;
  operationId: string;
  summary: string;
  tags: string[];
  params?: Record<string, ReturnType<typeof Type.String>>;
  query?: Record<string, unknown>;
  response: Record<string, unknown>;
}

const operation = ({ url, params, query, ...rest }: Operation) => ({
  url,
  schema: {
    ...rest,
    ...(params === undefined ? {} : { params: Type.Object(params) }),
    ...(query === undefined ? {} : { querystring: Type.Object(query as never) }),
  },
});

/** Where each operation is under `/api/v1`, what it takes and what it gives. The contract test lints them. */
export const operations = {
  listMetrics: operation({
    url: '/metrics',
    operationId: 'listMetrics',
    summary: 'Every metric with its definition, dimensions and statistics',
    tags: ['metrics'],
    response: { ...reply('Catalogue', 'The metric catalogue.'), ...unmodified, ...failed },
  }),
  getMetric: operation({
    url: '/metrics/:id',
    operationId: 'getMetric',
    summary: 'One metric definition',
    tags: ['metrics'],
    params: metricId,
    response: { ...reply('Metric', 'The definition.'), ...unmodified, ...notFound, ...failed },
  }),
  getAreas: operation({
    url: '/areas',
    operationId: 'getAreas',
    summary: 'The home force and its dated area sets',
    tags: ['areas'],
    response: { ...reply('Areas', 'Areas as pinned in the live release.'), ...unmodified, ...failed },
  }),
  getMethods: operation({
    url: '/methods',
    operationId: 'getMethods',
    summary: 'Rule sets and methods in plain words, with live examples',
    tags: ['methods'],
    response: { ...reply('Methods', 'The methods.'), ...unmodified, ...failed },
  }),
  listReleases: operation({
    url: '/releases',
    operationId: 'listReleases',
    summary: 'Every published release, newest first',
    tags: ['releases'],
    response: { ...reply('Releases', 'Release history.'), ...unmodified, ...failed },
  }),
  getRelease: operation({
    url: '/releases/:n',
    operationId: 'getRelease',
    summary: 'One release',
    tags: ['releases'],
    params: release,
    response: { ...reply('Release', 'The release.'), ...ofRelease },
  }),
  getReleaseState: operation({
    url: '/releases/:n/state',
    operationId: 'getReleaseState',
    summary: 'Whether a release is live, superseded or withdrawn (never cached)',
    tags: ['releases'],
    params: release,
    response: { ...reply('ReleaseState', 'The state now.'), ...redirected, ...notFound, ...failed },
  }),
  getBoard: operation({
    url: '/releases/:n/board/:month',
    operationId: 'getBoard',
    summary: 'The performance board of a month',
    tags: ['figures'],
    params: { ...release, ...month },
    response: { ...reply('Board', 'The board.'), ...ofRelease },
  }),
  getBoardCsv: operation({
    url: '/releases/:n/board/:month(^[0-9a-z-]+).csv',
    operationId: 'getBoardCsv',
    summary: 'The performance board of a month as CSV',
    tags: ['figures'],
    params: { ...release, ...month },
    response: { 200: csv, ...ofRelease },
  }),
  getMeasure: operation({
    url: '/releases/:n/measures/:id',
    operationId: 'getMeasure',
    summary: 'Everything a measure page shows',
    tags: ['figures'],
    params: { ...release, ...metricId },
    query: { ...selection, dimensions },
    response: { ...reply('MeasurePage', 'The measure page.'), ...badQuery, ...ofRelease },
  }),
  getMeasureCsv: operation({
    url: '/releases/:n/measures/:id(^[a-z0-9.-]+).csv',
    operationId: 'getMeasureCsv',
    summary: 'The figures of a measure page as CSV',
    tags: ['figures'],
    params: { ...release, ...metricId },
    query: { ...selection, dimensions },
    response: { 200: csv, ...badQuery, ...ofRelease },
  }),
  getCohorts: operation({
    url: '/releases/:n/cohorts',
    operationId: 'getCohorts',
    summary: 'What becomes of recorded crimes: everything the attrition page shows',
    tags: ['figures'],
    params: release,
    query: cohortsQuery,
    response: { ...reply('Cohorts', 'The cohorts.'), ...badQuery, ...ofRelease },
  }),
  getCohortsCsv: operation({
    url: '/releases/:n/cohorts.csv',
    operationId: 'getCohortsCsv',
    summary: 'What becomes of recorded crimes as CSV',
    tags: ['figures'],
    params: release,
    query: cohortsQuery,
    response: { 200: csv, ...badQuery, ...ofRelease },
  }),
  getSeries: operation({
    url: '/releases/:n/series',
    operationId: 'getSeries',
    summary: 'Values of one metric over time',
    tags: ['figures'],
    params: release,
    query: { ...seriesQuery, dimensions },
    response: { ...reply('Series', 'The series.'), ...badQuery, ...ofRelease },
  }),
  getComparison: operation({
    url: '/releases/:n/comparison',
    operationId: 'getComparison',
    summary: 'Areas beside each other, and what chance can explain',
    tags: ['figures'],
    params: release,
    query: { ...comparisonQuery, dimensions },
    response: { ...reply('Comparison', 'The areas page.'), ...badQuery, ...ofRelease },
  }),
  getComparisonCsv: operation({
    url: '/releases/:n/comparison.csv',
    operationId: 'getComparisonCsv',
    summary: 'The figures of the areas page as CSV',
    tags: ['figures'],
    params: release,
    query: { ...comparisonQuery, dimensions },
    response: { 200: csv, ...badQuery, ...ofRelease },
  }),
  getAreaPage: operation({
    url: '/releases/:n/areas/:code',
    operationId: 'getAreaPage',
    summary: 'Every board measure of one area',
    tags: ['figures'],
    params: { ...release, code: Type.String({ description: 'Area code, or the code of the force.' }) },
    query: {
      month: Type.Optional(
        Type.String({ description: 'Month, YYYY-MM. Default: the newest the release can show.' }),
      ),
    },
    response: { ...reply('AreaPage', 'The page of the area.'), ...badQuery, ...ofRelease },
  }),
  getLiveness: operation({
    url: '/health/live',
    operationId: 'getLiveness',
    summary: 'Whether the process answers',
    tags: ['health'],
    response: { ...reply('Health', 'It answers.') },
  }),
  getReadiness: operation({
    url: '/health/ready',
    operationId: 'getReadiness',
    summary: 'Whether the process can answer readers',
    tags: ['health'],
    response: { ...reply('Health', 'It can answer.') },
  }),
};

export type OperationId = keyof typeof operations;
