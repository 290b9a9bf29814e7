import type { Choices, DimensionUse, Where } from '../definition.ts';

/** Cube column of the grade asked for: first given, or eventually dealt with. */
export function gradeColumn(choices: Choices): string {
  return choices.gradeBasis === 'initial' ? 'initialGrade' : 'grade';
}

/** Filters every response duration offers. */
export const responseDimensions: readonly DimensionUse[] = [
  { id: 'grade', role: 'partition', column: gradeColumn },
  { id: 'domesticAbuse', role: 'partition' },
  { id: 'incidentClass', role: 'partition' },
  { id: 'priorityArea', role: 'partition' },
  { id: 'hourBand', role: 'partition' },
  { id: 'firstReport', role: 'partition' },
  { id: 'risk', role: 'partition' },
  { id: 'gradeBasis', role: 'choice', column: null, default: 'final' },
  { id: 'deferred', role: 'choice', column: null, default: 'exclude' },
];

/** Incidents whose visit the victim put off are left out unless asked for. */
export function notDeferred(choices: Choices): Where {
  return choices.deferred === 'include' ? [] : [{ deferred: ['false'] }];
}

export const responseCommon = {
  versionFrom: '2019-04-01',
  cube: 'incident',
  owner: 'Operations and communications centre',
  overTime: 'none',
  overAreas: 'none',
  settles: { afterMonths: 1, reason: 'late-rows' },
} as const;

export const LEAVES_OUT: readonly [string, string] = [
  'Leaves out',
  'Visits put off at the victim’s request, unless asked for; incidents with no arrival, such as those resolved by video or telephone',
];
export const GRADING_CAVEAT =
  'Grading rules were reviewed in April 2023 (month illustrative). Some calls graded 2 before would be graded differently now.';
