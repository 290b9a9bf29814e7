import { type ReactNode, useState } from 'react';
import type { MeasurePage } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { axisStart } from '../../charts/model/line-model.ts';
import { summarise } from '../../charts/model/reading.ts';
import type { ChartSeries } from '../../charts/model/types.ts';
import { SeriesTable } from '../../charts/series-table.tsx';
import { SmallMultiples } from '../../charts/small-multiples.tsx';
import { StackedBars } from '../../charts/stacked-bars.tsx';
import { lowerFirst, type MeasureView } from './measure-view.ts';
import { type AreaPanels, comparatorSeries, type MemberPanel, partSeries } from './page-panels.ts';
import { sourceWords } from './source-words.ts';

interface PanelProps {
  page: MeasurePage;
  view: MeasureView;
}

interface PanelFigureProps extends PanelProps {
  title: string;
  subtitle: string;
  note?: string;
  series: readonly ChartSeries[];
  valueLabel?: string;
  children: ReactNode;
}

/** A second-rank figure: it keeps its own choice of chart or table. */
function PanelFigure({ page, view, title, subtitle, note, series, valueLabel, children }: PanelFigureProps) {
  const [shown, setShown] = useState<FigureView>('chart');
  return (
    <Figure
      small
      title={title}
      subtitle={subtitle}
      summary={summarise(series, view.format)}
      source={[sourceWords(page), note].filter(Boolean).join(' ')}
      synthetic={page.release.synthetic}
      view={shown}
      onView={setShown}
      table={(hidden) => (
        <SeriesTable
          caption={title}
          series={series}
          format={view.format}
          valueLabel={valueLabel ?? view.valueLabel}
          hidden={hidden}
        />
      )}
    >
      {children}
    </Figure>
  );
}

/** Every area on one scale, in the force's own order. */
export function AreaFigure({ page, view, areas }: PanelProps & { areas: AreaPanels }) {
  const dashed = view.targets.length > 0 ? ` Dashed line: ${view.targets.at(-1)?.label}.` : '';
  return (
    <PanelFigure
      page={page}
      view={view}
      title={`${page.metric.label} by area`}
      subtitle={`${view.measured}, ${view.rhythm}, one scale. Dotted line: ${view.place}.${dashed}`}
      note={areas.unplaced ? 'Rows that could be placed in no area are in the table.' : undefined}
      series={areas.table}
    >
      <SmallMultiples
        series={areas.children}
        reference={areas.whole}
        format={view.format}
        targets={view.targets}
        marks={view.marks}
        ceiling={view.ceiling}
      />
    </PanelFigure>
  );
}

/** Domestic abuse beside the other incidents. */
export function ComparatorFigure({ page, view }: PanelProps) {
  const series = comparatorSeries(page);
  if (!series) return null;
  return (
    <LinePanel
      page={page}
      view={view}
      title={series.map(({ label }, index) => (index === 0 ? label : lowerFirst(label))).join(' and ')}
      subtitle={`${view.measured}, ${view.place}, ${view.rhythm}.`}
      series={series}
    />
  );
}

/** Members of the leading choice: the home force in colour over the other forces, or a few named lines. */
export function MemberFigure({ page, view, members }: PanelProps & { members: MemberPanel }) {
  const { dimension, series } = members;
  const label = page.metric.dimensions.find(({ id }) => id === dimension)?.label ?? dimension;
  const forces = dimension === 'force';
  return (
    <LinePanel
      page={page}
      view={view}
      title={forces ? `${series[0]?.label} among all forces` : `${page.metric.label} by ${lowerFirst(label)}`}
      subtitle={`${view.measured}, ${view.rhythm}.${forces ? ' Each grey line is another force; none is ranked.' : ''}`}
      series={series}
    />
  );
}

type LinePanelProps = Omit<PanelFigureProps, 'children'>;

function LinePanel(props: LinePanelProps) {
  const { view, series, title, subtitle } = props;
  const start = axisStart({ series, format: view.format, targets: [], ceiling: view.ceiling });
  const breaks = view.marks.filter(({ kind }) => kind === 'break');
  return (
    <PanelFigure {...props} subtitle={start ? `${subtitle} Vertical axis starts at ${start}.` : subtitle}>
      <LineChart
        title={title}
        series={series}
        format={view.format}
        marks={breaks}
        ceiling={view.ceiling}
        plotHeight={240}
      />
    </PanelFigure>
  );
}

/** A whole time in its parts. Means, since the medians of parts do not add up. */
export function PartsFigure({ page, view }: PanelProps) {
  const series = partSeries(page);
  if (!series) return null;
  return (
    <PanelFigure
      page={page}
      view={view}
      title="Waiting for dispatch and travel"
      subtitle={`Mean ${view.format.unit}, ${view.place}, twelve months. Means are used because medians of the parts do not add up to the median of the whole.`}
      note="Only incidents with all three times are counted, and no long wait is trimmed, so that the parts add up."
      series={series}
      valueLabel={`Mean, ${view.format.unit}`}
    >
      <StackedBars series={series} format={view.format} />
    </PanelFigure>
  );
}
