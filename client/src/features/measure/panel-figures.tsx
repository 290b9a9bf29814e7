import { type ReactNode, useState } from 'react';
import type { MeasurePage } from '../../api/types.ts';
import { DataTable } from '../../charts/data-table.tsx';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { axisStart } from '../../charts/model/line-axis.ts';
import { summarise } from '../../charts/model/reading.ts';
import type { ShareSeries } from '../../charts/model/share-stack.ts';
import type { ChartSeries } from '../../charts/model/types.ts';
import { SeriesTable } from '../../charts/series-table.tsx';
import { SmallMultiples } from '../../charts/small-multiples.tsx';
import { StackedBars } from '../../charts/stacked-bars.tsx';
import { StackedShares } from '../../charts/stacked-shares.tsx';
import { formatPeriod } from '../../format/periods.ts';
import { lowerFirst } from '../../format/words.ts';
import { areaVerdicts, comparedPeriod, verdictWords } from './area-verdicts.ts';
import { AreaWords, FlagSentences } from './area-words.tsx';
import type { MeasureView } from './measure-view.ts';
import {
  type AreaPanels,
  comparatorSeries,
  gapSeries,
  type MemberPanel,
  partSeries,
  sideSeries,
} from './page-panels.ts';
import { sourceWords } from './source-words.ts';

interface PanelProps {
  page: MeasurePage;
  view: MeasureView;
}

interface PanelFigureProps extends PanelProps {
  /** The finding; without one, what is shown. */
  title: string;
  /** What is shown, to head the table. */
  caption?: string;
  subtitle: string;
  note?: string | undefined;
  series: readonly ChartSeries[];
  valueLabel?: string;
  /** A second table beneath the values. */
  moreTable?: ((hidden: boolean) => ReactNode) | undefined;
  children: ReactNode;
}

/** A second-rank figure: it keeps its own choice of chart or table. */
function PanelFigure({
  page,
  view,
  title,
  caption = title,
  subtitle,
  note,
  series,
  valueLabel,
  moreTable,
  children,
}: PanelFigureProps) {
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
        <>
          <SeriesTable
            caption={caption}
            series={series}
            format={view.format}
            valueLabel={valueLabel ?? view.valueLabel}
            hidden={hidden}
          />
          {moreTable?.(hidden)}
        </>
      )}
    >
      {children}
    </Figure>
  );
}

/** Every area on one scale, in the force's own order. */
export function AreaFigure({ page, view, areas }: PanelProps & { areas: AreaPanels }) {
  const { statement, evidence } = page.findings.areas;
  const what = `${page.metric.label} by area`;
  const verdicts = areaVerdicts(areas.lines, view.format);
  // The areas that differ have a sentence each beneath the panels.
  const isToldBelow = areas.lines.some(({ flag }) => flag?.side);
  return (
    <PanelFigure
      page={page}
      view={view}
      title={statement || what}
      caption={what}
      subtitle={[isToldBelow ? '' : evidence, ...areaSubtitle(view, areas)].filter(Boolean).join(' ')}
      note={areaNotes(page, areas).join(' ')}
      series={areas.table}
      moreTable={(hidden) => (
        <DataTable
          caption={`${what}, judged`}
          columns={verdicts.columns}
          rows={verdicts.rows}
          hidden={hidden}
        />
      )}
    >
      <SmallMultiples
        title={what}
        series={areas.children}
        reference={areas.whole}
        format={view.format}
        targets={view.targets}
        marks={view.marks}
        ceiling={view.ceiling}
        floor={view.floor}
        words={(index) => areas.lines[index] && <AreaWords line={areas.lines[index]} />}
        about={(index) => areas.lines[index] && verdictWords(areas.lines[index])}
      />
      <FlagSentences lines={areas.lines} />
    </PanelFigure>
  );
}

function areaSubtitle(view: MeasureView, { children, whole }: AreaPanels): string[] {
  const target = view.targets.at(-1);
  return [
    `${view.measured}, ${view.rhythm}, one scale.`,
    children.some(({ ranges }) => ranges?.length) ? 'Grey band: each area’s own limits.' : '',
    whole ? `Dotted line: ${view.place}.` : '',
    target ? `Dashed line: ${target.label}.` : '',
  ];
}

