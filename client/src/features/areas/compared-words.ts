import type { AreaFlag, ComparedArea, Point } from '../../api/types.ts';
import { casesWords } from '../../charts/model/reading.ts';
import { absentWords, formatPoint, statusWords } from '../../format/points.ts';
import { formatChange, formatChangeNumber, formatNumber, type ValueFormat } from '../../format/values.ts';

/** `37.8 to 49.4`; empty where there is no interval. */
export function boundsWords({ interval }: Point, format: ValueFormat): string {
  if (!interval) return '';
  const write = (limit: number | null) => (limit === null ? 'unbounded' : formatNumber(limit, format));
  return `${write(interval.lower)} to ${write(interval.upper)}`;
}

/** The difference from the other areas with its interval, or why there is none. */
export function differenceWords(flag: AreaFlag, format: ValueFormat): string {
  const write = (value: number | null) => {
    if (value === null) return 'unbounded';
    return flag.comparison === 'ratio' ? value.toFixed(2) : formatChangeNumber(value, format);
  };
  if (flag.estimate === null) return absentWords(flag.absent ?? undefined);
  const estimate =
    flag.comparison === 'ratio' ? `${flag.estimate.toFixed(2)} times` : formatChange(flag.estimate, format);
  return `${estimate} (${write(flag.lower)} to ${write(flag.upper)})`;
}

/** `worse`, `no`, or that it was not compared. */
export const beyondChance = ({ word, absent }: AreaFlag): string => word ?? (absent ? 'not compared' : 'no');

/** A value as it is read, in the words of its cells of the table: `43.5%`, then its cases and interval. */
export function pointWords(point: Point, format: ValueFormat): { value: string; details: string[] } {
  const bounds = point.value === null ? '' : boundsWords(point, format);
  const details = [
    point.value === null ? '' : casesWords(point.n),
    bounds && `95% interval ${bounds}`,
    statusWords(point.status),
  ];
  return { value: formatPoint(point, format), details: details.filter(Boolean) };
}

/** How an area stands beside the others, as it is read, in the words of its cells of the table. */
export const flagDetails = ({ flag }: ComparedArea, format: ValueFormat): string[] => [
  `against the other areas ${differenceWords(flag, format)}`,
  `beyond chance: ${beyondChance(flag)}`,
];
