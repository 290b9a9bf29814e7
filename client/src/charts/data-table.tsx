import { Table } from '../ui/table.tsx';
import styles from './series-table.module.css';

interface DataTableProps {
  caption: string;
  columns: readonly { label: string; numeric: boolean }[];
  /** Text cells, the first of each row its heading. */
  rows: readonly (readonly string[])[];
  /** Only screen readers meet it: it is then no tab stop. */
  hidden: boolean;
}

/** Plain cells that copy cleanly into a spreadsheet. */
export function DataTable({ caption, columns, rows, hidden }: DataTableProps) {
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
  if (hidden)
    return (
      <table>
        <caption>{caption}</caption>
        {body}
      </table>
    );
  return (
    <div className={styles.window}>
      <Table caption={caption} hideCaption>
        {body}
      </Table>
    </div>
  );
}
