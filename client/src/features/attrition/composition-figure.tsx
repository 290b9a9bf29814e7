import { useState } from 'react';
import type { Cohorts } from '../../api/types.ts';
import { Figure, type FigureView } from '../../charts/figure.tsx';
import type { ReadingRow } from '../../charts/model/move-reading.ts';
import { formatPeriod } from '../../format/periods.ts';
import { Table } from '../../ui/table.tsx';
import { CompositionChart } from './composition-chart.tsx';
import { type Column, compositionColumns } from './composition-model.ts';
import { partText } from './parts.ts';
import { sourceWords } from './source-words.ts';

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
      <CompositionChart
        title={what}
        columns={columns}
        highest={highest || 1}
        show={data.show}
        rows={compositionRows(data, columns)}
      />
    </Figure>
  );
}

const monthOf = (column: Column | undefined) => (column ? formatPeriod(column.period) : 'no month');

/** A part a row, read month by month with the cells of the table. */
const compositionRows = (data: Cohorts, columns: readonly Column[]): ReadingRow[] =>
  data.composition.series.map(({ label, points }) => ({
    label,
    readings: columns.map(({ period, crimes }, index) => ({
      x: index,
      name: formatPeriod(period),
      value: partText(points[index]?.value ?? null, data.show),
      details: [
        `${crimes.toLocaleString('en-GB')} ${data.basis === 'recorded' ? 'crimes' : 'outcomes'}`,
        data.basis === 'recorded' ? ageWords(data, period) : '',
      ],
    })),
  }));

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
