import type { Cohorts, OutcomeTable } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';
import { absentWords } from '../../format/points.ts';
import { Table } from '../../ui/table.tsx';
import styles from './attrition-page.module.css';
import { partText } from './parts.ts';
import { sourceWords } from './source-words.ts';

interface OutcomeTableFigureProps {
  data: Cohorts;
  table: OutcomeTable;
  title: string;
}

/** Outcomes side by side, each share with its 95% interval. Rows keep a fixed order, never that of values. */
export function OutcomeTableFigure({ data, table, title }: OutcomeTableFigureProps) {
  const id = title.replaceAll(' ', '-').toLowerCase();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="statement">
        {title}
      </h2>
      <p className={styles.caution}>
        {data.basis === 'recorded' ? 'Crimes recorded' : 'Outcomes assigned'} {formatPeriod(table.fromMonth)}{' '}
        to {formatPeriod(table.toMonth)}
        {table.ageDays !== null && `; the youngest is ${table.ageDays} days old`}. In brackets: 95% intervals.
        {data.release.synthetic && ' Synthetic demonstration data.'}
      </p>
      {table.absent ? <p>{absentWords(table.absent)}</p> : <Rows table={table} title={title} data={data} />}
      <p className={styles.caution}>
        {sourceWords(data)} Domestic abuse crimes overlap the groups; groups are not summed with them.
      </p>
    </section>
  );
}

function Rows({ table, title, data }: OutcomeTableFigureProps) {
  return (
    <Table caption={title} hideCaption>
      <thead>
        <tr>
          <th scope="col">{title.endsWith('area') ? 'Area' : 'Crime group'}</th>
          <th scope="col" data-number>
            {data.basis === 'recorded' ? 'Crimes' : 'Outcomes'}
          </th>
          {table.rows[0]?.shares.map(({ part, label }) => (
            <th key={part} scope="col" data-number>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map(({ code, label, crimes, shares }) => (
          <tr key={code}>
            <th scope="row">{label}</th>
            <td data-number>{crimes.toLocaleString('en-GB')}</td>
            {shares.map(({ part, value, interval }) => (
              <td key={part} data-number>
                {partText(value, 'share')}
                {interval?.lower != null && interval.upper != null && (
                  <span className="muted">
                    {' '}
                    ({partText(interval.lower, 'share')} to {partText(interval.upper, 'share')})
                  </span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
