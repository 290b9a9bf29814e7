import { useState } from 'react';
import type { Comparison, ComparisonPanel } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { ComparedTable } from './compared-table.tsx';
import { FlagIntervals } from './flag-intervals.tsx';
import { FunnelChart } from './funnel-chart.tsx';
import { panelSubtitle, sourceOf } from './panel-words.ts';

interface PanelFigureProps {
  data: Comparison;
  panel: ComparisonPanel;
}

/** One measure over the areas: a funnel for shares and rates, the difference from the other areas for waits. */
export function PanelFigure({ data, panel }: PanelFigureProps) {
  const [view, setView] = useState<FigureView>('chart');
  const { funnel, funnelAbsent, findings } = panel;
  return (
    <Figure
      title={findings.areas.statement}
      subtitle={panelSubtitle(panel)}
      summary={findings.areas.evidence}
      source={
        <>
          {funnel?.caption ?? funnelAbsent?.text} Filled marks: different from the other areas together by
          more than chance (99.8%). {sourceOf(data)}
        </>
      }
      synthetic={data.release.synthetic}
      view={view}
      onView={setView}
      table={() => <ComparedTable data={data} panel={panel} title={findings.areas.statement} />}
    >
      <PanelChart data={data} panel={panel} />
    </Figure>
  );
}

function PanelChart({ data, panel }: PanelFigureProps) {
  if (panel.absent) return <p>{panel.absent.text}</p>;
  if (panel.funnel) return <FunnelChart data={data} panel={panel} funnel={panel.funnel} />;
  return <FlagIntervals data={data} panel={panel} />;
}
