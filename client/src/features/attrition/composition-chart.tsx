import type { ReadingPlace, ReadingRow } from '../../charts/model/move-reading.ts';
import { nudgeApart } from '../../charts/model/nudge.ts';
import { ReadingPlot } from '../../charts/reading-plot.tsx';
import { ReadingSurface } from '../../charts/reading-surface.tsx';
import { useWidth } from '../../charts/use-width.ts';
import { formatPeriod } from '../../format/periods.ts';
import styles from './composition-figure.module.css';
import type { Column } from './composition-model.ts';
import { partFill } from './parts.ts';

interface CompositionChartProps {
  title: string;
  columns: readonly Column[];
  highest: number;
  show: 'share' | 'number';
  /** The parts in words, in the order they are stacked from the bottom. */
  rows: readonly ReadingRow[];
}

interface Layout {
  width: number;
  left: number;
  right: number;
  step: number;
  /** Names stand beside the oldest column; else in a key. */
  named: boolean;
  yOf: (value: number) => number;
}

const box = { height: 330, top: 26, bottom: 40 } as const;
const namedFrom = 760;
const namePixels = 290;
const tickPixels = 46;

function layOut(width: number, columns: number, highest: number): Layout {
  const named = width >= namedFrom;
  const left = named ? namePixels : tickPixels;
  const right = named ? width - tickPixels : width;
  const plotHeight = box.height - box.top - box.bottom;
  return {
    width,
    left,
    right,
    named,
    step: (right - left) / Math.max(1, columns),
    yOf: (value) => box.top + plotHeight * (1 - value / highest),
  };
}

/** Months in columns, parts stacked, each named beside the oldest column; on a narrow screen in a key. */
export function CompositionChart({ title, columns, highest, show, rows }: CompositionChartProps) {
  const [element, width] = useWidth<HTMLDivElement>();
  const layout = layOut(width, columns.length, highest);
  return (
    <div ref={element} className="chart-box" style={{ minHeight: box.height }}>
      {width > 0 && !layout.named && <Key columns={columns} rows={rows} />}
      {width > 0 && (
        <ReadingSurface title={title} rows={rows} along="months" across="parts">
          {(reading) => (
            <ReadingPlot
              reading={reading}
              width={width}
              height={box.height}
              plot={{ top: box.top, bottom: box.height - box.bottom }}
              nearest={(x, y) => nearest(columns, layout, x, y)}
              locate={(place) => locate(columns, layout, place)}
            >
              <svg className={styles.chart} viewBox={`0 0 ${width} ${box.height}`} aria-hidden="true">
                <Hatch />
                <Scale layout={layout} highest={highest} show={show} />
                {columns.map((column, index) => (
                  <Bar key={column.period} column={column} index={index} layout={layout} />
                ))}
                {layout.named && <Names columns={columns} rows={rows} layout={layout} />}
                <YoungRule columns={columns} layout={layout} />
              </svg>
            </ReadingPlot>
          )}
        </ReadingSurface>
      )}
    </div>
  );
}

