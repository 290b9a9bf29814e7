import type { Clause, ProportionMetric } from './definition.ts';

/** A check on the rows behind figures: a share that should stay within a tolerance. */
export interface QualityCheckDefinition {
  readonly id: string;
  /** Read like a metric, but never published as one. */
  readonly share: ProportionMetric;
  readonly tolerance: number;
  /** The finding, given the share as words and the place. */
  readonly text: (share: string, place: string) => string;
}

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
