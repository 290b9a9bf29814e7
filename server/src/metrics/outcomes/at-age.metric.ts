import type { PolarityName } from '../../contract/common.ts';
import type { Part, ProportionMetric } from '../definition.ts';
import { COHORT_TERMS, crimeDimensions, withinDaysOf, withinDaysUse } from './crime-dimensions.ts';
import { CHARGED, EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT, EVIDENTIAL_VICTIM_SUPPORTS } from './outcome-groups.ts';

const outcomesOf: Readonly<Record<string, readonly string[]>> = {
  attrition: [...EVIDENTIAL_VICTIM_SUPPORTS, ...EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT],
  oc15: EVIDENTIAL_VICTIM_SUPPORTS,
  oc16: EVIDENTIAL_VICTIM_DOES_NOT_SUPPORT,
  charged: CHARGED,
};

const polarities: Readonly<Record<string, PolarityName>> = {
  attrition: 'lower-is-better',
  oc15: 'lower-is-better',
  charged: 'higher-is-better',
};

function endedBy(cause: string, days: number): Part {
  if (cause === 'none') return { of: { notEndedWithinDays: days } };
  return { of: { endedWithinDays: days }, where: [{ outcome: outcomesOf[cause] }] };
}

export const atAge: ProportionMetric = {
  kind: 'proportion',
  id: 'outcomes.at-age',
  version: 1,
  versionFrom: '2019-04-01',
  label: 'Outcome at a fixed age',
  meaning:
    'Share of the crimes recorded in a month that had ended in one way within so many days of being recorded.',
  polarity: 'lower-is-better',
  polarityFor: (choices) => polarities[choices.cause] ?? 'neutral',
  decimals: 1,
  cube: 'crime',
  owner: 'Crime registrar',
  overTime: 'sum',
  overAreas: 'sum',
  settles: { afterMonths: 1, reason: 'late-rows' },
  dimensions: [
    ...crimeDimensions,
    {
      id: 'cause',
      role: 'choice',
      column: null,
      default: 'attrition',
      members: ['attrition', 'oc15', 'oc16', 'charged', 'none'],
    },
    withinDaysUse,
  ],
  leadingSplit: 'cause',
  numeratorText: 'Crimes that ended in the way chosen within the days chosen',
  denominatorText: 'Crimes recorded in the period, once the youngest is that old',
  numerator: (choices) => endedBy(choices.cause, withinDaysOf(choices)),
  denominator: () => ({ of: { count: 'crimes' } }),
  maturesAfterDays: withinDaysOf,
  absentUntilMature: true,
  terms: [
    ...COHORT_TERMS,
    ['Counts', 'Outcomes assigned within 180 days, or 365 for rape and other sexual offences'],
    ['Among', 'Every crime recorded in the period, with or without an outcome'],
    ['Leaves out', 'Periods whose youngest crime is not that old yet'],
  ],
  caveats: [
    'By month recorded: never on one line with figures by month of outcome.',
    'A crime may still change its outcome after that age; the figure is as the release holds it.',
    'OC16 is read with the reasons for withdrawal. It is never a bare target: that would reward pressing victims.',
    'The domestic abuse marker overlaps the offence groups; never add them.',
  ],
};
