import type { ComparedArea, Funnel } from '../../api/types.ts';
import { scale } from '../../charts/model/scale.ts';
import { valueAxis } from '../../charts/model/value-axis.ts';
import { type Tone, toneOfFlag } from '../../charts/signal-tone.ts';
import { shortAreaName } from '../../format/areas.ts';
import type { ValueFormat } from '../../format/values.ts';
import { placeLabels } from './place-labels.ts';

export const funnelBox = { height: 330, left: 44, right: 84, top: 16, bottom: 44 } as const;

interface Named {
  code: string;
  name: string;
}

/**
 * Shapes a funnel at a width in pixels: axis ticks, the four lines, the band between the outer two, and one labelled
 * mark per area. A mark has a tone only where the area's own flag says so (never from its side of a line).
 */
export function shapeFunnel(
  funnel: Funnel,
  areas: readonly ComparedArea[],
  names: readonly Named[],
  format: ValueFormat,
  width: number,
) {
  const { height, left, right, top, bottom } = funnelBox;
  const shown = (value: number) => value * format.factor;
  const values = [
    ...funnel.lines.flatMap(({ points }) => points.map(({ value }) => shown(value))),
    ...funnel.points.map(({ value }) => shown(value)),
  ];
  const sizes = funnel.lines.flatMap(({ points }) => points.map(({ denominator }) => denominator));
  const valueTicks = valueAxis(values, { ceiling: funnel.unit === 'fraction' ? 100 : undefined });
  const xOf = scale([Math.min(...sizes), Math.max(...sizes)], [left, width - right]);
  const yOf = scale(valueTicks.domain, [height - bottom, top]);
  const path = (line: Funnel['lines'][number] | undefined) =>
    line?.points.map(({ denominator, value }) => `${px(xOf(denominator))} ${px(yOf(shown(value)))}`) ?? [];
  const lineAt = (side: string, level: number) =>
    funnel.lines.find((line) => line.side === side && line.level === level);
  const marks = funnel.points.map((point) => ({
    area: point.area,
    name: names.find(({ code }) => code === point.area)?.name ?? point.area,
    x: px(xOf(point.denominator)),
    y: px(yOf(shown(point.value))),
    tone: toneAt(areas, point.area),
  }));
  const texts = marks.map((mark) => ({
    ...mark,
    text: width < 480 ? shortAreaName(mark.name) : mark.name,
  }));
  const labels = placeLabels(texts, { left, right: width - right, top, bottom: height - bottom });
  return {
    ticks: valueTicks.ticks.map((value) => ({ value, y: px(yOf(value)) })),
    sizes: valueAxis(sizes, { maxTicks: width < 480 ? 4 : 8 })
      .ticks.filter((size) => size >= Math.min(...sizes) && size <= Math.max(...sizes))
      .map((size) => ({ size, x: px(xOf(size)) })),
    lines: funnel.lines.map((line) => ({
      key: `${line.side} ${line.level}`,
      level: line.level,
      d: `M${path(line).join('L')}`,
    })),
    band: `M${[...path(lineAt('upper', 0.998)), ...path(lineAt('lower', 0.998)).reverse()].join('L')}Z`,
    ends: [0.998, 0.95].flatMap((level) => {
      const last = lineAt('upper', level)?.points.at(-1);
      return last ? [{ text: `${level * 100}% limits`, y: yOf(shown(last.value)) }] : [];
    }),
    baselineY: px(yOf(shown(funnel.baseline))),
    marks: marks.map((mark, index) => ({ ...mark, label: labels[index] })),
  };
}

function toneAt(areas: readonly ComparedArea[], code: string): Tone | undefined {
  const flag = areas.find(({ area }) => area === code)?.flag;
  return flag && toneOfFlag(flag);
}

const px = (length: number) => Math.round(length * 10) / 10;
