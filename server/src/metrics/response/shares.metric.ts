import type { CountMetric, ProportionMetric } from '../definition.ts';
import {
  GRADING_CAVEAT,
  gradeColumn,
  LEAVES_OUT,
  notDeferred,
  responseCommon,
  responseDimensions,
} from './response-dimensions.ts';

const HOUR_SECONDS = 3600;

export const withinTarget: ProportionMetric = {
  ...responseCommon,
  kind: 'proportion',
  id: 'response.within-target',
  version: 1,
  label: 'Attended within the threshold',
  meaning: 'Share of attended incidents reached within the minutes set for their grade.',
  polarity: 'higher-is-better',
  decimals: 1,
  dimensions: responseDimensions,
  numeratorText: 'Arrived within the threshold of grade and setting, inclusive',
  denominatorText: 'Incidents with an arrival, of a grade that has a threshold',
  numerator: (choices) => ({
    of: { run: 'total', threshold: 'met', gradeColumn: gradeColumn(choices) },
    where: notDeferred(choices),
  }),
  denominator: (choices) => ({
    of: { run: 'total', threshold: 'exists', gradeColumn: gradeColumn(choices) },
    where: notDeferred(choices),
  }),
  terms: [
    ['Clock starts', 'Incident received by the control centre'],
    ['Clock stops', 'First officer recorded at the scene'],
    ['Threshold', '15 minutes at grade 1 and 60 at grade 2: West Midlands’ own, used as comparators'],
    LEAVES_OUT,
  ],
  caveats: [GRADING_CAVEAT, 'The force’s own thresholds are not published; those used are another force’s.'],
};

export const seenWithinHour: ProportionMetric = {
  ...responseCommon,
  kind: 'proportion',
  id: 'response.seen-within-hour',
  version: 1,
  label: 'Seen by an officer within an hour',
  meaning:
    'Share of all domestic abuse incidents, of any grade and route, seen within 60 minutes of the call.',
  polarity: 'higher-is-better',
  decimals: 1,
  dimensions: [
    { id: 'risk', role: 'partition' },
    { id: 'firstReport', role: 'partition' },
    { id: 'hourBand', role: 'partition' },
  ],
  numeratorText: 'Seen in person or by video within 60 minutes of the call',
  denominatorText: 'All domestic abuse incidents of any grade and route',
  numerator: () => ({
    of: { run: 'seen', withinSeconds: HOUR_SECONDS },
    where: [{ domesticAbuse: ['true'] }],
  }),
  denominator: () => ({ of: { count: 'incidents' }, where: [{ domesticAbuse: ['true'] }] }),
  terms: [
    ['Clock starts', 'Incident received by the control centre'],
    ['Clock stops', 'First officer at the scene or on video, whichever is sooner'],
    ['Counts', 'Every domestic abuse incident, so that regrading cannot move it'],
    ['Leaves out', 'Nothing: an incident nobody attended counts as not seen'],
  ],
  caveats: ['A missing arrival time counts as not seen.'],
};

export const volume: CountMetric = {
  ...responseCommon,
  kind: 'count',
  id: 'response.volume',
  version: 1,
  label: 'Incidents',
  meaning: 'How many incidents were received.',
  polarity: 'neutral',
  decimals: 0,
  overTime: 'sum',
  overAreas: 'sum',
  dimensions: [
    { id: 'grade', role: 'partition' },
    { id: 'domesticAbuse', role: 'partition' },
    { id: 'incidentClass', role: 'partition' },
    { id: 'closure', role: 'partition' },
  ],
  numeratorText: 'Incidents received',
  denominatorText: '',
  count: () => ({ of: { count: 'incidents' } }),
  terms: [['Counts', 'Incidents by the month they were received']],
  caveats: [
    'A rise may be more confidence to report, better recording, or more violence.',
    'An incident is not a crime: most domestic abuse incidents nationally do not become one.',
  ],
};
