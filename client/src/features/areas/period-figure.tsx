import { useState } from 'react';
import type { Comparison, ComparisonPanel, Point } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { toneOfFlag } from '../../charts/signal-tone.ts';
import { formatPeriod } from '../../format/periods.ts';
import { formatPoint } from '../../format/points.ts';
import { formatValueShort, type ValueFormat } from '../../format/values.ts';
import { ComparedTable } from './compared-table.tsx';
import { flagDetails, pointWords } from './compared-words.ts';
import { type IntervalMark, IntervalRows } from './interval-rows.tsx';
import { nameOf, panelFormat, sourceOf } from './panel-words.ts';

/** Each area's value with its 95% interval, and the equal period a year before hollow beneath it. */
export function PeriodFigure({ data, panel }: { data: Comparison; panel: ComparisonPanel }) {
  const [view, setView] = useState<FigureView>('chart');
  const { findings, period, earlierPeriod } = panel;
  return (
    <Figure
      title={findings.change.statement}
      subtitle={`${panel.title}. Filled: ${formatPeriod(period)}. Hollow: ${formatPeriod(earlierPeriod)}. Lines are 95% intervals.`}
      summary={findings.change.evidence}
      source={`${findings.change.evidence} ${sourceOf(data)}`}
      synthetic={data.release.synthetic}
      view={view}
      onView={setView}
      table={() => <ComparedTable data={data} panel={panel} title={findings.change.statement} />}
    >
      <PeriodRows data={data} panel={panel} />
    </Figure>
  );
}

function PeriodRows({ data, panel }: { data: Comparison; panel: ComparisonPanel }) {
  if (panel.absent) return <p>{panel.absent.text}</p>;
  const format = panelFormat(panel);
  const rows = panel.areas.map((compared) => {
    const { area, point, earlier, flag } = compared;
    const now = markOf(point, format);
    const read = { ...now.read, details: [...now.read.details, ...flagDetails(compared, format)] };
    return {
      code: area,
      name: nameOf(data.areas, area),
      marks: [
        { ...now, read, tone: toneOfFlag(flag), hollow: false },
        { ...markOf(earlier, format), tone: undefined, hollow: true },
      ],
    };
  });
  return (
    <IntervalRows
      title={panel.findings.change.statement}
      lines={[panel.period, panel.earlierPeriod].map((period) => formatPeriod(period))}
      rows={rows}
      rules={rulesOf(data, panel, format)}
      sign={format.sign}
    />
  );
}

function markOf(point: Point, format: ValueFormat): Omit<IntervalMark, 'tone' | 'hollow'> {
  const shown = (value: number | null | undefined) => (value == null ? null : value * format.factor);
  const value = shown(point.value);
  // Without an interval the dot stands alone; only a bound that is not known runs to the edge.
  const bounds = point.interval
    ? { lower: shown(point.interval.lower), upper: shown(point.interval.upper) }
    : { lower: value, upper: value };
  return {
    key: point.period,
    value,
    ...bounds,
    text: formatPoint(point, format),
    read: pointWords(point, format),
  };
}

function rulesOf({ parent }: Comparison, { whole, target, per }: ComparisonPanel, format: ValueFormat) {
  // A count of the whole force stands on no scale of its parts.
  const mean =
    whole.value === null || per !== null
      ? []
      : [
          {
            value: whole.value * format.factor,
            text: `${parent.name} ${formatValueShort(whole.value, format)}`,
            kind: 'mean' as const,
          },
        ];
  if (!target) return mean;
  const text = `Target ${formatValueShort(target.value, { ...format, decimals: 0 })}`;
  return [...mean, { value: target.value * format.factor, text, kind: 'target' as const }];
}
