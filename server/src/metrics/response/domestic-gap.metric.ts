import type { Choices, DifferenceMetric, Where } from '../definition.ts';
import { GRADING_CAVEAT, notDeferred, responseCommon, responseDimensions } from './response-dimensions.ts';

/** Filters that do not themselves say which of the two groups an incident is in. */
const shared: readonly string[] = ['grade', 'gradeBasis', 'priorityArea', 'hourBand', 'deferred'];

function among(choices: Choices, group: Readonly<Record<string, readonly string[]>>): Where {
  const [inTime = {}] = notDeferred(choices);
  return [{ ...inTime, ...group }];
}

export const domesticGap: DifferenceMetric = {
  ...responseCommon,
  kind: 'difference',
  id: 'response.domestic-gap',
  version: 1,
  label: 'Domestic abuse gap in response time',
  meaning:
    'Median wait of domestic abuse incidents minus the median wait of others of the same grade, area and period.',
  polarity: 'lower-is-better',
  decimals: 1,
  dimensions: [
    ...responseDimensions.filter((use) => shared.includes(use.id)),
    { id: 'component', role: 'choice', column: null, default: 'total' },
    { id: 'comparator', role: 'choice', column: null, default: 'other-crime' },
  ],
  run: (choices) => choices.component,
  first: (choices) => among(choices, { domesticAbuse: ['true'] }),
  second: (choices) =>
    among(choices, {
      domesticAbuse: ['false'],
      ...(choices.comparator === 'other-crime' ? { incidentClass: ['crime'] } : {}),
    }),
  leastEach: 30,
  numeratorText: 'Median wait of domestic abuse incidents',
  denominatorText: 'Less the median wait of the comparator, both of 30 incidents or more',
  terms: [
    ['Clock starts', 'Incident received by the control centre; for travel, first resource assigned'],
    ['Clock stops', 'First officer at the scene; for the wait for dispatch, first resource assigned'],
    ['Compared with', 'All other crime incidents, or all other incidents on request'],
    ['Needs', 'At least 30 incidents on each side'],
    ['Leaves out', 'Visits put off at the victim’s request, unless asked for'],
  ],
  caveats: [
    GRADING_CAVEAT,
    'Above zero, domestic abuse waits longer. Without a grade picked, the two sides also differ in their grades.',
    'Gaps of dispatch and travel do not add up to the gap of the whole wait: medians do not add.',
  ],
};
