import { formatPeriod } from '../../format/periods.ts';
import { formatPointNumber, markKey, statusMarks } from '../../format/points.ts';
import { formatCount, formatNumber, type ValueFormat } from '../../format/values.ts';
import { periodsOf } from './line-parts.ts';
import { isCount } from './reading.ts';
import type { ChartPoint, ChartSeries } from './types.ts';

/** A table of text cells, the first of each row its heading. Numbers carry no unit: the heading names it once. */
export interface TableModel {
  columns: { label: string; numeric: boolean }[];
  rows: string[][];
  /** The marks used, in words. */
  key: string[];
}

/** The table twin of a figure: one series in full, or several side by side. Newest first. */
export function tableModel(
  series: readonly ChartSeries[],
  format: ValueFormat,
  valueLabel: string,
): TableModel {
  const [only] = series;
  const table =
    only && series.length === 1
      ? oneSeries(only, format, valueLabel)
      : sideBySide(series, format, periodsOf(series));
  return { ...table, key: markKey(series.flatMap(({ points }) => points)) };
}

type Cells = Omit<TableModel, 'key'>;
type Column = { label: string; numeric: boolean; cell: (point: ChartPoint) => string };

function oneSeries({ points, sideLabels }: ChartSeries, format: ValueFormat, valueLabel: string): Cells {
  const ofParts = points.some(({ denominator }) => denominator !== undefined);
  const parts = ofParts
    ? [
        number('Counted', ({ numerator }) => optionalCount(numerator)),
        number('Out of', ({ denominator }) => optionalCount(denominator)),
      ]
    : [];
  const cases = ofParts || isCount(format) ? [] : [number('Cases', ({ n }) => formatCount(n))];
  const marks = points.some(({ status }) => status.length > 0)
    ? [text('Marks', ({ status }) => statusMarks(status))]
    : [];
  const before = points.some(({ revised }) => revised)
    ? [number('Before revision', ({ revised }) => (revised ? formatNumber(revised.value, format) : ''))]
    : [];
  const columns: Column[] = [
    text('Period', ({ period }) => formatPeriod(period, 'short')),
    number(valueLabel, (point) => formatPointNumber(point, format)),
    ...intervalColumns(points, format),
    ...cases,
    ...parts,
    ...sideColumns(points, sideLabels, format),
    ...ruleColumns(points, format),
    ...marks,
    ...before,
  ];
  return {
    columns: columns.map(({ label, numeric }) => ({ label, numeric })),
    rows: points.map((point) => columns.map(({ cell }) => cell(point))).reverse(),
  };
}

const text = (label: string, cell: Column['cell']): Column => ({ label, numeric: false, cell });
const number = (label: string, cell: Column['cell']): Column => ({ label, numeric: true, cell });

/** Two columns of numbers, so that they copy as numbers. */
function intervalColumns(points: readonly ChartPoint[], format: ValueFormat): Column[] {
  const confidence = points.find(({ interval }) => interval)?.interval?.confidence;
  if (confidence === undefined) return [];
  const end = (side: 'lower' | 'upper') => (point: ChartPoint) => {
    if (point.value === null) return '';
    const limit = point.interval?.[side] ?? null;
    return limit === null ? 'No limit' : formatNumber(limit, format);
  };
  const level = `${formatCount(confidence * 100)}%`;
  return [number(`${level} from`, end('lower')), number(`${level} to`, end('upper'))];
}

/** Mean, limits and what the rules say, in words. */
function ruleColumns(points: readonly ChartPoint[], format: ValueFormat): Column[] {
  if (!points.some(({ rule }) => rule)) return [];
  const level = (name: 'mean' | 'lower' | 'upper') => (point: ChartPoint) => {
    const shown = point.rule?.range?.[name] ?? null;
    return shown === null ? '' : formatNumber(shown, format);
  };
  const said = ({ rule }: ChartPoint) => (rule?.judged && !rule.words ? 'none' : (rule?.words ?? ''));
  return [
    number('Mean', level('mean')),
    number('Lower limit', level('lower')),
    number('Upper limit', level('upper')),
    text('Rule', said),
  ];
}

/** Both sides of a difference, each with its cases. */
function sideColumns(
  points: readonly ChartPoint[],
  labels: readonly string[] | undefined,
  format: ValueFormat,
): Column[] {
  if (!points.some(({ sides }) => sides)) return [];
  return (labels ?? []).flatMap((label, index) => [
    number(label, ({ sides }) => {
      const value = sides?.[index]?.value ?? null;
      return value === null ? '' : formatNumber(value, format);
    }),
    number(`${label}, cases`, ({ sides }) => optionalCount(sides?.[index]?.n)),
  ]);
}

const optionalCount = (count: number | undefined) => (count === undefined ? '' : formatCount(count));

/** Periods down and series across, unless there are more series than periods. */
function sideBySide(series: readonly ChartSeries[], format: ValueFormat, periods: readonly string[]): Cells {
  const pointOf = (one: ChartSeries, period: string) => one.points.find((point) => point.period === period);
  const cell = (one: ChartSeries, period: string) => {
    const point = pointOf(one, period);
    return point ? formatPointNumber(point, format) : 'Not collected';
  };
  const newestFirst = periods.toReversed();
  const marksOf = (period: string) =>
    statusMarks([...new Set(series.flatMap((one) => pointOf(one, period)?.status ?? []))]);
  const heading = (label: string) => ({ label, numeric: true });
  if (series.length > periods.length) {
    return {
      columns: [
        { label: 'Series', numeric: false },
        ...newestFirst.map((period) => heading(headed(period, marksOf(period)))),
      ],
      rows: series.map((one) => [one.label, ...newestFirst.map((period) => cell(one, period))]),
    };
  }
  const marked = newestFirst.some((period) => marksOf(period) !== '');
  return {
    columns: [
      { label: 'Period', numeric: false },
      ...series.map(({ label }) => heading(label)),
      ...(marked ? [{ label: 'Marks', numeric: false }] : []),
    ],
    rows: newestFirst.map((period) => [
      formatPeriod(period, 'short'),
      ...series.map((one) => cell(one, period)),
      ...(marked ? [marksOf(period)] : []),
    ]),
  };
}

const headed = (period: string, marks: string) =>
  [formatPeriod(period, 'short'), marks].filter(Boolean).join(' ');
