import { formatNumber, type ValueFormat } from '../../format/values.ts';
import { scale } from './scale.ts';
import type { ChartSeries } from './types.ts';
import { valueAxis } from './value-axis.ts';

/** A part of a whole: which group of bars it belongs to, and its name in the bar. */
export interface StackSeries extends ChartSeries {
  group: string;
  part: string;
}

export interface StackPart {
  label: string;
  value: number;
  /** Cases behind the value. */
  n: number;
}

export interface StackBar {
  group: string;
  period: string;
  parts: StackPart[];
  total: number;
}

/**
 * Bars of parts that add up: one bar for each group and period, parts in the order given. A bar with an absent part
 * is left out, since the rest would read as the whole.
 */
export function stackBars(series: readonly StackSeries[]): StackBar[] {
  const groups = [...new Set(series.map(({ group }) => group))];
  const partCount = new Set(series.map(({ part }) => part)).size;
  return groups.flatMap((group) => {
    const parts = series.filter((one) => one.group === group);
    const periods = parts[0]?.points.map(({ period }) => period) ?? [];
    return periods.flatMap((period) => {
      const bar = parts.flatMap(({ part, points }) => {
        const point = points.find((one) => one.period === period);
        return point === undefined || point.value === null
          ? []
          : [{ label: part, value: point.value, n: point.n }];
      });
      const total = bar.reduce((sum, { value }) => sum + value, 0);
      return bar.length === partCount ? [{ group, period, parts: bar, total }] : [];
    });
  });
}

export interface LaidBar extends Omit<StackBar, 'parts'> {
  y: number;
  /** Name of the group, above its first bar. */
  heading: { text: string; y: number } | null;
  parts: (StackPart & { x: number; width: number; text: string })[];
  end: number;
}

export interface StackLayout {
  bars: LaidBar[];
  ticks: { x: number; shown: number }[];
  left: number;
  bottom: number;
  height: number;
  barHeight: number;
}

const barHeight = 34;
const barStep = 42;
const headingHeight = 26;
const left = 78;
const totalPixels = 52;
const characterPixels = 7;

/** Places bars in pixels. The first bar names its parts; a part too short for its number has none. */
export function layStack(bars: readonly StackBar[], format: ValueFormat, width: number): StackLayout {
  const axis = valueAxis(
    bars.map(({ total }) => total * format.factor),
    { fromZero: true, maxTicks: width < 480 ? 4 : 6 },
  );
  const toX = scale(axis.domain, [left, width - totalPixels]);
  let y = 0;
  const laid = bars.map((bar, index): LaidBar => {
    const firstOfGroup = bar.group !== bars[index - 1]?.group;
    const heading = firstOfGroup ? { text: bar.group, y: y + 16 } : null;
    if (firstOfGroup) y += headingHeight;
    const at = y;
    y += barStep;
    return { ...bar, y: at, heading, ...layParts(bar.parts, index === 0) };
  });

  function layParts(parts: readonly StackPart[], named: boolean) {
    let sum = 0;
    const placed = parts.map((part) => {
      const x = toX(sum * format.factor);
      sum += part.value;
      const partWidth = toX(sum * format.factor) - x;
      return { ...part, x, width: partWidth, text: partText(part, format, partWidth, named) };
    });
    return { parts: placed, end: toX(sum * format.factor) };
  }

  return {
    bars: laid,
    ticks: axis.ticks.map((shown) => ({ x: toX(shown), shown })),
    left,
    bottom: y,
    height: y + 28,
    barHeight,
  };
}

function partText({ label, value }: StackPart, format: ValueFormat, width: number, named: boolean): string {
  const number = formatNumber(value, format);
  const candidates = named ? [`${label} ${number}`, number] : [number];
  return candidates.find((text) => text.length * characterPixels + 8 <= width) ?? '';
}
