import { useState } from 'react';
import type { Cohorts } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import { formatPeriod } from '../../format/periods.ts';
import { Table } from '../../ui/table.tsx';
import styles from './composition-figure.module.css';
import { type Column, compositionColumns } from './composition-model.ts';
import { partFill, partText } from './parts.ts';
import { sourceWords } from './source-words.ts';

const box = { width: 1000, height: 330, left: 46, top: 26, bottom: 40 };
const plotHeight = box.height - box.top - box.bottom;

/** Outcomes of each month's crimes, those without one hatched and never dropped from the whole. */
export function CompositionFigure({ data }: { data: Cohorts }) {
  const [view, setView] = useState<FigureView>('chart');
  const { columns, highest } = compositionColumns(data);
  const what =
    data.basis === 'recorded' ? 'Outcomes of the crimes of each month' : 'Outcomes assigned in each month';
  const { statement, evidence } = data.findings.composition;
  const unit = data.show === 'share' ? 'Share' : 'Number';
  const subtitle =
    data.basis === 'recorded'
      ? `${unit} of crimes by the month they were recorded, ${data.areaName}.`
      : `${unit} of outcomes by the month they were assigned, ${data.areaName}. Crimes without an outcome are not in it.`;
  return (
    <Figure
      title={statement}
      subtitle={`${evidence} ${subtitle}`}
      summary={`${columns.length} months from ${monthOf(columns[0])} to ${monthOf(columns.at(-1))}.`}
      source={sourceWords(data)}
      synthetic={data.release.synthetic}
      view={view}
      onView={setView}
      table={() => <CompositionTable data={data} columns={columns} title={what} />}
    >
      <Key data={data} />
      <CompositionChart columns={columns} highest={highest || 1} show={data.show} />
    </Figure>
  );
}

const monthOf = (column: Column | undefined) => (column ? formatPeriod(column.period) : 'no month');

const Key = ({ data }: { data: Cohorts }) => (
  <ul className={styles.key}>
    {data.composition.series.map(({ key, label }) => (
      <li key={label}>
        <svg width="14" height="14" aria-hidden="true">
          <Hatch />
          <rect className={styles.piece} width="14" height="14" fill={partFill[key.part ?? '']} />
        </svg>
        {label}
      </li>
    ))}
  </ul>
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

interface ChartProps {
  columns: readonly Column[];
  highest: number;
  show: 'share' | 'number';
}

function CompositionChart({ columns, highest, show }: ChartProps) {
  const step = (box.width - box.left) / Math.max(1, columns.length);
  const yOf = (value: number) => box.top + plotHeight * (1 - value / highest);
  const firstYoung = columns.findIndex(({ young }) => young);
  return (
    <div className={styles.scroll}>
      <svg className={styles.chart} viewBox={`0 0 ${box.width} ${box.height}`} aria-hidden="true">
        <Hatch />
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <line
              className={styles.grid}
              x1={box.left}
              x2={box.width}
              y1={yOf(share * highest)}
              y2={yOf(share * highest)}
            />
            <text className={styles.tick} x={box.left - 6} y={yOf(share * highest) + 4} textAnchor="end">
              {show === 'share'
                ? `${Math.round(share * highest * 100)}%`
                : Math.round(share * highest).toLocaleString('en-GB')}
            </text>
          </g>
        ))}
        {columns.map((column, index) => (
          <g key={column.period}>
            {column.pieces.map(({ part, from, to }) => (
              <rect
                key={part}
                className={styles.piece}
                x={box.left + index * step + step * 0.09}
                width={step * 0.82}
                y={yOf(to)}
                height={Math.max(0, yOf(from) - yOf(to))}
                fill={partFill[part]}
              />
            ))}
            {Number(column.period.slice(5)) % 3 === 1 && (
              <text
                className={styles.month}
                x={box.left + (index + 0.5) * step}
                y={box.height - 20}
                textAnchor="middle"
              >
                {formatPeriod(column.period, 'short').slice(0, 3)}
                {column.period.endsWith('-01') && ` ${column.period.slice(0, 4)}`}
              </text>
            )}
          </g>
        ))}
        {firstYoung > 0 && (
          <g>
            <line
              className={styles.rule}
              x1={box.left + firstYoung * step}
              x2={box.left + firstYoung * step}
              y1="4"
              y2={box.height - box.bottom}
            />
            <text className={styles.young} x={box.left + firstYoung * step + 6} y="15">
              Outcomes still to come
            </text>
          </g>
        )}
      </svg>
    </div>
  );
}

function CompositionTable({
  data,
  columns,
  title,
}: {
  data: Cohorts;
  columns: readonly Column[];
  title: string;
}) {
  return (
    <Table caption={title} hideCaption>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col" data-number>
            {data.basis === 'recorded' ? 'Crimes' : 'Outcomes'}
          </th>
          {data.composition.series.map(({ label }) => (
            <th key={label} scope="col" data-number>
              {label}
            </th>
          ))}
          {data.basis === 'recorded' && <th scope="col">Age</th>}
        </tr>
      </thead>
      <tbody>
        {columns.map(({ period, crimes }, index) => (
          <tr key={period}>
            <th scope="row">{formatPeriod(period)}</th>
            <td data-number>{crimes.toLocaleString('en-GB')}</td>
            {data.composition.series.map(({ label, points }) => (
              <td key={label} data-number>
                {partText(points[index]?.value ?? null, data.show)}
              </td>
            ))}
            {data.basis === 'recorded' && <td>{ageWords(data, period)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function ageWords({ months }: Cohorts, period: string): string {
  const month = months.find((one) => one.month === period);
  if (!month) return '–';
  return `${month.ageDays} days${month.young ? ', outcomes still to come' : ''}`;
}
