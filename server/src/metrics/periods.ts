import type { GrainName } from '../contract/common.ts';
import {
  addMonths,
  dayNumber,
  daysInMonth,
  monthName as monthAt,
  monthNumber as monthIndex,
  monthRange,
} from '../stats/time/calendar.ts';

export { addMonths, dayNumber, monthAt, monthIndex, monthRange };

/** A month as `YYYY-MM`, Europe/London. */
export type Month = string;

/** A named period and the months it is made of, in order. */
export interface Period {
  readonly name: string;
  readonly months: readonly Month[];
}

export const grains: readonly GrainName[] = [
  'month',
  'quarter',
  'financial-year',
  'financial-year-to-date',
  'rolling-3',
  'rolling-12',
];

const lastDays = new Map<Month, string>();

/** Last day of a month, `YYYY-MM-DD`. */
export function lastDayOf(month: Month): string {
  let day = lastDays.get(month);
  if (day === undefined) {
    day = `${month}-${daysInMonth(month)}`;
    lastDays.set(month, day);
  }
  return day;
}

function financialYearStart(month: Month): number {
  const index = monthIndex(month);
  return index - ((index + 9) % 12);
}

function financialYearName(aprilIndex: number): string {
  const year = Math.floor(aprilIndex / 12);
  return `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
}

/** The period of `grain` that ends in `month`; null when none of that grain ends there. */
export function periodEnding(grain: GrainName, month: Month): Period | null {
  const end = monthIndex(month);
  const april = financialYearStart(month);
  switch (grain) {
    case 'month':
      return { name: month, months: [month] };
    case 'rolling-3':
      return { name: `P3M/${month}`, months: monthRange(monthAt(end - 2), month) };
    case 'rolling-12':
      return { name: `P12M/${month}`, months: monthRange(monthAt(end - 11), month) };
    case 'financial-year-to-date':
      return { name: `YTD/${month}`, months: monthRange(monthAt(april), month) };
    case 'quarter': {
      if (end % 3 !== 2) return null;
      const name = `${financialYearName(april)}-Q${Math.floor((end - april) / 3) + 1}`;
      return { name, months: monthRange(monthAt(end - 2), month) };
    }
    case 'financial-year':
      return end - april === 11
        ? { name: financialYearName(april), months: monthRange(monthAt(april), month) }
        : null;
  }
}

const MONTH = /^((?:19|20)\d{2})-(0[1-9]|1[0-2])$/;
const named: readonly [GrainName, RegExp][] = [
  ['month', MONTH],
  ['quarter', /^((?:19|20)\d{2})[/-](\d{2})-Q([1-4])$/],
  ['financial-year', /^((?:19|20)\d{2})[/-](\d{2})$/],
  ['rolling-3', /^P3M\/((?:19|20)\d{2})-(0[1-9]|1[0-2])$/],
  ['rolling-12', /^P12M\/((?:19|20)\d{2})-(0[1-9]|1[0-2])$/],
  ['financial-year-to-date', /^YTD\/((?:19|20)\d{2})-(0[1-9]|1[0-2])$/],
];

/**
 * Reads a period name of the given grain (`2023-11`, `2023/24-Q3`, `2023/24` or `2023-24` in addresses,
 * `P12M/2023-11`, `YTD/2023-11`), of the years 1900 to 2099. Every grain also takes a month, meaning the
 * period that holds it. Null when the text is neither.
 */
export function parsePeriod(grain: GrainName, text: string): Period | null {
  const match = named.find(([g]) => g === grain)?.[1].exec(text);
  if (match && grain !== 'quarter' && grain !== 'financial-year') return periodEnding(grain, text.slice(-7));
  if (match && (Number(match[1]) + 1) % 100 === Number(match[2])) {
    const lastMonth = grain === 'financial-year' ? 12 : Number(match[3]) * 3;
    return periodEnding(grain, monthAt(Number(match[1]) * 12 + 2 + lastMonth));
  }
  if (!MONTH.test(text)) return null;
  const ends = monthRange(text, addMonths(text, 11));
  return ends.map((end) => periodEnding(grain, end)).find((period) => period !== null) ?? null;
}

/** Length of a period name found in a published return. */
export function grainOfPeriod(name: string): GrainName | null {
  return named.find(([, shape]) => shape.test(name))?.[0] ?? null;
}
