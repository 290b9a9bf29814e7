import type { DurationMetric } from '../definition.ts';
import {
  GRADING_CAVEAT,
  LEAVES_OUT,
  notDeferred,
  responseCommon,
  responseDimensions,
} from './response-dimensions.ts';

const duration = {
  ...responseCommon,
  kind: 'duration',
  version: 1,
  polarity: 'lower-is-better',
  decimals: 1,
  dimensions: responseDimensions,
  where: notDeferred,
} as const;

/** Domestic abuse beside all other crime, and the gap of one part of the wait between them. */
const besideOthers = (component: string) => ({
  label: 'All other crime',
  of: { domesticAbuse: ['true'] },
  others: { domesticAbuse: ['false'], incidentClass: ['crime'] },
  gap: { metric: 'response.domestic-gap', filter: { component, comparator: 'other-crime' } },
});

export const responseTime: DurationMetric = {
  ...duration,
  id: 'response.time',
  label: 'Response time',
  meaning: 'How long people wait from the call to the first officer at the scene.',
  run: 'total',
  comparator: besideOthers('total'),
  decomposition: {
    rows: 'paired',
    parts: [
      { component: 'dispatch', label: 'Waiting for dispatch', sum: 'pairedDispatchSeconds' },
      { component: 'travel', label: 'Travel', sum: 'pairedTravelSeconds' },
    ],
  },
  numeratorText: 'Call received to first arrival',
  denominatorText: 'Incidents with an arrival',
  terms: [
    ['Clock starts', 'Incident received by the control centre'],
    ['Clock stops', 'First officer recorded at the scene'],
    ['Counts', 'Incidents with an arrival, by final grade'],
    LEAVES_OUT,
  ],
  caveats: [
    GRADING_CAVEAT,
    'Arrival depends on officers booking at scene, a known source of error.',
    'Travel takes longer in rural areas.',
    'The median has no target: a threshold belongs to the share attended in time.',
  ],
};

export const dispatchWait: DurationMetric = {
  ...duration,
  id: 'response.dispatch-wait',
  label: 'Wait for dispatch',
  meaning: 'How long a call is held in the control room before an officer is assigned.',
  run: 'dispatch',
  comparator: besideOthers('dispatch'),
  numeratorText: 'Call received to first resource assigned',
  denominatorText: 'Incidents with a dispatch; an arrival is not needed',
  terms: [
    ['Clock starts', 'Incident received by the control centre'],
    ['Clock stops', 'First resource assigned'],
    ['Counts', 'Incidents with a dispatch, by final grade'],
    ['Leaves out', 'Visits put off at the victim’s request, unless asked for'],
  ],
  caveats: [GRADING_CAVEAT, 'Medians of dispatch and travel do not add up to the median response time.'],
};

export const travel: DurationMetric = {
  ...duration,
  id: 'response.travel',
  label: 'Travel time',
  meaning: 'How long officers take to reach the scene once assigned.',
  run: 'travel',
  comparator: besideOthers('travel'),
  numeratorText: 'First resource assigned to first arrival',
  denominatorText: 'Incidents with both a dispatch and an arrival',
  terms: [
    ['Clock starts', 'First resource assigned'],
    ['Clock stops', 'First officer recorded at the scene'],
    ['Counts', 'Incidents with both stamps, by final grade'],
    LEAVES_OUT,
  ],
  caveats: [
    GRADING_CAVEAT,
    'Travel takes longer in rural areas.',
    'Medians of dispatch and travel do not add up to the median response time.',
  ],
};