/** In the order of the columns, so that a part is known by its place as well as by its colour. */
const Key = ({ columns, rows }: Pick<CompositionChartProps, 'columns' | 'rows'>) => (
  <>
    <p className={styles.order}>From the bottom of each column up:</p>
    <ul className={styles.key}>
      {rows.map(({ label }, index) => (
        <li key={label}>
          <svg width="14" height="14" aria-hidden="true">
            <Hatch />
            <rect
              className={styles.piece}
              width="14"
              height="14"
              fill={partFill[columns[0]?.pieces[index]?.part ?? '']}
            />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  </>
);

const Hatch = () => (
  <defs>
    <pattern
      id="not-yet-assigned"
      width="6"
      height="6"
      patternTransform="rotate(45)"
      patternUnits="userSpaceOnUse"
    >
      <rect width="6" height="6" fill="var(--s-void)" />
      <line x1="0" y1="0" x2="0" y2="6" stroke="var(--hatch)" strokeWidth="2" />
    </pattern>
  </defs>
);

interface ScaleProps {
  layout: Layout;
  highest: number;
  show: 'share' | 'number';
}

function Scale({ layout: { left, right, named, yOf }, highest, show }: ScaleProps) {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => (
    <g key={share}>
      <line
        className={styles.grid}
        x1={left}
        x2={right}
        y1={yOf(share * highest)}
        y2={yOf(share * highest)}
      />
      <text
        className={styles.tick}
        x={named ? right + 6 : left - 6}
        y={yOf(share * highest) + 4}
        textAnchor={named ? 'start' : 'end'}
      >
        {show === 'share'
          ? `${Math.round(share * highest * 100)}%`
          : Math.round(share * highest).toLocaleString('en-GB')}
      </text>
    </g>
  ));
}

function Bar({ column, index, layout }: { column: Column; index: number; layout: Layout }) {
  const { left, step, yOf } = layout;
  return (
    <g>
      {column.pieces.map(({ part, from, to }) => (
        <rect
          key={part}
          className={styles.piece}
          x={left + index * step + step * 0.09}
          width={step * 0.82}
          y={yOf(to)}
          height={Math.max(0, yOf(from) - yOf(to))}
          fill={partFill[part]}
        />
      ))}
      {Number(column.period.slice(5)) % 3 === 1 && (
        <text
          className={styles.month}
          x={left + (index + 0.5) * step}
          y={box.height - 20}
          textAnchor="middle"
        >
          {formatPeriod(column.period, 'short').slice(0, 3)}
          {column.period.endsWith('-01') && ` ${column.period.slice(0, 4)}`}
        </text>
      )}
    </g>
  );
}

/** Each part with its first value, beside its piece of the oldest column. */
function Names({
  columns,
  rows,
  layout,
}: Pick<CompositionChartProps, 'columns' | 'rows'> & { layout: Layout }) {
  const middles = (columns[0]?.pieces ?? []).map(({ from, to }) => layout.yOf((from + to) / 2));
  const places = nudgeApart(middles, 17, box.top, box.height - box.bottom);
  const edge = layout.left;
  return rows.map(({ label, readings }, index) => (
    <g key={label}>
      <path className={styles.leader} d={`M${edge - 18} ${places[index]}L${edge} ${middles[index]}`} />
      <text className={styles.partName} x={edge - 22} y={(places[index] ?? 0) + 4.5} textAnchor="end">
        {label} <tspan className={styles.partValue}>{readings[0]?.value}</tspan>
      </text>
    </g>
  ));
}

/** Right of it outcomes are still to come. */
function YoungRule({ columns, layout }: { columns: readonly Column[]; layout: Layout }) {
  const first = columns.findIndex(({ young }) => young);
  if (first <= 0) return null;
  const x = layout.left + first * layout.step;
  const fits = layout.width - x > 160;
  return (
    <g>
      <line className={styles.rule} x1={x} x2={x} y1="4" y2={box.height - box.bottom} />
      <text className={styles.young} x={fits ? x + 6 : x - 6} y="15" textAnchor={fits ? 'start' : 'end'}>
        {fits ? 'Outcomes still to come' : 'Outcomes still to come →'}
      </text>
    </g>
  );
}

/** The part under a place. Null outside the columns. */
function nearest(columns: readonly Column[], { left, step, yOf }: Layout, x: number, y: number) {
  const mark = Math.floor((x - left) / step);
  const row = columns[mark]?.pieces.findIndex(({ from, to }) => y <= yOf(from) && y >= yOf(to)) ?? -1;
  return row === -1 ? null : { row, mark };
}

/** The middle of a part. */
function locate(columns: readonly Column[], { left, step, yOf }: Layout, { row, mark }: ReadingPlace) {
  const piece = columns[mark]?.pieces[row];
  return piece ? { x: left + (mark + 0.5) * step, y: yOf((piece.from + piece.to) / 2), dot: true } : null;
}