function areaNotes(page: MeasurePage, { unplaced }: AreaPanels): string[] {
  const period = comparedPeriod(page);
  return [
    period
      ? `Each area is set beside the other areas together in ${formatPeriod(period)}; only a difference beyond 99.8% limits is called one.`
      : '',
    unplaced ? 'Rows that could be placed in no area are in the table.' : '',
  ].filter(Boolean);
}

/** Parts of a whole: what is not known yet is hatched, never dropped. */
export function CompositionFigure({ page, view, series }: PanelProps & { series: ShareSeries[] }) {
  const basis = page.panels.main.filter.basis === 'closed' ? 'by month of outcome' : 'by month recorded';
  const what = `${page.metric.label}, all parts`;
  const finding = page.findings.composition;
  return (
    <PanelFigure
      page={page}
      view={view}
      title={finding?.statement ?? what}
      caption={what}
      subtitle={`${finding?.evidence ?? ''} Share of the whole, ${view.place}, ${view.rhythm}, ${basis}. The parts of a column add up to 100%.`}
      series={series}
      valueLabel="Share, %"
    >
      <StackedShares title={what} series={series} format={view.format} />
    </PanelFigure>
  );
}

/** Both sides of a difference: the gap is what lies between the lines. */
export function SidesFigure({ page, view }: PanelProps) {
  const series = sideSeries(page);
  if (!series) return null;
  const finding = page.findings.sides;
  const what = series.map(({ label }, index) => (index === 0 ? label : lowerFirst(label))).join(' and ');
  return (
    <LinePanel
      page={page}
      view={view}
      title={finding?.statement ?? what}
      caption={what}
      subtitle={`${finding?.evidence ?? ''} Median of each side, ${view.place}, ${view.rhythm}.`.trim()}
      series={series}
      valueLabel={view.valueLabel}
    />
  );
}

/** Domestic abuse beside the other incidents. */
export function ComparatorFigure({ page, view }: PanelProps) {
  const series = comparatorSeries(page);
  if (!series) return null;
  const finding = page.findings.comparator;
  const labels = series.map(({ label }) => label);
  const what = labels.map((label, index) => (index === 0 ? label : lowerFirst(label))).join(' and ');
  const gap = gapSeries(page, labels);
  return (
    <LinePanel
      page={page}
      view={view}
      title={finding?.statement || what}
      caption={what}
      subtitle={`${finding?.evidence ?? ''} ${view.measured}, ${view.place}, ${view.rhythm}.`.trim()}
      series={series}
      moreTable={
        gap
          ? (hidden) => (
              <SeriesTable
                caption={`The gap between ${labels.map(lowerFirst).join(' and ')}`}
                series={[gap]}
                format={view.format}
                valueLabel={`Gap, ${view.format.unit}`}
                hidden={hidden}
              />
            )
          : undefined
      }
    />
  );
}

/** Members of the leading choice: the home force in colour over the other forces, or a few named lines. */
export function MemberFigure({ page, view, members }: PanelProps & { members: MemberPanel }) {
  const { dimension, series } = members;
  const label = page.metric.dimensions.find(({ id }) => id === dimension)?.label ?? dimension;
  const forces = dimension === 'force';
  const what = forces
    ? `${series[0]?.label} among all forces`
    : `${page.metric.label} by ${lowerFirst(label)}`;
  return (
    <LinePanel
      page={page}
      view={view}
      title={page.findings.members?.statement ?? what}
      caption={what}
      subtitle={`${page.findings.members?.evidence ?? ''} ${view.measured}, ${view.rhythm}.${forces ? ' Each grey line is another force.' : ''}`.trim()}
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

const whyMeans =
  'Twelve months. Means are used because medians of the parts do not add up to the median of the whole.';

/** A whole time in its parts. Means, since the medians of parts do not add up. */
export function PartsFigure({ page, view }: PanelProps) {
  const series = partSeries(page);
  if (!series) return null;
  return (
    <PanelFigure
      page={page}
      view={view}
      title={page.findings.decomposition?.statement || 'Waiting for dispatch and travel'}
      caption="Waiting for dispatch and travel"
      subtitle={`Mean ${view.format.unit}, ${view.place}. ${page.findings.decomposition?.evidence || whyMeans}`}
      note="Only incidents with all three times are counted, and no long wait is trimmed, so that the parts add up."
      series={series}
      valueLabel={`Mean, ${view.format.unit}`}
    >
      <StackedBars title="Waiting for dispatch and travel" series={series} format={view.format} />
    </PanelFigure>
  );
}
