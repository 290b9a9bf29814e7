import type { Board, BoardRow, Change, Outlook, Point, Spc, Target, Variation } from '../../api/types.ts';
import { type Tone, toneOf, toneOfFlag } from '../../charts/signal-tone.ts';
import type { SparkInput } from '../../charts/sparkline-model.ts';
import { formatPeriod } from '../../format/periods.ts';
import { absentReason, absentWords, revisedWords, statusMarks, statusWords } from '../../format/points.ts';
import { cutRange, possibleValues } from '../../format/possible.ts';
import {
  formatChange,
  formatChangeNumber,
  formatNumber,
  formatValue,
  type ValueFormat,
  valueFormat,
} from '../../format/values.ts';

/** A figure as printed and as read out. */
export interface FigureCell {
  /** The number alone; null where there is none. */
  text: string | null;
  absent?: string | undefined;
  /** `[p]`, where the column head does not say it already. */
  marks: string;
  /** `61.4 minutes, provisional`. */
  words: string;
}

export interface ChangeCell {
  text: string;
  words: string;
  /** `Oct 2023`: what it is compared with. */
  against: string;
}

export interface RowModel {
  id: string;
  label: string;
  detail: string;
  /** What the row's figures cover where that is not the board month: lag and rolling areas. */
  note: string;
  metric: string;
  search: Record<string, string>;
  value: FigureCell;
  unit: string;
  target: { text: string; words: string } | null;
  onMonth: ChangeCell;
  onYear: ChangeCell;
  spark: SparkInput & { words: string };
  variation: Variation;
  outlook: Outlook;
  areas: AreaCell[];
}

/** An area's figure, and what sets it apart from the other areas beyond chance. */
export interface AreaCell extends FigureCell {
  tone: Tone | undefined;
  /** `slower than the other areas beyond chance`; empty where it is not told apart. */
  flagWords: string;
}

type AreaValue = BoardRow['areas'][number];

export const isProvisional = ({ status }: Point): boolean => status.includes('provisional');

/** What holds for every row of the board. */
export interface Said {
  /** The column head says that the month is provisional. */
  provisional: boolean;
  /** The board month is the newest of the release. */
  newest: boolean;
}

/** One measure in words and figures. */
export function shapeRow(row: BoardRow, board: Board, said: Said): RowModel {
  const points = [row.latest, ...row.spark, ...row.areas.map(({ point }) => point)];
  const format = valueFormat(
    row.unit,
    row.decimals,
    Math.max(0, ...points.map(({ value }) => Math.abs(value ?? 0))),
  );
  // The measure page ends at its newest month unless told: only there is it the row's own.
  const openEnded = said.newest && row.lagMonths === 0;
  const inAreaOrder = board.areas.map(({ code }) => row.areas.find(({ area }) => area === code));
  return {
    id: row.id,
    label: row.label,
    detail: row.detail,
    note: rowNote(row),
    metric: row.metric,
    search: { ...row.filter, statistic: row.statistic, ...(openEnded ? {} : { to: row.period }) },
    value: figureCell(row.latest, format, said.provisional),
    unit: format.sign || format.unitShort,
    target: row.target && targetCell(row.target, format),
    onMonth: changeCell(row.changeOnMonth, format),
    onYear: changeCell(row.changeOnYear, format),
    spark: {
      points: row.spark.map((point, index) => sparkPoint(point, row.spc?.points[index], row.polarity)),
      breaks: row.breaks,
      target: row.target?.value ?? null,
      limits: (row.spc?.segments ?? []).map((limits) => cutRange(limits, drawnValues(row.unit))),
      words: sparkWords(row.spark, format),
    },
    variation: row.variation,
    outlook: row.outlook,
    areas: inAreaOrder.map((value) => areaCell(value, format, said.provisional)),
  };
}

function rowNote({ lagMonths, period, areaGrain }: BoardRow): string {
  const lag = lagMonths > 0 ? [`Latest complete month: ${formatPeriod(period)}.`] : [];
  if (areaGrain === 'month') return lag.join(' ');
  const months = areaGrain.replace('rolling-', '');
  return [...lag, `Areas: ${months} months to ${lagMonths > 0 ? 'then' : formatPeriod(period)}.`].join(' ');
}

/** What a row's values can be; times are left as they are, since a gap between two can lie below 0. */
export const drawnValues = (unit: string) => possibleValues(unit, unit === 'seconds');

export function sparkPoint(
  point: Point,
  judged: Spc['points'][number] | undefined,
  polarity: BoardRow['polarity'],
) {
  const signal = judged?.signals[0];
  return {
    period: point.period,
    value: point.value,
    provisional: isProvisional(point),
    tone: signal && toneOf(signal.direction, polarity),
  };
}

function areaCell(value: AreaValue | undefined, format: ValueFormat, said: boolean): AreaCell {
  const cell = figureCell(value?.point, format, said);
  const flag = value?.flag;
  if (!flag?.side || !flag.word) return { ...cell, tone: undefined, flagWords: '' };
  const words = `${flag.word} than ${flag.comparedWith}, beyond chance`;
  return { ...cell, tone: toneOfFlag(flag), flagWords: words, words: `${cell.words}, ${words}` };
}

export function figureCell(point: Point | undefined, format: ValueFormat, said: boolean): FigureCell {
  if (!point || point.value === null) {
    const absent = (point && absentReason(point)) ?? 'not-collected';
    return { text: null, absent, marks: '', words: absentWords(absent) };
  }
  const unsaid = point.status.filter((status) => !(said && status === 'provisional'));
  const facts = [formatValue(point.value, format), statusWords(point.status), revisedWords(point, format)];
  const words = facts.filter(Boolean).join(', ');
  return { text: formatNumber(point.value, format), marks: statusMarks(unsaid), words };
}

const sides = { '>=': { sign: '≥', words: 'at least' }, '<=': { sign: '≤', words: 'at most' } };

export function targetCell({ comparison, value }: Target, format: ValueFormat) {
  const side = sides[comparison];
  const number = formatNumber(value, { ...format, decimals: 0 });
  return {
    text: `${side.sign} ${number}${format.sign}`,
    words: `target ${side.words} ${formatValue(value, { ...format, decimals: 0 })}`,
  };
}

export function changeCell({ against, value, comparable }: Change, format: ValueFormat): ChangeCell {
  const on = formatPeriod(against);
  const short = formatPeriod(against, 'short');
  if (!comparable) return { text: 'not comparable', words: `not comparable with ${on}`, against: short };
  if (value === null) return { text: '–', words: `no figure for ${on} to compare with`, against: short };
  return {
    text: formatChangeNumber(value, format),
    words: `${formatChange(value, format)} on ${on}`,
    against: short,
  };
}

/** The line's extremes in words, for those who do not see it. */
export function sparkWords(points: readonly Point[], format: ValueFormat): string {
  const known = points.flatMap(({ value, period }) => (value === null ? [] : [{ value, period }]));
  const [first] = known;
  if (!first) return 'No values to draw';
  const lowest = known.reduce((low, point) => (point.value < low.value ? point : low), first);
  const highest = known.reduce((high, point) => (point.value > high.value ? point : high), first);
  const at = ({ value, period }: { value: number; period: string }) =>
    `${formatValue(value, format)} in ${formatPeriod(period, 'short')}`;
  return `Lowest ${at(lowest)}, highest ${at(highest)}`;
}
