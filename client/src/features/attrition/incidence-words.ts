import type { FollowedCohort, Incidence } from '../../api/types.ts';
import type { ReadingRow } from '../../charts/model/move-reading.ts';
import { formatPeriod } from '../../format/periods.ts';
import { partText } from './parts.ts';

export const causes = ['charged', 'oc15', 'oc16'] as const;

/** Days whose shares are in the table, and are read on the curves. */
export const tableDays = ({ markedDay }: Incidence): number[] =>
  [...new Set([60, 120, 180, 240, 300, 360, markedDay])].sort((a, b) => a - b);

/** Name of an outcome, as on its curves. */
export const causeLabel = ({ cohorts }: Incidence, cause: string): string =>
  cohorts[0]?.curves.find((curve) => curve.cause === cause)?.label ?? cause;

/** `Jun 2022 to May 2023`. */
export const monthsOf = ({ fromMonth, toMonth }: FollowedCohort): string =>
  `${formatPeriod(fromMonth, 'short')} to ${formatPeriod(toMonth, 'short')}`;

/** `17,622 crimes recorded Jun 2022 to May 2023`, or that they are not held. */
export function spanOf(cohort: FollowedCohort): string {
  const crimes = cohort.crimes?.toLocaleString('en-GB');
  return crimes ? `${crimes} crimes recorded ${monthsOf(cohort)}` : `${monthsOf(cohort)}, not collected`;
}

/** Why no curve is drawn of any cohort, or of one. */
export function unfollowedText({ cohorts, fewestFollowed }: Incidence): string[] {
  return cohorts.flatMap((cohort) => {
    if (!cohort.absent) return [];
    if (cohort.absent === 'too-few')
      return [`${spanOf(cohort)}: fewer than ${fewestFollowed}, too few to follow.`];
    if (cohort.absent === 'not-collected') return [`${monthsOf(cohort)}: not every month is held.`];
    return [`${monthsOf(cohort)}: no crimes to follow.`];
  });
}

/** Crimes still open on a day; a dash where that is not known. */
export function openText({ stillOpen }: FollowedCohort, day: number): string {
  return stillOpen.find((open) => open.day === day)?.crimes?.toLocaleString('en-GB') ?? '–';
}

/** The share that has ended one way by a day; null beyond what the cohort's age can show. */
export function shareBy(cohort: FollowedCohort, cause: string, day: number) {
  if (cohort.knownToDay === null || day > cohort.knownToDay) return null;
  const points = cohort.curves.find((curve) => curve.cause === cause)?.points ?? [];
  return points.findLast((one) => one.day <= day) ?? { day, value: 0, lower: null, upper: null };
}

/** The share by a day and its interval; a dash beyond what the cohort's age can show. */
export function shareText(cohort: FollowedCohort, cause: string, day: number): string {
  const share = shareBy(cohort, cause, day);
  if (!share) return '–';
  const { value, lower, upper } = share;
  if (lower === null || upper === null) return partText(value, 'share');
  return `${partText(value, 'share')} (${partText(lower, 'share')} to ${partText(upper, 'share')})`;
}

/** One row for each curve, an outcome's cohorts after each other; read at the days of the table, as far as known. */
export function incidenceRows(incidence: Incidence): ReadingRow[] {
  return causes.flatMap((cause) =>
    incidence.cohorts.map((cohort) => ({
      label: `${causeLabel(incidence, cause)}, ${spanOf(cohort)}`,
      readings: tableDays(incidence)
        .filter((day) => shareBy(cohort, cause, day))
        .map((day) => ({
          x: day,
          name: `${day} days`,
          value: shareText(cohort, cause, day),
          details: [`still open ${openText(cohort, day)}`],
        })),
    })),
  );
}
