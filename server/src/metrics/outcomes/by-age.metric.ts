import type { CohortMetric } from '../definition.ts';
import { COHORT_TERMS, crimeDimensions, withinDaysOf, withinDaysUse } from './crime-dimensions.ts';
import { CHARGED, EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT, EVIDENTIAL_VICTIM_SUPPORTS } from './outcome-groups.ts';

export const byAge: CohortMetric = {
  kind: 'cohort',
  id: 'outcomes.by-age',
  version: 1,
  versionFrom: '2019-04-01',
  label: 'How outcomes build up with age',
  meaning:
    'Share of crimes that have ended each way by so many days after recording; those not followed that long yet are allowed for.',
  polarity: 'neutral',
  decimals: 1,
  cube: 'crime',
  owner: 'Crime registrar',
  overTime: 'none',
  overAreas: 'none',
  settles: { afterMonths: 1, reason: 'late-rows' },
  grains: ['quarter', 'financial-year', 'financial-year-to-date', 'rolling-3', 'rolling-12'],
  defaultGrain: 'quarter',
  dimensions: [
    ...crimeDimensions,
    {
      id: 'cause',
      role: 'choice',
      column: null,
      default: 'charged',
      members: ['charged', 'oc15', 'oc16', 'other', 'none'],
    },
    withinDaysUse,
  ],
  leadingSplit: 'cause',
  column: 'outcome',
  causes: [
    { code: 'charged', members: CHARGED },
    { code: 'oc15', members: EVIDENTIAL_VICTIM_SUPPORTS },
    { code: 'oc16', members: EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT },
    { code: 'other', members: 'rest' },
  ],
  causeOf: (choices) => choices.cause,
  atDays: withinDaysOf,
  leastAtRisk: 100,
  maturesAfterDays: withinDaysOf,
  numeratorText: 'Crimes that ended in the way chosen within the days chosen',
  denominatorText: 'Crimes recorded in the period, those not followed that long yet allowed for',
  terms: [
    ...COHORT_TERMS,
    ['Open crimes', 'Followed to the last day the crimes are held to; no outcome ever counts as another'],
    [
      'Stops',
      'Where fewer than 100 crimes are that old and still open, once crimes younger than that day have dropped out',
    ],
  ],
  caveats: [
    'The shares of the outcomes and of crimes still open sum to one; none of them is one minus another’s curve.',
    'By month recorded: never on one chart with figures by month of outcome.',
    'The domestic abuse marker overlaps the offence groups; never add them.',
  ],
};
