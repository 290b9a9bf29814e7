import { type Month, monthAt } from './periods.ts';
import type { Pinned, PinnedTarget } from './pinned.ts';

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600 };

/**
 * Seconds allowed to incidents of a grade and setting received in a month (by index), by the pinned thresholds of a
 * metric; null where none applies. The threshold naming most members wins.
 */
export function thresholdSeconds(pinned: Pinned, metric: string) {
  const thresholds = pinned.targets.filter(
    (target) => target.role === 'threshold' && target.metric === metric,
  );
  const known = new Map<string, Map<number, number | null>>();
  return (month: number, grade: string, priorityArea: string): number | null => {
    const members = `${grade} ${priorityArea}`;
    const byMonth = known.get(members) ?? new Map<number, number | null>();
    known.set(members, byMonth);
    let seconds = byMonth.get(month);
    if (seconds === undefined) {
      const found = mostSpecific(thresholds, { grade, priorityArea }, monthAt(month));
      seconds = found ? found.value * (SECONDS[found.unit] ?? 1) : null;
      byMonth.set(month, seconds);
    }
    return seconds;
  };
}

/** Targets for a published value, in force or not, that name no member the filter does not pick. */
export function targetsFor(
  pinned: Pinned,
  metric: string,
  statistic: string,
  filter: Readonly<Record<string, string>>,
  area: string,
): PinnedTarget[] {
  const isForce = area === pinned.force.code;
  return pinned.targets.filter(
    (target) =>
      target.role === 'target' &&
      target.metric === metric &&
      (target.statistic === '' || target.statistic === statistic) &&
      (target.areaCode === '' || target.areaCode === area || (isForce && target.areaCode === 'force')) &&
      matches(target, filter),
  );
}

/** A target's value in the wire's unit: percentages as fractions, minutes and hours as seconds. */
export function targetValue(target: PinnedTarget): number {
  if (target.unit === 'percent' || target.unit === '%') return target.value / 100;
  return target.value * (SECONDS[target.unit] ?? 1);
}

/** The target in force at the end of a month: the most specific one. */
export function targetAt(targets: readonly PinnedTarget[], month: Month): PinnedTarget | null {
  const day = `${month}-28`;
  const inForce = targets.filter((t) => t.validFrom <= day && (t.validTo === null || t.validTo >= day));
  return inForce.sort((a, b) => specificity(b) - specificity(a))[0] ?? null;
}

function mostSpecific(targets: readonly PinnedTarget[], members: Record<string, string>, month: Month) {
  return targetAt(
    targets.filter((target) => matches(target, members)),
    month,
  );
}

function matches(target: PinnedTarget, members: Readonly<Record<string, string>>): boolean {
  return [...new URLSearchParams(target.filter)].every(
    ([dimension, member]) => members[dimension] === member,
  );
}

function specificity(target: PinnedTarget): number {
  return [...new URLSearchParams(target.filter)].length + (target.areaCode === '' ? 0 : 1);
}
