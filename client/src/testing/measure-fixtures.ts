import type {
  AreaFlag,
  KeyedSeries,
  MeasurePage,
  Metric,
  Outlook,
  Point,
  Series,
  Spc,
  Variation,
} from '../api/types.ts';

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

type SpcPointLike = Spc['points'][number];

/** One stretch with limits; each month judged, without signals unless `more` says otherwise. */
export const spcOf = (
  months: readonly string[],
  more: Readonly<Record<string, Partial<SpcPointLike>>> = {},
): Spc => ({
  ruleSet: { id: 'making-data-count-r', version: 1 },
  segments: [
    {
      from: months[0] ?? '',
      to: months.at(-1) ?? '',
      start: 'series',
      mean: 4398,
      lower: 3996,
      upper: 4800,
      baseline: { from: '2021-04', to: '2023-03', points: 24 },
      absent: null,
    },
  ],
  points: months.map((period) => ({
    period,
    judged: true,
    why: null,
    segment: 0,
    side: 'below',
    outside: false,
    sigmas: -1,
    signals: [],
    ...more[period],
  })),
  notices: [],
});

export const variationOf = (more: Partial<Variation> = {}): Variation => ({
  kind: 'improvement',
  word: 'Better',
  at: '2023-11',
  direction: 'down',
  intended: null,
  intention: null,
  rule: 'shift',
  ruleWords: 'below its average for nine months running',
  since: '2023-03',
  sigmas: -2,
  points: 32,
  needed: 12,
  sentence: 'Below its average.',
  ...more,
});

export const outlookOf = (more: Partial<Outlook> = {}): Outlook => ({
  kind: 'likely-to-miss',
  word: 'Likely to miss',
  reason: null,
  target: { comparison: '>=', value: 0.8 },
  met: false,
  monthsMissed: 3,
  sentence: 'Its usual range lies below the target.',
  ...more,
});

export const flagOf = (more: Partial<AreaFlag> = {}): AreaFlag => ({
  period: '2023-11',
  side: null,
  word: null,
  comparison: 'difference',
  estimate: 60,
  lower: -120,
  upper: 240,
  confidence: 0.998,
  comparedWith: 'the other four areas together',
  provisional: false,
  per: null,
  standing: false,
  absent: null,
  sentence: 'North: like the others.',
  ...more,
});
