/**
 * Period names on the wire in words. Names: `2023-11`, `2023/24-Q3`, `2023/24`, `P12M/2023-11`, `YTD/2023-11`.
 * Quarters and years are financial, from April.
 */

const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export type PeriodKind = 'month' | 'quarter' | 'financial-year' | 'rolling' | 'year-to-date';

/** Months are counted from January of year 0, so `2023-11` is 24286. */
export interface Period {
  name: string;
  kind: PeriodKind;
  firstMonth: number;
  lastMonth: number;
}

export type Length = 'long' | 'short';

/** `2023-11` → 24286; NaN when the text is not a month. */
export function monthNumber(month: string): number {
  const parts = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month);
  return parts ? Number(parts[1]) * 12 + Number(parts[2]) - 1 : Number.NaN;
}

/** 24286 → `2023-11`. */
export function monthName(number: number): string {
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** Reads a wire name. @throws RangeError when it is none of the five forms. */
export function parsePeriod(name: string): Period {
  const span = (kind: PeriodKind, firstMonth: number, lastMonth: number): Period => {
    if (Number.isNaN(firstMonth) || Number.isNaN(lastMonth))
      throw new RangeError(`"${name}" is not a period.`);
    return { name, kind, firstMonth, lastMonth };
  };
  const year = /^(\d{4})\/\d{2}(?:-Q([1-4]))?$/.exec(name);
  if (year?.[2]) {
    const first = Number(year[1]) * 12 + 3 * Number(year[2]);
    return span('quarter', first, first + 2);
  }
  if (year) return span('financial-year', Number(year[1]) * 12 + 3, Number(year[1]) * 12 + 14);
  const rolling = /^P(\d{1,2})M\/(.+)$/.exec(name);
  const last = monthNumber(rolling?.[2] ?? name.replace(/^YTD\//, ''));
  if (rolling) return span('rolling', last - Number(rolling[1]) + 1, last);
  if (name.startsWith('YTD/')) return span('year-to-date', last - ((last + 9) % 12), last);
  return span('month', last, last);
}

/** 24286 → `November 2023`, or `Nov 2023`. */
export function formatMonth(number: number, length: Length = 'long'): string {
  return `${monthWord(number, length)} ${Math.floor(number / 12)}`;
}

/** 24286 → `November`, or `Nov`. */
export function monthWord(number: number, length: Length = 'long'): string {
  const word = monthNames[number % 12] ?? '';
  return length === 'long' ? word : word.slice(0, 3);
}

/** Any wire name in words: `November 2023`, `October to December 2023`, `12 months to November 2023`. */
export function formatPeriod(name: string, length: Length = 'long'): string {
  const period = parsePeriod(name);
  switch (period.kind) {
    case 'month':
      return formatMonth(period.lastMonth, length);
    case 'quarter':
      return length === 'short' ? name.replace(/^(.+)-(Q\d)$/, '$2 $1') : monthSpan(period, length);
    case 'financial-year':
      return name;
    case 'rolling':
      return `${period.lastMonth - period.firstMonth + 1} months to ${formatMonth(period.lastMonth, length)}`;
    case 'year-to-date':
      return monthSpan(period, length);
  }
}

function monthSpan({ firstMonth, lastMonth }: Period, length: Length): string {
  const last = formatMonth(lastMonth, length);
  if (firstMonth === lastMonth) return last;
  const sameYear = Math.floor(firstMonth / 12) === Math.floor(lastMonth / 12);
  return `${sameYear ? monthWord(firstMonth, length) : formatMonth(firstMonth, length)} to ${last}`;
}

/** `2023-11-30` → `30 November 2023`, or `30 Nov 2023`. */
export function formatDay(date: string, length: Length = 'long'): string {
  return `${Number(date.slice(8, 10))} ${formatMonth(monthNumber(date.slice(0, 7)), length)}`;
}

const grainWords: Record<string, { label: string; by: string }> = {
  month: { label: 'Month', by: 'by month' },
  quarter: { label: 'Quarter', by: 'by quarter' },
  'financial-year': { label: 'Year', by: 'by financial year' },
  'financial-year-to-date': { label: 'Year to date', by: 'financial year to date' },
  'rolling-3': { label: '3 months', by: 'three months to each month' },
  'rolling-12': { label: '12 months', by: 'twelve months to each month' },
};

/** Name of a length of period for a control: `Quarter`, `12 months`. */
export function grainLabel(grain: string): string {
  return grainWords[grain]?.label ?? grain;
}

/** A length of period inside a sentence: `by month`, `twelve months to each month`. */
export function grainPhrase(grain: string): string {
  return grainWords[grain]?.by ?? grain;
}
