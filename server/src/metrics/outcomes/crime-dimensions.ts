import type { Choices, DimensionUse, Filters } from '../definition.ts';

/** Filters every crime metric offers. */
export const crimeDimensions: readonly DimensionUse[] = [
  { id: 'domesticAbuse', role: 'partition' },
  { id: 'offenceGroup', role: 'partition' },
];

const SLOW_GROUPS: readonly string[] = ['rape', 'other_sexual'];

/** Days after which a cohort is read: a year for rape and other sexual offences, 180 for everything else. */
export function usualDays(filters: Filters): number {
  return filters.offenceGroup?.some((group) => SLOW_GROUPS.includes(group)) ? 365 : 180;
}

/** Age at which cohorts are compared; without a choice, the usual one of the crimes asked for. */
export const withinDaysUse: DimensionUse = {
  id: 'withinDays',
  role: 'choice',
  column: null,
  default: '180',
  defaultFor: (filters) => String(usualDays(filters)),
};

export const withinDaysOf = (choices: Choices): number => Number(choices.withinDays);

export const COHORT_TERMS: readonly (readonly [string, string])[] = [
  ['Clock starts', 'The day the crime was recorded'],
  ['Clock stops', 'The day an outcome was assigned; one dated before recording counts as on the day itself'],
];
