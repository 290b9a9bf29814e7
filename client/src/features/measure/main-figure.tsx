import { Link } from '@tanstack/react-router';
import type { KeyedSeries, MeasurePage } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { axisStart } from '../../charts/model/line-axis.ts';
import { showsIntervals } from '../../charts/model/line-parts.ts';
import { summarise } from '../../charts/model/reading.ts';
import { SeriesTable } from '../../charts/series-table.tsx';
import type { MeasureView } from './measure-view.ts';
import { limitWords, ruleNotes } from './method-words.ts';
import { noteWords, sourceWords } from './source-words.ts';

interface MainFigureProps {
  page: MeasurePage;
  view: MeasureView;
  shown: FigureView;
  onShown: (view: FigureView) => void;
}

/** What the limits rest on, where the evidence of the title does not say it already. */
function limitsBeyond(evidence: string, line: KeyedSeries): string {
  const said =
    evidence.includes('(limits from ') || (line.spcAbsent && evidence.includes(line.spcAbsent.text));
  return said ? '' : limitWords(line);
}

/** The measure over time for the area asked for. */
export function MainFigure({ page, view, shown, onShown }: MainFigureProps) {
  const { main, format, marks, targets, ceiling, floor } = view;
  const { statement, evidence } = page.findings.main;
  const what = `${page.metric.label} over time`;
  const start = axisStart({ series: main, format, targets, ceiling, floor });
  const line = page.panels.main.series[0];
  const tones = new Set(main.flatMap(({ points }) => points.flatMap(({ rule }) => rule?.tone ?? [])));
  const subtitle = [
    evidence,
    `${view.measured}, ${view.place}, ${view.rhythm}.`,
    line ? limitsBeyond(evidence, line) : '',
    main.some(({ intervalMarks }) => intervalMarks) ? 'Upright lines: the 95% interval of each value.' : '',
    main.some(showsIntervals) ? 'Shaded: the 95% interval of each value.' : '',
    start ? `Vertical axis starts at ${start}.` : '',
  ];
  return (
    <Figure
      title={statement || what}
      subtitle={subtitle.filter(Boolean).join(' ')}
      summary={[summarise(main, format), page.variation?.sentence].filter(Boolean).join(' ')}
      source={
        <>
          {[sourceWords(page), ...(line ? ruleNotes(line, tones) : []), ...noteWords(page)].join(' ')}{' '}
          <Link to="/methods">How figures are judged</Link>
        </>
      }
      synthetic={page.release.synthetic}
      view={shown}
      onView={onShown}
      table={(hidden) => (
        <SeriesTable
          caption={what}
          series={main}
          format={format}
          valueLabel={view.valueLabel}
          hidden={hidden}
        />
      )}
    >
      <LineChart
        title={what}
        series={main}
        format={format}
        marks={marks}
        targets={targets}
        ceiling={ceiling}
        floor={floor}
      />
    </Figure>
  );
}
