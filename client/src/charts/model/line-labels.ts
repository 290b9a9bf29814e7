import { formatPeriod } from '../../format/periods.ts';
import { formatNumber, type ValueFormat } from '../../format/values.ts';
import { lastValue } from './line-parts.ts';
import { nudgeApart } from './nudge.ts';
import type { ChartSeries, Tone } from './types.ts';
import type { ValueAxis } from './value-axis.ts';

/** What stands at the right end of a line: `61.4` in bold, then the month or the name of the series. */
export interface EndLabel {
  /** Tone of the line it names, or the target, a limit or the mean. */
  of: Tone | 'target' | 'limit' | 'mean';
  strong: string;
  text: string;
  y: number;
}

const labelGap = 17;
const twoLineGap = 31;

/** A rule across the plot that is named at its right end, in shown units. */
export interface NamedRule {
  of: 'target' | 'limit' | 'mean';
  text: string;
  shown: number;
}

/** Labels of the lines' newest values and of rules such as the target, nudged apart; one line each, or two where `compact`. `toY` gives pixels of a shown value. */
export function endLabels(
  series: readonly ChartSeries[],
  format: ValueFormat,
  rules: readonly NamedRule[],
  toY: (shown: number) => number,
  { top, bottom, compact }: { top: number; bottom: number; compact: boolean },
): EndLabel[] {
  const read = series.filter(({ tone }) => tone !== 'grey');
  const labels: EndLabel[] = read.flatMap(({ points, label, tone }) => {
    const last = lastValue(points);
    if (!last) return [];
    const strong = `${formatNumber(last.value, format)}${format.sign}`;
    // A moving window is named by its last month: the subtitle says how long it is.
    const month = compact ? '' : formatPeriod(last.period, 'short').replace(/^\d+ months to /, '');
    const text = read.length > 1 ? shortLabel(label) : month;
    return [{ of: tone, strong, text, y: toY(last.value * format.factor) }];
  });
  labels.push(...rules.map(({ of, text, shown }) => ({ of, strong: '', text, y: toY(shown) })));
  const places = nudgeApart(
    labels.map(({ y }) => y),
    compact && read.length > 1 ? twoLineGap : labelGap,
    top,
    bottom,
  );
  return labels.map((label, index) => ({ ...label, y: places[index] ?? label.y }));
}

/** A shown value on the axis, without trailing zeros: 0, 0.5, 1. */
export function tickLabel(tick: number, format: ValueFormat): string {
  const decimals = Number.isInteger(tick) ? 0 : Math.max(format.decimals, 2);
  return formatNumber(tick / format.factor, { ...format, decimals }).replace(/(\.\d*?)0+$/, '$1');
}

const longestLabel = 26;

/** `Outcome 15: Evidential difficulties` → `Outcome 15`. The table has the whole name. */
function shortLabel(label: string): string {
  const short = label.replace(/: .*/, '');
  return short.length > longestLabel ? `${short.slice(0, longestLabel - 1).trimEnd()}…` : short;
}

const digitPixels = 7.5;
const wordPixels = 6.6;

/** Pixels the axis labels need on the left. */
export function axisWidth({ ticks }: ValueAxis, format: ValueFormat): number {
  return 18 + digitPixels * Math.max(...ticks.map((tick) => tickLabel(tick, format).length));
}

/** Pixels the end labels need on the right; where the drawing is narrow names go beneath the numbers. */
export function endWidth(
  series: readonly ChartSeries[],
  rules: readonly NamedRule[],
  compact: boolean,
): number {
  const read = series.filter(({ tone }) => tone !== 'grey');
  if (compact && read.length < 2) return 60;
  const longest =
    read.length > 1 ? Math.max(...read.map(({ label }) => shortLabel(label).length)) : 'Nov 2023'.length;
  if (compact) return Math.max(60, Math.min(14 + longest * 6, 120));
  const longestRule = Math.max(0, ...rules.map(({ text }) => text.length));
  const words = Math.max(62 + longest * wordPixels, 20 + longestRule * (wordPixels + 0.6));
  return Math.min(words, 240);
}
