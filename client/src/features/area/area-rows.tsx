import type { AreaPage } from '../../api/types.ts';
import { SignalMark } from '../../charts/signal-mark.tsx';
import { Sparkline } from '../../charts/sparkline.tsx';
import { OutlookWord, VariationWord } from '../../charts/verdict-words.tsx';
import { formatPeriod } from '../../format/periods.ts';
import { phone, useMedia } from '../../ui/use-media.ts';
import { ChangeFigure, Figure, TargetFigure } from '../board/cells.tsx';
import { MeasureLink } from '../measure/measure-link.tsx';
import { type AgainstOthers, type AreaRowModel, shapeAreaRow } from './area-row.ts';
import styles from './area-rows.module.css';

interface AreaRowsProps {
  data: AreaPage;
  pinned: string | undefined;
}

/** Every board measure of the area: a table, or a list of blocks on a phone. */
export function AreaRows({ data, pinned }: AreaRowsProps) {
  const onPhone = useMedia(phone);
  const groups = data.groups.map(({ label, rows }) => ({
    label,
    rows: rows.map((row) => shapeAreaRow(row, data)),
  }));
  if (!onPhone)
    return (
      <>
        <RowTable data={data} groups={groups} pinned={pinned} />
        <Unjudged data={data} />
      </>
    );
  return (
    <>
      {data.release.synthetic && <p className={styles.detail}>Synthetic data.</p>}
      {groups.map(({ label, rows }) => (
        <section key={label} aria-label={label}>
          <h3 className={styles.family}>{label}</h3>
          <ul>
            {rows.map((row) => (
              <li key={row.id} className={styles.block}>
                <RowBlock row={row} pinned={pinned} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      <Unjudged data={data} />
    </>
  );
}

/** Why some rows have no verdict, each reason once. */
function Unjudged({ data }: { data: AreaPage }) {
  const reasons = new Set(
    data.groups.flatMap(({ rows }) => rows.flatMap(({ spcAbsent }) => spcAbsent?.text ?? [])),
  );
  return [...reasons].map((reason) => (
    <p key={reason} className={styles.reason}>
      {reason}
    </p>
  ));
}

interface RowTableProps extends AreaRowsProps {
  groups: readonly { label: string; rows: readonly AreaRowModel[] }[];
}

function RowTable({ data, groups, pinned }: RowTableProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">
        Every board measure of {data.area.name}, {formatPeriod(data.month)}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            Measure {data.release.synthetic && <span className={styles.detail}>Synthetic data</span>}
          </th>
          <th scope="col" data-number>
            {formatPeriod(data.month, 'short')}
          </th>
          <th scope="col" data-number>
            Target
          </th>
          <th scope="col" data-number>
            vs period before
          </th>
          <th scope="col" data-number>
            vs year before
          </th>
          <th scope="col">Its own line: usual range, average</th>
          <th scope="col">Variation</th>
          <th scope="col">Against the other areas</th>
        </tr>
      </thead>
      {groups.map(({ label, rows }) => (
        <tbody key={label}>
          <tr className={styles.group}>
            <th colSpan={8} scope="rowgroup">
              {label}
            </th>
          </tr>
          {rows.map((row) => (
            <RowCells key={row.id} row={row} pinned={pinned} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

const RowCells = ({ row, pinned }: { row: AreaRowModel; pinned: string | undefined }) => (
  <tr>
    <th scope="row">
      <Name row={row} pinned={pinned} />
    </th>
    <td data-number className={styles.value}>
      <Figure cell={row.value} unit={row.unit} />
    </td>
    <td data-number>
      <TargetFigure target={row.target} />
    </td>
    {[0, 1].map((index) => {
      const change = row.changes[index];
      return (
        <td key={index} data-number>
          {change ? <ChangeFigure change={change} /> : <span className="muted">none</span>}
        </td>
      );
    })}
    <td className={styles.spark}>
      <Spark row={row} />
    </td>
    <td>
      <Verdict row={row} />
    </td>
    <td>
      <Against against={row.against} />
    </td>
  </tr>
);

const RowBlock = ({ row, pinned }: { row: AreaRowModel; pinned: string | undefined }) => (
  <>
    <Name row={row} pinned={pinned} />
    <div className={styles.line}>
      <span className={styles.value}>
        <Figure cell={row.value} unit={row.unit} />
      </span>
      <Spark row={row} />
    </div>
    <Verdict row={row} />
    <Against against={row.against} />
    <p className={styles.detail}>{row.against.sentence}</p>
  </>
);

const Name = ({ row, pinned }: { row: AreaRowModel; pinned: string | undefined }) => (
  <>
    <MeasureLink metric={row.metric} search={row.search} pinned={pinned} className={styles.name}>
      {row.label}
    </MeasureLink>
    <span className={styles.detail}>{row.detail}</span>
  </>
);

const Spark = ({ row }: { row: AreaRowModel }) => (
  <>
    <Sparkline {...row.spark} />
    <span className="visually-hidden">{row.sparkWords}</span>
  </>
);

function Verdict({ row }: { row: AreaRowModel }) {
  if (!row.variation) return <span className={styles.detail}>{row.unjudged}</span>;
  return (
    <>
      <VariationWord variation={row.variation} />
      {row.outlook && row.outlook.kind !== 'no-target' && (
        <p className={styles.outlook}>
          <OutlookWord outlook={row.outlook} />
        </p>
      )}
    </>
  );
}

function Against({ against: { tone, text, others, sentence } }: { against: AgainstOthers }) {
  return (
    <div className={styles.against} title={sentence}>
      <span className={tone ? `${styles.flag} ${styles[tone]}` : undefined}>
        {tone && (
          <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
            <SignalMark x={5.5} y={5.5} size={3.8} tone={tone} />
          </svg>
        )}
        {text}
      </span>
      {others && <span className={styles.detail}>{others}</span>}
      <span className="visually-hidden">{sentence}</span>
    </div>
  );
}
