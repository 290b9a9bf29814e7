import { monthName, monthNumber, parsePeriod } from '../../format/periods.ts';

const lengths: Record<string, number> = { 'rolling-3': 3, 'rolling-12': 12 };

/**
 * Wire names of every whole period of a grain between two covered months, oldest first.
 *
 * @param fromMonth `2019-04`, as is `toMonth`; both included.
 */
export function periodNames(grain: string, fromMonth: string, toMonth: string): string[] {
  const first = monthNumber(fromMonth);
  const last = monthNumber(toMonth);
  if (Number.isNaN(first) || Number.isNaN(last)) return [];
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return months
    .flatMap((month) => endingIn(grain, month))
    .filter((name) => grain === 'financial-year-to-date' || parsePeriod(name).firstMonth >= first);
}

/** The period of a grain that ends in a month, if one does. */
function endingIn(grain: string, month: number): string[] {
  // Financial quarters end in June, September, December and March.
  const quarter = (((month % 12) + 9) % 12) / 3;
  const year = Math.floor((month - 3) / 12);
  const yearName = `${year}/${String((year + 1) % 100).padStart(2, '0')}`;
  switch (grain) {
    case 'month':
      return [monthName(month)];
    case 'quarter':
      return month % 3 === 2 ? [`${yearName}-Q${Math.floor(quarter) + 1}`] : [];
    case 'financial-year':
      return month % 12 === 2 ? [yearName] : [];
    case 'financial-year-to-date':
      return [`YTD/${monthName(month)}`];
    default:
      return lengths[grain] ? [`P${lengths[grain]}M/${monthName(month)}`] : [];
  }
}
