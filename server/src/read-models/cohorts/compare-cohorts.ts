import { INCIDENCE_CONFIDENCE } from '../../cells/query/incidence.ts';
import type { FollowedCohort, Incidence, IncidenceDifference } from '../../contract/cohort.ts';
import { squareAndAdd } from '../../stats/intervals/newcombe.ts';
import { incidenceFinding } from '../findings/cohorts.ts';
import { figuresOf } from '../findings/format.ts';

const COMPARED = ['charged', 'oc15', 'oc16'] as const;
type Compared = (typeof COMPARED)[number];

/**
 * One cohort beside another on one day of follow-up: each outcome's difference with its limits, worked out from those of
 * the two shares, and the title they make.
 * @param day known to both
 */
export function compareCohorts(
  cohort: FollowedCohort,
  against: FollowedCohort,
  day: number,
): Pick<Incidence, 'differences' | 'finding'> {
  const compared = COMPARED.map((cause) => {
    const [one, other] = [cohort, against].map((followed) => shareAt(followed, cause, day));
    return { difference: differenceOf(cohort, against, { cause, day, one, other }), one, other };
  });
  const labels = [...cohort.curves, ...against.curves];
  const finding = incidenceFinding(
    figuresOf('fraction', 1),
    cohort.knownToDay === null || against.knownToDay === null ? null : day,
    { cohort, against },
    compared.map(({ difference, one, other }) => ({
      ...difference,
      label: labels.find(({ cause }) => cause === difference.cause)?.label ?? difference.cause,
      value: one?.value ?? null,
      against: other?.value ?? null,
    })),
  );
  return { differences: compared.map(({ difference }) => difference), finding };
}

type Share = FollowedCohort['curves'][number]['points'][number];

const shareAt = ({ curves }: FollowedCohort, cause: Compared, day: number): Share | undefined =>
  curves.find((curve) => curve.cause === cause)?.points.find((point) => point.day === day);

interface Pair {
  readonly cause: Compared;
  readonly day: number;
  readonly one: Share | undefined;
  readonly other: Share | undefined;
}

function differenceOf(
  cohort: FollowedCohort,
  against: FollowedCohort,
  { cause, day, one, other }: Pair,
): IncidenceDifference {
  const shared = { cause, day, confidence: INCIDENCE_CONFIDENCE, method: 'square-and-add' as const };
  const nothing = { ...shared, estimate: null, lower: null, upper: null, side: null };
  const missing = cohort.absent ?? against.absent;
  if (missing === 'not-collected' || missing === 'no-cases' || missing === 'too-few')
    return { ...nothing, absent: missing };
  if (!one || !other) return { ...nothing, absent: 'no-cases' };
  // The limits hold only for two groups of crimes that share none.
  if (cohort.fromMonth <= against.toMonth && against.fromMonth <= cohort.toMonth)
    return { ...nothing, absent: 'not-comparable' };
  const [first, second] = [limitsOf(one), limitsOf(other)];
  if (!first || !second) return { ...nothing, estimate: one.value - other.value, absent: 'too-few' };
  const { difference: estimate, lower, upper } = squareAndAdd(first, second);
  const side = lower > 0 ? 'higher' : upper < 0 ? 'lower' : null;
  return { ...shared, estimate, lower, upper, side, absent: null };
}

function limitsOf({ value, lower, upper }: Share): { value: number; lower: number; upper: number } | null {
  return lower === null || upper === null ? null : { value, lower, upper };
}
