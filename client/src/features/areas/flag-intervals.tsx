import type { AreaFlag, Comparison, ComparisonPanel } from '../../api/types.ts';
import { toneOfFlag } from '../../charts/signal-tone.ts';
import { absentWords } from '../../format/points.ts';
import { formatChangeNumber, type ValueFormat } from '../../format/values.ts';
import { flagDetails, pointWords } from './compared-words.ts';
import { type IntervalRow, IntervalRows } from './interval-rows.tsx';
import { nameOf, panelFormat } from './panel-words.ts';

/** Each area less the other areas together (or the ratio of its rate to theirs), with its 99.8% interval. */
export function FlagIntervals({ data, panel }: { data: Comparison; panel: ComparisonPanel }) {
  const format = panelFormat(panel);
  const isRatio = panel.areas.some(({ flag }) => flag.comparison === 'ratio');
  const factor = isRatio ? 1 : format.factor;
  const shown = (value: number | null) => value && value * factor;
  const rows = panel.areas.map((compared): IntervalRow => {
    const { area, flag, point } = compared;
    const own = pointWords(point, format);
    const mark = {
      key: flag.period,
      value: shown(flag.estimate),
      lower: shown(flag.lower),
      upper: shown(flag.upper),
      tone: toneOfFlag(flag),
      hollow: false,
      text: shortDifference(flag, format),
      read: { value: own.value, details: [...own.details, ...flagDetails(compared, format)] },
    };
    return { code: area, name: nameOf(data.areas, area), marks: [mark] };
  });
  const level = { value: isRatio ? 1 : 0, text: 'the other areas', kind: 'mean' } as const;
  return (
    <IntervalRows
      title={panel.findings.areas.statement}
      lines={[panel.title]}
      rows={rows}
      rules={[level]}
      sign={isRatio ? '' : format.sign}
    />
  );
}

function shortDifference(flag: AreaFlag, format: ValueFormat): string {
  if (flag.estimate === null) return absentWords(flag.absent ?? undefined);
  if (flag.comparison === 'ratio') return `${flag.estimate.toFixed(2)} times`;
  return `${formatChangeNumber(flag.estimate, format)} ${format.changeUnitShort}`;
}
