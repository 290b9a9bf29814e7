import type { AreaFlag, Comparison, ComparisonPanel } from '../../api/types.ts';
import { toneOfFlag } from '../../charts/signal-tone.ts';
import { absentWords } from '../../format/points.ts';
import { formatChange, formatChangeNumber, type ValueFormat } from '../../format/values.ts';
import { type IntervalRow, IntervalRows } from './interval-rows.tsx';
import { nameOf, panelFormat } from './panel-words.ts';

/** Each area less the other areas together (or the ratio of its rate to theirs), with its 99.8% interval. */
export function FlagIntervals({ data, panel }: { data: Comparison; panel: ComparisonPanel }) {
  const format = panelFormat(panel);
  const isRatio = panel.areas.some(({ flag }) => flag.comparison === 'ratio');
  const factor = isRatio ? 1 : format.factor;
  const shown = (value: number | null) => value && value * factor;
  const rows = panel.areas.map(
    ({ area, flag }): IntervalRow => ({
      code: area,
      name: nameOf(data.areas, area),
      marks: [
        {
          key: flag.period,
          value: shown(flag.estimate),
          lower: shown(flag.lower),
          upper: shown(flag.upper),
          tone: toneOfFlag(flag),
          hollow: false,
          text: shortDifference(flag, format),
        },
      ],
    }),
  );
  const level = { value: isRatio ? 1 : 0, text: 'the other areas', kind: 'mean' } as const;
  return <IntervalRows rows={rows} rules={[level]} sign={isRatio ? '' : format.sign} />;
}

function shortDifference(flag: AreaFlag, format: ValueFormat): string {
  if (flag.estimate === null) return absentWords(flag.absent ?? undefined);
  if (flag.comparison === 'ratio') return `${flag.estimate.toFixed(2)} times`;
  return `${formatChangeNumber(flag.estimate, format)} ${format.changeUnitShort}`;
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
