import { useId } from 'react';
import type { Cohorts, OutcomeTable } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';
import { absentWords } from '../../format/points.ts';
import { Table } from '../../ui/table.tsx';
import styles from './attrition-page.module.css';
import { partText } from './parts.ts';
import { ShareBar } from './share-bar.tsx';
import { sourceWords } from './source-words.ts';

interface OutcomeTableFigureProps {
  data: Cohorts;
  table: OutcomeTable;
  /** What a row is. */
  rowName: 'Crime group' | 'Area';
}

/** Outcomes side by side, each share with its 95% interval. Rows keep a fixed order, never that of values. */
export function OutcomeTableFigure({ data, table, rowName }: OutcomeTableFigureProps) {
  const id = useId();
  const { statement, evidence } = table.finding;
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="statement">
        {statement}
      </h2>
      <p className={styles.caution}>
        {evidence} {data.basis === 'recorded' ? 'Crimes recorded' : 'Outcomes assigned'}{' '}
        {formatPeriod(table.fromMonth)} to {formatPeriod(table.toMonth)}
        {table.ageDays !== null && `; the youngest is ${table.ageDays} days old`}. In brackets: 95% intervals.
        {table.rows.some(isMarked) && ' Arrows: higher or lower than the other rows by more than chance.'}
        {data.release.synthetic && ' Synthetic demonstration data.'}
      </p>
      {table.absent ? (
        <p>{absentWords(table.absent)}</p>
      ) : (
        <Rows table={table} rowName={rowName} data={data} />
      )}
      <p className={styles.caution}>
        {sourceWords(data)} Domestic abuse crimes are found in every group, so they are never added to the
        groups.
        {data.basis === 'recorded' &&
          ' Groups have different shares still open: read each row with its last column.'}
      </p>
    </section>
  );
}

const isMarked = ({ shares }: OutcomeTable['rows'][number]) =>
  shares.some(({ difference }) => difference?.side);

function Rows({ table, rowName, data }: OutcomeTableFigureProps) {
  return (
    <Table caption={`Outcomes by ${rowName.toLowerCase()}`} hideCaption>
      <thead>
        <tr>
          <th scope="col">{rowName}</th>
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
            {shares.map(({ part, value, interval, difference }) => (
              <td key={part} data-number>
                {difference?.side && <SideMark side={difference.side} />}
                {partText(value, 'share')}
                {interval?.lower != null && interval.upper != null && (
                  <span className="muted">
                    {' '}
                    ({partText(interval.lower, 'share')} to {partText(interval.upper, 'share')})
                  </span>
                )}
                {value !== null && <ShareBar part={part} value={value} interval={interval} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** An arrow to the eye, words to a screen reader: in plain ink, since no direction is agreed for groups. */
const SideMark = ({ side }: { side: 'higher' | 'lower' }) => (
  <b>
    <span aria-hidden="true">{side === 'higher' ? '↑' : '↓'} </span>
    <span className="visually-hidden">{side} than the others: </span>
  </b>
);
