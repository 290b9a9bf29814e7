import type { KeyedSeries, MeasurePage } from '../../api/types.ts';
import { usualRanges } from '../../charts/model/judged.ts';
import { formatCount, formatNumber, type ValueFormat } from '../../format/values.ts';

export interface AreaVerdicts {
  columns: { label: string; numeric: boolean }[];
  /** Text cells, the first of each row its heading. */
  rows: string[][];
}

const text = (label: string) => ({ label, numeric: false });
const number = (label: string) => ({ label, numeric: true });

/** Each area on its own limits and beside the other areas, in words. In the force's own order: areas are never ranked. */
export function areaVerdicts(lines: readonly KeyedSeries[], format: ValueFormat): AreaVerdicts {
  const judged = lines.some(({ spc }) => spc);
  const limits = judged
    ? [number('Mean'), number('Lower limit'), number('Upper limit'), text('Variation')]
    : [];
  return {
    columns: [text('Area'), number('Cases'), ...limits, text('Against the other areas')],
    rows: lines.map((line) => [
      line.label,
      formatCount(line.points.at(-1)?.n ?? 0),
      ...(judged ? judgedCells(line, format) : []),
      line.flag?.sentence ?? '',
    ]),
  };
}

/** The range in force in the last month shown; the numbers of an earlier stretch do not speak of it. */
function judgedCells(line: KeyedSeries, format: ValueFormat): string[] {
  const last = line.spc?.segments.at(-1);
  const range = usualRanges(line).find((one) => one === last);
  const level = (value: number | null | undefined) =>
    value === null || value === undefined ? 'None' : formatNumber(value, format);
  return [level(range?.mean), level(range?.lower), level(range?.upper), variationWords(line)];
}

const variationWords = ({ variation }: KeyedSeries): string =>
  variation ? `${variation.word}. ${variation.sentence}` : '';

/** What holds for an area, in the words of its row of the table: its own verdict, then beside the other areas. */
export const verdictWords = (line: KeyedSeries): string =>
  [variationWords(line), line.flag?.sentence ?? ''].filter(Boolean).join(' ');

/** The period areas are compared in; null where they are not. */
export const comparedPeriod = ({ panels }: MeasurePage): string | null =>
  panels.areas.series.find(({ flag }) => flag && flag.absent === null)?.flag?.period ?? null;
