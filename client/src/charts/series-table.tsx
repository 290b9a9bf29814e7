import type { ValueFormat } from '../format/values.ts';
import { DataTable } from './data-table.tsx';
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
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={rows} hidden={hidden} />
      {key.length > 0 && <p className={styles.key}>{key.join(', ')}</p>}
    </>
  );
}
