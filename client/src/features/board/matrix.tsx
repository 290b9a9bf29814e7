import { Sparkline } from '../../charts/sparkline.tsx';
import { OutlookIcon } from '../../charts/verdict-icons.tsx';
import { OutlookWord, VariationWord } from '../../charts/verdict-words.tsx';
import { formatPeriod } from '../../format/periods.ts';
import type { BoardModel } from './board-model.ts';
import type { RowModel } from './board-row.ts';
import { AreaFigure, ChangeFigure, Figure, TargetFigure } from './cells.tsx';
import styles from './matrix.module.css';
import { RowName } from './row-name.tsx';

interface MatrixProps {
  model: BoardModel;
  pinned: string | undefined;
}

/** The board as one document table. Areas are never sorted by value. */
export function Matrix({ model, pinned }: MatrixProps) {
  return (
    <table className={styles.matrix}>
      <caption className="visually-hidden">
        {model.rowCount} measures, {model.monthLabel}: the force and its local policing areas
      </caption>
      <MatrixHead model={model} />
      {model.groups.map((group) => (
        <tbody key={group.label}>
          <tr className={styles.family}>
            <th colSpan={8 + model.areas.length} scope="rowgroup">
              {group.label}
            </th>
          </tr>
          {group.rows.map((row) => (
            <MatrixRow key={row.id} row={row} model={model} pinned={pinned} />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function MatrixHead({ model }: { model: BoardModel }) {
  return (
    <thead>
      <tr className={styles.heads}>
        <td>
          <span className={styles.printed}>Release {model.release}</span>
        </td>
        <th colSpan={4} scope="colgroup">
          <span>Force</span>
        </th>
        <th scope="colgroup" className={styles.sparkHead}>
          <span>24 months to {model.monthShort}</span>
        </th>
        <th colSpan={2} scope="colgroup">
          <span>What the pattern says</span>
        </th>
        {model.areas.length > 0 && (
          <th colSpan={model.areas.length} scope="colgroup">
            <span>Local policing areas, {model.monthShort} unless said</span>
          </th>
        )}
      </tr>
      <tr>
        <th scope="col" className={styles.left}>
          Measure
          {model.synthetic && <span className={styles.synthetic}>Synthetic data</span>}
        </th>
        <th scope="col" className={styles.valueHead}>
          <b>{model.monthShort}</b>
          {model.provisional && <span className={styles.line}>provisional</span>}
        </th>
        <th scope="col" className={styles.target}>
          Target
        </th>
        <th scope="col" className={styles.onMonth}>
          vs month before
        </th>
        <th scope="col" className={styles.onYear}>
          vs year before
        </th>
        <th scope="col" className={styles.sparkHead}>
          <span className={styles.sparkWords}>usual range, average, target</span>
          <span className={styles.sparkShort} aria-hidden="true">
            24 months
          </span>
        </th>
        <th scope="col" className={styles.left}>
          Variation
          {model.judged && <span className={styles.line}>on {formatPeriod(model.judged, 'short')}</span>}
        </th>
        <th scope="col" className={`${styles.left} ${styles.outlook}`}>
          Against target
        </th>
        {model.areas.map(({ code, name, short }) => (
          <th key={code} scope="col" className={styles.area}>
            <span className={styles.full}>{name}</span>
            <span className={styles.short} aria-hidden="true">
              {short}
            </span>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function MatrixRow({ row, model, pinned }: { row: RowModel } & MatrixProps) {
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.name}>
        <RowName row={row} pinned={pinned} />
      </th>
      <td className={styles.value}>
        <Figure cell={row.value} unit={row.unit} />
        {row.target && (
          <span className={styles.under} aria-hidden="true">
            {row.target.text}
          </span>
        )}
      </td>
      <td className={`${styles.plain} ${styles.target}`}>
        <TargetFigure target={row.target} />
      </td>
      <td className={`${styles.plain} ${styles.onMonth}`}>
        <ChangeFigure change={row.onMonth} />
      </td>
      <td className={`${styles.plain} ${styles.onYear}`}>
        <ChangeFigure change={row.onYear} />
      </td>
      <td className={styles.spark}>
        <RowSpark row={row} />
      </td>
      <td className={styles.verdict}>
        <VariationWord variation={row.variation} />
      </td>
      <td className={`${styles.verdict} ${styles.outlook}`}>
        {row.outlook.kind === 'no-target' ? <NoTarget /> : <OutlookWord outlook={row.outlook} />}
      </td>
      {row.areas.map((cell, index) => (
        <td key={model.areas[index]?.code} className={styles.area}>
          <AreaFigure cell={cell} />
        </td>
      ))}
    </tr>
  );
}

/** Most measures have no target: a dash down the column, in words only to a screen reader. */
const NoTarget = () => (
  <>
    <OutlookIcon kind="no-target" />
    <span className="visually-hidden">No target</span>
  </>
);

/** A row's line and, for those who do not see it, its extremes. */
export const RowSpark = ({ row }: { row: RowModel }) => (
  <>
    <Sparkline {...row.spark} />
    <span className="visually-hidden">{row.spark.words}</span>
  </>
);
