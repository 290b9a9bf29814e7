import type { Choices, Clause, Filters, MetricDefinition, ProportionMetric } from './definition.ts';

/** A check on the rows behind figures: a share that should stay within a tolerance. */
export interface QualityCheckDefinition {
  readonly id: string;
  /** Read like a metric, but never published as one. */
  readonly share: ProportionMetric;
  readonly tolerance: number;
  /** Whether figures of a metric mislead where it fails. */
  readonly bearsOn: (metric: MetricDefinition, choices: Choices) => boolean;
  /** The finding, given the share as words and the place. */
  readonly text: (share: string, place: string) => string;
}

/** Read from times of an incident, and which of them an arrival is needed for. */
const timed: Readonly<Record<string, (choices: Choices) => boolean>> = {
  'response.time': () => true,
  'response.travel': () => true,
  'response.within-target': () => true,
  'response.seen-within-hour': () => true,
  'response.dispatch-wait': () => false,
  'response.domestic-gap': ({ component }) => component !== 'dispatch',
};

const attended: Clause = { closure: ['attended'] };

const common = {
  kind: 'proportion',
  version: 1,
  versionFrom: '2019-04-01',
  polarity: 'lower-is-better',
  decimals: 1,
  cube: 'incident',
  owner: 'Operations and communications centre',
  overTime: 'sum',
  overAreas: 'sum',
  settles: { afterMonths: 0, reason: 'late-rows' },
  meaning: '',
  numeratorText: '',
  denominatorText: '',
  caveats: [],
  terms: [],
  dimensions: [
    { id: 'grade', role: 'partition' },
    { id: 'domesticAbuse', role: 'partition' },
  ],
} as const;

/** Checks on incident rows. */
export const qualityChecks: readonly QualityCheckDefinition[] = [
  {
    id: 'arrival-missing',
    tolerance: 0.05,
    bearsOn: ({ id }, choices) => timed[id]?.(choices) ?? false,
    share: {
      ...common,
      id: 'quality.arrival-missing',
      label: 'Arrival time missing',
      numerator: () => ({ of: { count: 'attendedNoArrival' } }),
      denominator: () => ({ of: { count: 'incidents' }, where: [attended] }),
    },
    text: (share, place) => `Arrival time is missing for ${share} of attended incidents in ${place}`,
  },
  {
    id: 'out-of-order',
    tolerance: 0.01,
    bearsOn: ({ id }) => id in timed,
    share: {
      ...common,
      id: 'quality.out-of-order',
      label: 'Times out of order',
      numerator: () => ({ of: { count: 'outOfOrder' } }),
      denominator: () => ({ of: { count: 'incidents' } }),
    },
    text: (share, place) => `Times are out of order for ${share} of incidents in ${place}`,
  },
];

/** The checks whose failure makes figures of a metric mislead. */
export function checksOn(metric: MetricDefinition, choices: Choices): QualityCheckDefinition[] {
  return qualityChecks.filter(({ bearsOn }) => bearsOn(metric, choices));
}

/**
 * The rows to check behind figures of a metric, in the terms of the checks: of every grade, since one grade in one
 * area's month is too few to tell a fault from chance.
 */
export function filtersToCheck({ id }: MetricDefinition, { domesticAbuse }: Filters): Filters {
  if (id === 'response.seen-within-hour') return { domesticAbuse: ['true'] };
  return domesticAbuse ? { domesticAbuse } : {};
}
