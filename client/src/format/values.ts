/** Values of every unit on the wire in words and figures. The one place where a value is rounded. */

export type Unit = 'seconds' | 'days' | 'fraction' | 'count' | 'per-100' | 'per-1000';

/** How the values of one figure are shown. One format per figure, so its numbers can be compared by eye. */
export interface ValueFormat {
  /** Shown = value × factor. */
  factor: number;
  decimals: number;
  /** Placed against the number with no space: `%` or nothing. */
  sign: string;
  /** `minutes`, `per 1,000`; empty where the number says it all. */
  unit: string;
  /** `min`, for narrow places. */
  unitShort: string;
  /** Unit of a difference: percentages differ by percentage points. */
  changeUnit: string;
  changeUnitShort: string;
}

const fiveHoursSeconds = 18_000;

const words = (unit: string, short = unit) => ({
  unit,
  unitShort: short,
  changeUnit: unit,
  changeUnitShort: short,
});

/**
 * @param decimals places of the shown unit (of minutes for seconds, of percent for fractions).
 * @param largest largest absolute value of the figure, in the wire unit: waits of five hours or more read as hours.
 */
export function valueFormat(unit: Unit, decimals: number, largest = 0): ValueFormat {
  switch (unit) {
    case 'seconds':
      return largest >= fiveHoursSeconds
        ? { factor: 1 / 3600, decimals, sign: '', ...words('hours', 'h') }
        : { factor: 1 / 60, decimals, sign: '', ...words('minutes', 'min') };
    case 'days':
      return { factor: 1, decimals, sign: '', ...words('days') };
    case 'fraction':
      return {
        factor: 100,
        decimals,
        sign: '%',
        unit: '',
        unitShort: '',
        changeUnit: 'percentage points',
        changeUnitShort: 'pp',
      };
    case 'count':
      return { factor: 1, decimals, sign: '', ...words('') };
    case 'per-100':
      return { factor: 1, decimals, sign: '', ...words('per 100') };
    case 'per-1000':
      return { factor: 1, decimals, sign: '', ...words('per 1,000') };
  }
}

const formatters = new Map<string, Intl.NumberFormat>();

function figure(value: number, decimals: number, signDisplay: 'negative' | 'exceptZero'): string {
  const key = `${decimals} ${signDisplay}`;
  const known = formatters.get(key);
  const formatter =
    known ??
    new Intl.NumberFormat('en-GB', {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
      signDisplay,
    });
  if (!known) formatters.set(key, formatter);
  // 0.285 × 100 is 28.499999999999996 in binary: shave that noise before the one rounding.
  return formatter.format(Number(value.toPrecision(12))).replace('-', '−');
}

/** `61.4`: the number alone, as in tables and on axes that name their unit once. */
export function formatNumber(value: number, format: ValueFormat): string {
  return figure(value * format.factor, format.decimals, 'negative');
}

/** `61.4 minutes`, `78.8%`, `1,234`. */
export function formatValue(value: number, format: ValueFormat): string {
  return joined(`${formatNumber(value, format)}${format.sign}`, format.unit);
}

/** `61.4 min`, `78.8%`. */
export function formatValueShort(value: number, format: ValueFormat): string {
  return joined(`${formatNumber(value, format)}${format.sign}`, format.unitShort);
}

/** A difference without its unit: `−2.5`, `+0.3`, `0.0`. */
export function formatChangeNumber(value: number, format: ValueFormat): string {
  return figure(value * format.factor, format.decimals, 'exceptZero');
}

/** `−2.5 minutes`, `+0.3 percentage points`. */
export function formatChange(value: number, format: ValueFormat): string {
  return joined(formatChangeNumber(value, format), format.changeUnit);
}

/** Whole number with thousands comma: `1,234`. */
export function formatCount(count: number): string {
  return figure(count, 0, 'negative');
}

const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** Words to nine, figures from 10. */
export const countWords = (count: number): string => small[count] ?? String(count);

function joined(number: string, unit: string): string {
  return unit ? `${number} ${unit}` : number;
}
