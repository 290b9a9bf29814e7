import { formatPeriod } from '../../format/periods.ts';
import {
  formatPoint,
  noValueWords,
  provisionalWords,
  revisedWords,
  statusWords,
} from '../../format/points.ts';
import { formatCount, formatNumber, formatValue, type ValueFormat } from '../../format/values.ts';
import { lastValue } from './line-parts.ts';
import type { Reading, ReadingRow } from './move-reading.ts';
import { periodX } from './timeline.ts';
import type { ChartPoint, ChartSeries, UsualRange } from './types.ts';

/** `908 cases`, or `717 of 908`; empty for a count, which is its own number of cases. */
export function casesOf({ n, numerator, denominator, value }: ChartPoint, isCount: boolean): string {
  if (numerator !== undefined && denominator !== undefined) {
    return `${formatCount(numerator)} of ${formatCount(denominator)}`;
  }
  if (isCount || value === null) return '';
  return casesWords(n);
}

/** `908 cases`. */
export const casesWords = (n: number): string => (n === 1 ? '1 case' : `${formatCount(n)} cases`);

/**
 * A point as it is read: `June 2023`, `69.3 minutes`, then `in a run of nine months below the mean`, `935 cases`, its
 * interval, the limits it is judged by and its marks. The words and numbers are those of the table beneath the chart.
 */
export function pointReading(point: ChartPoint, format: ValueFormat): Reading {
  const { period, value, rule, status } = point;
  const shared = { x: periodX(period), name: formatPeriod(period) };
  if (value === null) return { ...shared, value: noValueWords(point), details: [marksInWords(point)] };
  const details = [
    rule?.words ?? '',
    casesOf(point, isCount(format)),
    intervalWords(point, format),
    limitWords(rule?.range ?? null, format),
    status.length > 0 ? marksInWords(point) : '',
    revisedWords(point, format),
  ];
  return { ...shared, value: formatPoint(point, format), details: details.filter(Boolean) };
}

/** The points of every series, a row each. */
export const readingRows = (series: readonly ChartSeries[], format: ValueFormat): ReadingRow[] =>
  series.map(({ label, points }) => ({
    label,
    readings: points.map((point) => pointReading(point, format)),
  }));

/** `mean 73.3, lower limit 66.6, upper limit 80.0`; empty where there are none. */
function limitWords(range: UsualRange | null, format: ValueFormat): string {
  const levels = [
    ['mean', range?.mean],
    ['lower limit', range?.lower],
    ['upper limit', range?.upper],
  ] as const;
  return levels
    .flatMap(([word, level]) => (level == null ? [] : [`${word} ${formatNumber(level, format)}`]))
    .join(', ');
}

/** `provisional: late records may still be added, revised`. */
function marksInWords({ status, provisional }: ChartPoint): string {
  const why = (mark: string) => (mark === 'provisional' ? `: ${provisionalWords(provisional)}` : '');
  return status.map((mark) => `${statusWords([mark])}${why(mark)}`).join(', ');
}

/** `95% interval 58.3 to 64.4 minutes`; empty where there is none. */
export function intervalWords({ interval }: ChartPoint, format: ValueFormat): string {
  if (!interval) return '';
  const { lower, upper, confidence } = interval;
  const lead = `${formatCount(confidence * 100)}% interval`;
  if (lower === null && upper === null) return '';
  if (upper === null) return `${lead} ${formatValue(lower ?? 0, format)} or more`;
  if (lower === null) return `${lead} ${formatValue(upper, format)} or less`;
  return `${lead} ${formatNumber(lower, format)} to ${formatValue(upper, format)}`;
}

/** A count needs no second number beside it. */
export const isCount = (format: ValueFormat) => format.unit === '' && format.sign === '';

/**
 * The chart in a sentence or two: span, range and latest value of each series that is meant to be read.
 * `April 2021 to November 2023. Between 61.4 minutes (November 2023) and 78.3 minutes (October 2021). Latest …`
 */
export function summarise(series: readonly ChartSeries[], format: ValueFormat): string {
  const read = series.filter(({ tone }) => tone !== 'grey');
  const sentences = read.map(({ points, label }) =>
    summariseOne(points, format, read.length > 1 ? `${label}: ` : ''),
  );
  const context = series.length - read.length;
  if (context > 0)
    sentences.push(`${formatCount(context)} others are drawn in grey and listed in the table.`);
  return sentences.join(' ');
}

function summariseOne(points: readonly ChartPoint[], format: ValueFormat, lead: string): string {
  const first = points[0];
  const last = points.at(-1);
  const latest = lastValue(points);
  if (!first || !last) return `${lead}No periods.`;
  const span =
    first === last
      ? formatPeriod(last.period)
      : `${formatPeriod(first.period)} to ${formatPeriod(last.period)}`;
  if (!latest) return `${lead}${span}. No values: ${noValueWords(last).toLowerCase()}.`;
  const valued = points.flatMap((point) => (point.value === null ? [] : [{ ...point, value: point.value }]));
  const low = valued.reduce((a, b) => (b.value < a.value ? b : a));
  const high = valued.reduce((a, b) => (b.value > a.value ? b : a));
  const range = valued.length > 1 ? `Between ${named(low, format)} and ${named(high, format)}. ` : '';
  const marks = statusWords(latest.status);
  const absent = points.length - valued.length;
  const gaps =
    absent > 0 ? ` ${formatCount(absent)} of ${formatCount(points.length)} periods have no value.` : '';
  return `${lead}${span}. ${range}Latest ${formatValue(latest.value, format)} in ${formatPeriod(latest.period)}${marks && `, ${marks}`}.${gaps}`;
}

const named = ({ value, period }: { value: number; period: string }, format: ValueFormat) =>
  `${formatValue(value, format)} (${formatPeriod(period, 'short')})`;
