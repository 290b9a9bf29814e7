import type { MeasurePage } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { axisStart } from '../../charts/model/line-model.ts';
import { summarise } from '../../charts/model/reading.ts';
import { SeriesTable } from '../../charts/series-table.tsx';
import type { MeasureView } from './measure-view.ts';
import { noteWords, sourceWords } from './source-words.ts';

interface MainFigureProps {
  page: MeasurePage;
  view: MeasureView;
  shown: FigureView;
  onShown: (view: FigureView) => void;
}

/** The measure over time for the area asked for. */
export function MainFigure({ page, view, shown, onShown }: MainFigureProps) {
  const { main, format, marks, targets, ceiling } = view;
  const title = `${page.metric.label} over time`;
  const start = axisStart({ series: main, format, targets, ceiling });
  return (
    <Figure
      title={title}
      subtitle={`${view.measured}, ${view.place}, ${view.rhythm}.${start ? ` Vertical axis starts at ${start}.` : ''}`}
      summary={summarise(main, format)}
      source={[sourceWords(page), ...noteWords(page)].join(' ')}
      synthetic={page.release.synthetic}
      view={shown}
      onView={onShown}
      table={(hidden) => (
        <SeriesTable
          caption={title}
          series={main}
          format={format}
          valueLabel={view.valueLabel}
          hidden={hidden}
        />
      )}
    >
      <LineChart
        title={title}
        series={main}
        format={format}
        marks={marks}
        targets={targets}
        ceiling={ceiling}
      />
    </Figure>
  );
}
