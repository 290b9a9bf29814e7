import type { KeyedSeries, MeasurePage, Metric, Series, Target } from '../../api/types.ts';
import { judgedPoints, usualRanges } from '../../charts/model/judged.ts';
import type { ChartMark, ChartSeries, ChartTarget, Tone } from '../../charts/model/types.ts';
import { formatPeriod, grainPhrase } from '../../format/periods.ts';
import { cutRange, type Possible, possibleValues } from '../../format/possible.ts';
import { formatValue, type ValueFormat, valueFormat } from '../../format/values.ts';
import { lowerFirst } from '../../format/words.ts';

/** A measure page's reply in the words and shapes its figures need. */
export interface MeasureView {
  format: ValueFormat;
  /** Heading of a column of values: `Median, minutes`. */
  valueLabel: string;
  /** What is measured, in a sentence: `Median minutes, call received to first arrival`. */
  measured: string;
  place: string;
  /** `by month` */
  rhythm: string;
  /** `April 2021 to November 2023` */
  span: string;
  marks: ChartMark[];
  targets: ChartTarget[];
  /** Shares never pass 100. */
  ceiling: number | undefined;
  /** Only a difference can lie below 0. */
  floor: number | undefined;
  main: ChartSeries[];
}

/** Shapes a reply for drawing. One value format serves the whole page, so that its figures compare. */
export function measureView(page: MeasurePage): MeasureView {
  const { metric, panels } = page;
  const { main } = panels;
  const statistic = metric.statistics.find(({ id }) => id === main.statistic)?.label ?? main.statistic;
  const format = valueFormat(main.unit, decimalsOf(metric, main), largestOf(Object.values(panels)));
  const points = main.series[0]?.points ?? [];
  return {
    format,
    valueLabel: [statistic, format.unit || format.sign].filter(Boolean).join(', '),
    measured: measuredWords(metric, statistic, format),
    place: placeOf(page),
    rhythm: grainPhrase(main.grain),
    span: spanOf(points.map(({ period }) => period)),
    marks: page.annotations.map(({ kind, date, text }) => ({ kind, date, text })),
    targets: page.targets.map((target) => chartTarget(target, format)),
    ceiling: main.unit === 'fraction' ? 100 : undefined,
    floor: metric.kind === 'difference' ? undefined : 0,
    main: main.series.map((series) => ({
      ...judgedSeries(series, 'ink', metric),
      sideLabels: sideLabels(page),
      intervalMarks: metric.kind === 'difference',
    })),
  };
}

/** A line of a reply as a chart takes it. */
export function chartSeries({ key, label, points }: KeyedSeries, tone: Tone): ChartSeries {
  return { id: Object.values(key).join('.') || label, label, tone, points };
}

/** A line with its usual ranges and what the rules say of its points. */
export const judgedSeries = (line: KeyedSeries, tone: Tone, { polarity }: Metric): ChartSeries => ({
  ...chartSeries(line, tone),
  points: judgedPoints(line, polarity),
  ranges: usualRanges(line),
});

/** A reply whose usual ranges are cut at what its values can be, for its charts, tables and words alike. */
export function cutRanges(page: MeasurePage): MeasurePage {
  const cut = (panel: Series): Series => {
    const possible = possibleValues(
      panel.unit,
      page.metric.kind === 'difference' || panel === page.panels.gap,
    );
    return { ...panel, series: panel.series.map((line) => cutLine(line, possible)) };
  };
  const { main, areas, ...others } = page.panels;
  const rest = Object.entries(others).map(([name, panel]) => [name, panel && cut(panel)]);
  return { ...page, panels: { main: cut(main), areas: cut(areas), ...Object.fromEntries(rest) } };
}

const cutLine = (line: KeyedSeries, possible: Possible): KeyedSeries =>
  line.spc
    ? { ...line, spc: { ...line.spc, segments: line.spc.segments.map((one) => cutRange(one, possible)) } }
    : line;

/** What a difference is taken between: domestic abuse, and the comparator in force. */
export function sideLabels({ metric, panels }: MeasurePage): string[] {
  const comparator = metric.dimensions.find(({ id }) => id === 'comparator');
  const other = comparator?.members.find(({ code }) => code === panels.main.filter.comparator);
  return other ? ['Domestic abuse', other.label] : ['First', 'Second'];
}

function chartTarget(
  { value, comparison, validFrom, validTo, provenance }: Target,
  format: ValueFormat,
): ChartTarget {
  const shown = formatValue(value, { ...format, decimals: 0, unit: '' });
  const word = provenance === 'own' ? 'Target' : 'Comparator';
  return {
    value,
    label: `${word} ${comparison === '>=' ? '≥' : '≤'} ${shown}`,
    from: validFrom,
    to: validTo,
  };
}

/** The metric's own places, for its own unit; whole numbers for a statistic in another. */
function decimalsOf(metric: Metric, { unit }: Series): number {
  return unit === metric.unit ? metric.decimals : 0;
}

function largestOf(panels: readonly (Series | undefined)[]): number {
  const values = panels.flatMap((panel) =>
    (panel?.series ?? []).flatMap(({ points }) => points.map(({ value }) => Math.abs(value ?? 0))),
  );
  return values.reduce((largest, value) => Math.max(largest, value), 0);
}

function measuredWords(metric: Metric, statistic: string, format: ValueFormat): string {
  if (metric.kind === 'difference')
    return `${statistic}, ${format.unit}: ${lowerFirst(metric.numerator)}, ${lowerFirst(metric.denominator ?? '')}`;
  if (metric.unit === 'seconds') return `${statistic} ${format.unit}, ${lowerFirst(metric.numerator)}`;
  if (metric.denominator) return `${metric.numerator}, as a share of ${lowerFirst(metric.denominator)}`;
  return metric.numerator;
}

function placeOf({ panels, release }: MeasurePage): string {
  const { area, series } = panels.main;
  const own = panels.areas.series.find(({ key }) => key.area === area);
  return own?.label ?? (series.length === 1 ? series[0]?.label : undefined) ?? release.force.name;
}

function spanOf(periods: readonly string[]): string {
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return 'no periods';
  return first === last ? formatPeriod(last) : `${formatPeriod(first)} to ${formatPeriod(last)}`;
}
