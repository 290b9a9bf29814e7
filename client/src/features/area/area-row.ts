import type { AreaFlag, AreaPage, AreaRow } from '../../api/types.ts';
import { type Tone, toneOfFlag } from '../../charts/signal-tone.ts';
import { othersWords } from '../../format/areas.ts';
import { formatPeriod } from '../../format/periods.ts';
import { absentWords } from '../../format/points.ts';
import { cutRange } from '../../format/possible.ts';
import { formatValueShort, valueFormat } from '../../format/values.ts';
import { upperFirst } from '../../format/words.ts';
import {
  changeCell,
  drawnValues,
  figureCell,
  sparkPoint,
  sparkWords,
  targetCell,
} from '../board/board-row.ts';

/** How an area lies beside the others, in a word, with the others' own figure. */
export interface AgainstOthers {
  tone: Tone | undefined;
  text: string;
  /** `55.2 min in the other four areas`; empty where it is not known. */
  others: string;
  sentence: string;
}

/** One measure of one area in words and figures. */
export function shapeAreaRow(row: AreaRow, { month }: AreaPage) {
  const values = [row.point, row.whole, ...row.series].map(({ value }) => Math.abs(value ?? 0));
  const format = valueFormat(row.unit, row.decimals, Math.max(0, ...values));
  return {
    id: row.id,
    label: row.label,
    detail: row.period === month ? row.detail : `${row.detail}; ${formatPeriod(row.period)}`,
    metric: row.metric,
    search: { ...row.parameters, statistic: row.statistic },
    value: figureCell(row.point, format, false),
    unit: format.sign || format.unitShort,
    target: row.target && targetCell(row.target, format),
    changes: row.changes.map((change) => changeCell(change, format)),
    spark: {
      points: row.series.map((point, index) => sparkPoint(point, row.spc?.points[index], row.polarity)),
      breaks: row.breaks,
      target: row.target?.value ?? null,
      limits: (row.spc?.segments ?? []).map((limits) => cutRange(limits, drawnValues(row.unit))),
    },
    sparkWords: sparkWords(row.series, format),
    variation: row.variation,
    unjudged: row.variation ? '' : shortReason(row),
    outlook: row.outlook,
    against: againstOthers(
      row.flag,
      row.others === null ? '' : othersFigure(row, formatValueShort(row.others, format)),
    ),
  };
}

/** The others' own figure; a count is what it would be here at their rate, never their total. */
function othersFigure({ unit, flag: { comparedWith } }: AreaRow, figure: string): string {
  const others = othersWords(comparedWith);
  return unit === 'count' ? `${figure} expected at the rate of ${others}` : `${figure} in ${others}`;
}

/** Why a row has no verdict, in a few words; the whole reason stands once beneath the table. */
const shortReason = ({ spcAbsent }: AreaRow) =>
  spcAbsent?.reason === 'overlapping-periods' ? 'Twelve months shown; not judged' : 'Not judged';

export type AreaRowModel = ReturnType<typeof shapeAreaRow>;

function againstOthers(flag: AreaFlag, others: string): AgainstOthers {
  const { sentence } = flag;
  if (flag.absent !== null) {
    const text = flag.absent === 'not-applicable' ? 'Not compared' : absentWords(flag.absent);
    return { tone: undefined, text, others, sentence };
  }
  if (!flag.word) return { tone: undefined, text: 'Not distinguishable', others, sentence };
  const word = upperFirst(flag.word);
  return { tone: toneOfFlag(flag), text: `${word} than ${othersWords(flag.comparedWith)}`, others, sentence };
}
