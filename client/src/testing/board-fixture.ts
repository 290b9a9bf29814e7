import type { Board, BoardRow, Outlook, Point, Variation } from '../api/types.ts';

/** A value of one month with 100 cases behind it. */
export const point = (period: string, value: number | null, rest: Partial<Point> = {}): Point => ({
  period,
  value,
  n: 100,
  status: [],
  ...rest,
});

const steadyVariation: Variation = {
  kind: 'common-cause',
  word: 'No real change',
  at: '2023-10',
  direction: null,
  intended: null,
  intention: null,
  rule: null,
  ruleWords: null,
  since: null,
  sigmas: 0.4,
  points: 24,
  needed: 12,
  sentence: 'Usual movement.',
};
const noTarget: Outlook = {
  kind: 'no-target',
  word: 'No target',
  reason: null,
  target: null,
  met: null,
  monthsMissed: 0,
  sentence: 'No target is recorded.',
};

/** A response-time row of November 2023: 61.4 minutes, provisional, with two areas. */
export const row = (rest: Partial<BoardRow> = {}): BoardRow => ({
  id: 'grade-2',
  label: 'Grade 2 DA response',
  detail: 'median minutes, call to arrival',
  metric: 'response.time',
  statistic: 'median',
  filter: { grade: '2', domesticAbuse: 'true' },
  unit: 'seconds',
  decimals: 1,
  polarity: 'lower-is-better',
  lagMonths: 0,
  period: '2023-11',
  latest: point('2023-11', 3684, { status: ['provisional'], provisional: 'late-rows' }),
  target: null,
  changeOnMonth: { against: '2023-10', value: -150, from: 3834, comparable: true },
  changeOnYear: { against: '2022-11', value: null, from: null, comparable: false },
  spark: [point('2023-10', 3834), point('2023-11', 3684, { status: ['provisional'] })],
  breaks: ['2023-04'],
  variation: steadyVariation,
  outlook: noTarget,
  areaGrain: 'month',
  areas: [
    { area: 'B', point: point('2023-11', 3600) },
    { area: 'A', point: point('2023-11', null, { absent: 'no-cases', n: 0 }) },
  ],
  ...rest,
});

/** A board of one group with two areas, A then B. */
export const board = (rows: BoardRow[] = [row()], rest: Partial<Board> = {}): Board => ({
  release: {
    number: 14,
    publishedOn: '2023-12-05',
    publishedAt: '2023-12-05T09:30:00Z',
    dataTo: '2023-11-30',
    synthetic: true,
    cells: 1000,
    changedCells: 50,
    batches: 6,
    rows: 46049,
    sha256: 'a'.repeat(64),
    previousSha256: null,
    asAtBatch: 84,
    engineVersion: '1',
    feeds: [],
    force: { code: 'E23000016', name: 'West Mercia' },
  },
  month: '2023-11',
  months: ['2023-09', '2023-10', '2023-11'],
  areaSet: 'lpa-2018',
  areas: [
    { code: 'A', name: 'Herefordshire', kind: 'lpa', parent: 'E23000016' },
    { code: 'B', name: 'North Worcestershire', kind: 'lpa', parent: 'E23000016' },
  ],
  groups: [{ label: 'Responding to domestic abuse', rows }],
  annotations: [],
  quality: [],
  glance: [{ variation: 'common-cause', outlook: 'no-target', rows: rows.map(({ id }) => id) }],
  standsOut: [],
  nothing: 'Nothing stands out this month.',
  exceptions: [],
  standing: [],
  steady: { count: rows.length, sentence: 'All moved only as usual.' },
  falseAlarm: {
    measures: rows.length,
    independentMeasures: rows.length,
    autocorrelation: 0,
    expected: 0.04,
    shown: 0,
    shownIndependent: 0,
    chanceOfAsMany: 1,
    sentence: 'Chance alone would show no signal on a board of this size.',
  },
  ...rest,
});
