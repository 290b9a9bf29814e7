import { ancestorsOf, areaSetAt } from './areas.ts';
import { namedMembers } from './named-members.ts';
import { lastDayOf, type Month, monthAt } from './periods.ts';
import type { Pinned, PinnedTarget } from './pinned.ts';

const SECONDS: Readonly<Record<string, number>> = { seconds: 1, minutes: 60, hours: 3600 };

/** Dimensions a threshold may name members of: those whose members it is looked up by. */
export const thresholdDimensions: readonly string[] = ['grade', 'priorityArea'];

/** Seconds allowed to incidents received in a month (by index), by grade, setting and area; null where none are. */
export type Thresholds = (
  month: number,
  grade: string,
  priorityArea: string,
  areaCode: string,
) => number | null;

/**
 * The pinned thresholds of a metric. The one that names most wins: members, then areas, the nearest first.
 * A threshold of an area holds for everything in it, by the set in force in the month.
 */
export function thresholdSeconds(pinned: Pinned, metric: string): Thresholds {
  const thresholds = pinned.targets.filter(
    (target) => target.role === 'threshold' && target.metric === metric,
  );
  const areasMatter = thresholds.some((target) => target.areaCode !== '');
  const known = new Map<string, Map<number, number | null>>();
  return (month, grade, priorityArea, areaCode) => {
    const area = areasMatter ? areaCode : '';
    const members = `${grade} ${priorityArea} ${area}`;
    const byMonth = known.get(members) ?? new Map<number, number | null>();
    known.set(members, byMonth);
    let seconds = byMonth.get(month);
    if (seconds === undefined) {
      const places = areasMatter ? placesOf(pinned, monthAt(month), area) : [];
      const applying = thresholds
        .filter((target) => matches(target, { grade, priorityArea }))
        .filter((target) => target.areaCode === '' || places.includes(target.areaCode))
        .sort((a, b) => places.indexOf(a.areaCode) - places.indexOf(b.areaCode));
      const found = targetAt(applying, monthAt(month));
      seconds = found ? found.value * (SECONDS[found.unit] ?? 1) : null;
      byMonth.set(month, seconds);
    }
    return seconds;
  };
}

/** The area, those above it, and the force. */
function placesOf(pinned: Pinned, month: Month, area: string): string[] {
  return [...new Set([area, ...ancestorsOf(areaSetAt(pinned, month), area), pinned.force.code])];
}

/**
 * Targets for a published value, in force or not, that name no member the filter does not pick. One that a
 * more specific target stands in for, all the while that it holds, is left out.
 */
export function targetsFor(
  pinned: Pinned,
  metric: string,
  statistic: string,
  filter: Readonly<Record<string, string>>,
  area: string,
): PinnedTarget[] {
  const applying = pinned.targets.filter(
    (target) =>
      target.role === 'target' &&
      target.metric === metric &&
      (target.statistic === '' || target.statistic === statistic) &&
      (target.areaCode === '' || target.areaCode === area) &&
      matches(target, filter),
  );
  return applying.filter((target) => !applying.some((other) => standsInFor(other, target)));
}

function standsInFor(other: PinnedTarget, target: PinnedTarget): boolean {
  const outlasts = other.validTo === null || (target.validTo !== null && other.validTo >= target.validTo);
  return specificity(other) > specificity(target) && other.validFrom <= target.validFrom && outlasts;
}

/** A target's value in the wire's unit: percentages as fractions, minutes and hours as seconds. */
export function targetValue(target: PinnedTarget): number {
  if (target.unit === 'percent' || target.unit === '%') return target.value / 100;
  return target.value * (SECONDS[target.unit] ?? 1);
}

/** The target in force at the end of a month: the most specific one, the first of several alike. */
export function targetAt(targets: readonly PinnedTarget[], month: Month): PinnedTarget | null {
  const day = lastDayOf(month);
  const inForce = targets.filter((t) => t.validFrom <= day && (t.validTo === null || t.validTo >= day));
  return inForce.sort((a, b) => specificity(b) - specificity(a))[0] ?? null;
}

function matches(target: PinnedTarget, members: Readonly<Record<string, string>>): boolean {
  return namedMembers(target.filter).every(([dimension, member]) => members[dimension] === member);
}

function specificity(target: PinnedTarget): number {
  return namedMembers(target.filter).length + (target.areaCode === '' ? 0 : 1);
}
