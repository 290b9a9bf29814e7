import type { Comparison, StripCell, StripRow } from '../../api/types.ts';
import { toneOfFlag } from '../../charts/signal-tone.ts';
import { shortAreaName } from '../../format/areas.ts';
import { formatPeriod } from '../../format/periods.ts';
import { absentReason } from '../../format/points.ts';
import { countWords, formatNumber, valueFormat } from '../../format/values.ts';
import { Absent } from '../../ui/absent.tsx';
import { phone, useMedia } from '../../ui/use-media.ts';
import { MeasureLink } from '../measure/measure-link.tsx';
import { Strip } from './strip.tsx';
import styles from './strips-figure.module.css';

interface StripsProps {
  data: Comparison;
  pinned: string | undefined;
}

/** Every board measure over every area, twelve months to its latest. One fixed order of areas. */
export function StripsFigure({ data, pinned }: StripsProps) {
  const onPhone = useMedia(phone);
  const { finding } = data.strips;
  return (
    <figure className={styles.figure} aria-labelledby="strips">
      <figcaption>
        <h2 id="strips" className="statement">
          {finding.statement}
        </h2>
        <p className={styles.words}>{finding.evidence}</p>
        <p className={styles.words}>
          Grey: the 99.8% range that chance would give an area of that size. Centre line: the other areas
          together. Right is the direction the force has recorded, or higher where it has recorded none.
          Filled marks: beyond 99.8%. Hollow marks: beyond 95%, which chance alone gives about{' '}
          {countWords(Math.round(data.strips.expected95))} times here.
        </p>
      </figcaption>
      {onPhone ? <StripList data={data} pinned={pinned} /> : <StripTable data={data} pinned={pinned} />}
      <p className={styles.source}>
        {data.release.synthetic && <b>Synthetic demonstration data. </b>}
        Numbers such as orders are compared as a rate; the number itself is printed. Release{' '}
        {data.release.number}.
      </p>
    </figure>
  );
}

function StripTable({ data, pinned }: StripsProps) {
  return (
    <table className={styles.table}>
      <caption className="visually-hidden">Every board measure over every area, twelve months</caption>
      <thead>
        <tr>
          <th scope="col">Measure, 12 months</th>
          <th scope="col" data-number>
            {data.parent.name}
          </th>
          {data.areas.map(({ code, name }) => (
            <th key={code} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      {data.strips.groups.map((group) => (
        <tbody key={group.label}>
          <tr className={styles.group}>
            <th colSpan={2 + data.areas.length} scope="rowgroup">
              {group.label}
            </th>
          </tr>
          {group.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <RowLink row={row} pinned={pinned} />
              </th>
              <td data-number>
                {numberOf(row, row.whole.value) ?? <Absent reason={absentReason(row.whole)} />}
              </td>
              {row.cells.map((cell) => (
                <td key={cell.area} className={tintOf(cell)} title={cell.text}>
                  <CellFigure row={row} cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** On a phone: one block per measure, one line per area. */
const StripList = ({ data, pinned }: StripsProps) => (
  <>
    {data.strips.groups.map((group) => (
      <section key={group.label} aria-label={group.label}>
        <h3 className={styles.family}>{group.label}</h3>
        <ul>
          {group.rows.map((row) => (
            <li key={row.id} className={styles.block}>
              <p className={styles.rowName}>
                <RowLink row={row} pinned={pinned} />
              </p>
              <dl>
                {row.cells.map((cell, index) => (
                  <div key={cell.area} className={tintOf(cell)}>
                    <dt>
                      <span aria-hidden="true">{shortAreaName(data.areas[index]?.name ?? cell.area)}</span>
                      <span className="visually-hidden">{data.areas[index]?.name}</span>
                    </dt>
                    <dd>
                      <CellFigure row={row} cell={cell} />
                    </dd>
                  </div>
                ))}
              </dl>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </>
);

function RowLink({ row, pinned }: { row: StripRow; pinned: string | undefined }) {
  return (
    <>
      <MeasureLink metric={row.metric} search={row.parameters} pinned={pinned}>
        {row.label}
      </MeasureLink>
      <span className={styles.detail}>
        {unitOf(row)}
        {row.lagMonths > 0 && ` to ${formatPeriod(row.period.replace(/^P12M\//, ''), 'short')}`}
      </span>
    </>
  );
}

const CellFigure = ({ row, cell }: { row: StripRow; cell: StripCell }) => (
  <>
    <span className={styles.cell} aria-hidden="true">
      <span className={styles.number}>
        {numberOf(row, cell.point.value) ?? <Absent reason={absentReason(cell.point)} />}
      </span>
      <Strip row={row} cell={cell} />
    </span>
    <span className="visually-hidden">{cell.text}</span>
  </>
);

const formatOf = ({ unit, decimals, whole, cells }: StripRow) =>
  valueFormat(
    unit,
    decimals,
    Math.max(0, ...[whole, ...cells.map(({ point }) => point)].map(({ value }) => value ?? 0)),
  );

function numberOf(row: StripRow, value: number | null): string | null {
  return value === null ? null : formatNumber(value, formatOf(row));
}

function unitOf(row: StripRow): string {
  const { sign, unitShort } = formatOf(row);
  return ` ${sign || unitShort || 'number'}`;
}

function tintOf({ flag, beyond }: StripCell): string | undefined {
  const tone = toneOfFlag(flag);
  return tone && beyond === 0.998 ? styles[tone] : undefined;
}
