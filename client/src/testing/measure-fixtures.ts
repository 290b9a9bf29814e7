import type { KeyedSeries, MeasurePage, Metric, Point, Series } from '../api/types.ts';

/** Small replies for tests of this folder. Every name is open to change by `more`. */
export const metricOf = (more: Partial<Metric> = {}): Metric => ({
  id: 'response.time',
  version: 1,
  versionFrom: '2019-04-01',
  family: 'response',
  familyLabel: 'Responding to domestic abuse',
  label: 'Response time',
  meaning: 'How long people wait.',
  kind: 'duration',
  polarity: 'lower-is-better',
  unit: 'seconds',
  decimals: 1,
  numerator: 'Call received to first arrival',
  denominator: 'Incidents with an arrival',
  feed: 'incidents',
  owner: 'Control room',
  grains: ['month', 'quarter', 'rolling-12'],
  defaultGrain: 'month',
  statistics: [
    { id: 'median', label: 'Median', unit: 'seconds' },
    { id: 'p90', label: '90th percentile', unit: 'seconds' },
  ],
  dimensions: [
    {
      id: 'grade',
      label: 'Response grade',
      role: 'partition',
      default: null,
      members: ['1', '2', '3'].map((code) => ({ code, label: `Grade ${code}, so called` })),
    },
    {
      id: 'gradeBasis',
      label: 'Grade used',
      role: 'choice',
      default: 'final',
      members: [
        { code: 'final', label: 'Final grade' },
        { code: 'initial', label: 'First grade' },
      ],
    },
    {
      id: 'domesticAbuse',
      label: 'Domestic abuse',
      role: 'partition',
      default: null,
      members: [
        { code: 'true', label: 'Domestic abuse' },
        { code: 'false', label: 'Not domestic abuse' },
      ],
    },
  ],
  overTime: 'none',
  overAreas: 'none',
  caveats: [],
  counts: [],
  notes: '',
  ...more,
});

export const pointOf = (period: string, value: number | null, more: Partial<Point> = {}): Point => ({
  period,
  value,
  n: 908,
  status: [],
  ...(value === null && { absent: 'no-cases' }),
  ...more,
});

export const lineOf = (label: string, key: Record<string, string>, ...points: Point[]): KeyedSeries => ({
  key,
  label,
  points,
});

export const seriesOf = (series: KeyedSeries[], more: Partial<Series> = {}): Series => ({
  release: 14,
  metric: 'response.time',
  version: 1,
  statistic: 'median',
  unit: 'seconds',
  basis: null,
  grain: 'month',
  area: 'E23000016',
  areaSet: 'WM18',
  filter: { domesticAbuse: 'true' },
  synthetic: true,
  series,
  ...more,
});

export const pageOf = (more: Partial<MeasurePage> = {}): MeasurePage => {
  const points = [
    pointOf('2023-10', 3834),
    pointOf('2023-11', 3684, { status: ['provisional'], provisional: 'late-rows' }),
  ];
  const main = seriesOf([lineOf('West Mercia', {}, ...points)]);
  return {
    release: {
      number: 14,
      publishedOn: '2023-12-05',
      publishedAt: '2023-12-05T09:00:00Z',
      dataTo: '2023-11-30',
      synthetic: true,
      cells: 1,
      changedCells: 1,
      batches: 1,
      rows: 1,
      sha256: '0',
      previousSha256: null,
      asAtBatch: 1,
      engineVersion: '1',
      feeds: [],
      force: { code: 'E23000016', name: 'West Mercia' },
    },
    metric: metricOf(),
    title: 'Response time: Domestic abuse',
    latest: points[1] ?? pointOf('2023-11', null),
    changes: [],
    targets: [],
    annotations: [],
    quality: [],
    variation: null,
    outlook: null,
    verdictAbsent: null,
    findings: { main: { statement: '', evidence: '' }, areas: { statement: '', evidence: '' } },
    panels: { main, areas: seriesOf([]) },
    ...more,
  };
};
