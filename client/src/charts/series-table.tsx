import type { ValueFormat } from '../format/values.ts';
import { Table } from '../ui/table.tsx';
import { tableModel } from './model/table.ts';
import type { ChartSeries } from './model/types.ts';
import styles from './series-table.module.css';

interface SeriesTableProps {
  caption: string;
  series: readonly ChartSeries[];
  format: ValueFormat;
  /** Heading of the values, with their unit: `Median, minutes`. */
  valueLabel: string;
  /** Only screen readers meet it: it is then no tab stop. */
  hidden: boolean;
}

/** The table twin of a figure: plain cells that copy cleanly into a spreadsheet. */
export function SeriesTable({ caption, series, format, valueLabel, hidden }: SeriesTableProps) {
  const { columns, rows, key } = tableModel(series, format, valueLabel);
  const body = (
    <>
      <thead>
        <tr>
          {columns.map(({ label, numeric }) => (
            <th key={label} scope="col" data-number={numeric || undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([heading, ...cells]) => (
          <tr key={heading}>
            <th scope="row">{heading}</th>
            {cells.map((cell, index) => (
              <td key={columns[index + 1]?.label} data-number={columns[index + 1]?.numeric || undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
  return (
    <>
      {hidden ? (
        <table>
          <caption>{caption}</caption>
          {body}
        </table>
      ) : (
        <div className={styles.window}>
          <Table caption={caption} hideCaption>
            {body}
          </Table>
        </div>
      )}
      {key.length > 0 && <p className={styles.key}>{key.join(', ')}</p>}
    </>
  );
}
