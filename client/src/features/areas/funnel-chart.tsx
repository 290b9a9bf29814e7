import type { Comparison, ComparisonPanel, Funnel } from '../../api/types.ts';
import { HollowMark } from '../../charts/hollow-mark.tsx';
import type { ReadingPlace } from '../../charts/model/move-reading.ts';
import { nudgeApart } from '../../charts/model/nudge.ts';
import { ReadingPlot } from '../../charts/reading-plot.tsx';
import { ReadingSurface } from '../../charts/reading-surface.tsx';
import { SignalMark } from '../../charts/signal-mark.tsx';
import { useWidth } from '../../charts/use-width.ts';
import { formatValueShort, type ValueFormat, valueFormat } from '../../format/values.ts';
import styles from './funnel-chart.module.css';
import { funnelBox, shapeFunnel } from './funnel-model.ts';
import { funnelRow } from './funnel-reading.ts';

interface FunnelChartProps {
  data: Comparison;
  panel: ComparisonPanel;
  funnel: Funnel;
}

/** Areas by size, with the lines chance would draw. Drawn at its own width, so words keep their size on a phone. */
export function FunnelChart({ data, panel, funnel }: FunnelChartProps) {
  const [element, width] = useWidth<HTMLDivElement>();
  const format = valueFormat(funnel.unit, panel.decimals);
  const shape = width > 0 ? shapeFunnel(funnel, panel.areas, data.areas, format, width) : null;
  return (
    <>
      <div ref={element} className={`chart-box ${styles.chart}`} style={{ height: funnelBox.height }}>
        {shape && (
          <ReadingSurface
            title={panel.findings.areas.statement}
            rows={[funnelRow(data, panel, funnel)]}
            along="areas"
          >
            {(reading) => (
              <ReadingPlot
                reading={reading}
                width={width}
                height={funnelBox.height}
                nearest={(x, y) => nearestArea(shape, x, y)}
                locate={({ mark }) => spotOf(shape.marks[mark])}
              >
                <svg
                  width={width}
                  height={funnelBox.height}
                  viewBox={`0 0 ${width} ${funnelBox.height}`}
                  aria-hidden="true"
                >
                  <Drawing shape={shape} funnel={funnel} format={format} width={width} />
                </svg>
              </ReadingPlot>
            )}
          </ReadingSurface>
        )}
      </div>
      <p className={styles.axisName}>Across: {lowerFirst(funnel.denominatorText)}</p>
    </>
  );
}

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

type Shape = ReturnType<typeof shapeFunnel>;

const spotOf = (mark: Shape['marks'][number] | undefined) =>
  mark ? { x: mark.x, y: mark.y, dot: true } : null;

const reach = 40;
/** The area whose mark is nearest to a place; null where none is near. */
function nearestArea({ marks }: Shape, x: number, y: number): ReadingPlace | null {
  const distances = marks.map((mark) => Math.hypot(mark.x - x, mark.y - y));
  const least = Math.min(...distances);
  return least < reach ? { row: 0, mark: distances.indexOf(least) } : null;
}

interface DrawingProps {
  shape: Shape;
  funnel: Funnel;
  format: ValueFormat;
  width: number;
}

function Drawing({ shape, funnel, format, width }: DrawingProps) {
  const { left, right, height, bottom } = funnelBox;
  const edge = width - right;
  const endLabels = [
    ...shape.ends.map((end) => ({ ...end, bold: false })),
    { text: `All ${formatValueShort(funnel.baseline, format)}`, y: shape.baselineY, bold: true },
  ];
  const endYs = nudgeApart(
    endLabels.map(({ y }) => y),
    17,
    8,
    height - bottom,
  );
  return (
    <>
      <path className={styles.band} d={shape.band} />
      {shape.ticks.map(({ value, y }) => (
        <g key={value}>
          <line className={styles.grid} x1={left} x2={edge} y1={y} y2={y} />
          <text className={styles.tick} x={left - 6} y={y + 4} textAnchor="end">
            {`${value}${format.sign}`}
          </text>
        </g>
      ))}
      {shape.sizes.map(({ size, x }) => (
        <text key={size} className={styles.tick} x={x} y={height - bottom + 20} textAnchor="middle">
          {size.toLocaleString('en-GB')}
        </text>
      ))}
      <line className={styles.axis} x1={left} x2={edge} y1={height - bottom} y2={height - bottom} />
      {shape.lines.map(({ key, level, d }) => (
        <path key={key} className={level === 0.95 ? styles.inner : styles.outer} d={d} />
      ))}
      <line className={styles.baseline} x1={left} x2={edge} y1={shape.baselineY} y2={shape.baselineY} />
      {endLabels.map(({ text, bold }, index) => (
        <text
          key={text}
          className={bold ? styles.baseLabel : styles.tick}
          x={edge + 5}
          y={(endYs[index] ?? 0) + 4}
        >
          {text}
        </text>
      ))}
      {shape.marks.map(({ area, x, y, tone, label }) => (
        <g key={area}>
          {tone ? <SignalMark x={x} y={y} size={5} tone={tone} /> : <HollowMark x={x} y={y} size={5} />}
          {label && (
            <text className={tone ? styles.marked : styles.name} x={label.x} y={label.y} textAnchor="middle">
              {label.text}
            </text>
          )}
        </g>
      ))}
    </>
  );
}
