import type { UnitName } from '../contract/common.ts';

interface PageUnit {
  /** The unit as the pages print it. */
  label: string;
  perUnit: number;
}

const pageUnits: Readonly<Record<UnitName, PageUnit>> = {
  seconds: { label: 'minutes', perUnit: 1 / 60 },
  days: { label: 'days', perUnit: 1 },
  fraction: { label: 'percent', perUnit: 100 },
  count: { label: 'count', perUnit: 1 },
  'per-100': { label: 'per 100', perUnit: 1 },
  'per-1000': { label: 'per 1,000', perUnit: 1 },
};

export const pageUnitLabel = (unit: UnitName): string => pageUnits[unit].label;

/**
 * A value of the wire in the unit the pages print, unrounded but for the noise of binary fractions
 * (12 significant digits: 0.544 gives 54.4).
 */
export function inPageUnit(value: number | null, unit: UnitName): number | null {
  if (value === null) return null;
  const { perUnit } = pageUnits[unit];
  return perUnit === 1 ? value : Number((value * perUnit).toPrecision(12));
}
