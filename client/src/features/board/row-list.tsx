import { OutlookWord, VariationWord } from '../../charts/verdict-words.tsx';
import { formatPeriod } from '../../format/periods.ts';
import type { BoardModel } from './board-model.ts';
import type { ChangeCell, RowModel } from './board-row.ts';
import { AreaFigure, Figure } from './cells.tsx';
import { RowSpark } from './matrix.tsx';
import styles from './row-list.module.css';
import { RowName } from './row-name.tsx';

interface RowListProps {
  model: BoardModel;
  pinned: string | undefined;
}

/** The board on a phone: one block per measure, in the same reading order as the table. */
export function RowList({ model, pinned }: RowListProps) {
  return (
    <>
      <p className={styles.said}>
        {model.synthetic && 'Synthetic data. '}
        {model.provisional && `Figures of ${model.monthLabel} are provisional. `}
        {model.judged && `Verdicts are on ${formatPeriod(model.judged)}.`}
      </p>
      {model.groups.map((group) => (
        <section key={group.label} aria-label={group.label}>
          <h2 className={styles.family}>{group.label}</h2>
          <ul>
            {group.rows.map((row) => (
              <li key={row.id} className={styles.row}>
                <RowBlock row={row} model={model} pinned={pinned} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function RowBlock({ row, model, pinned }: { row: RowModel } & RowListProps) {
  return (
    <>
      <div>
        <RowName row={row} pinned={pinned} />
      </div>
      <div className={styles.value}>
        <span className={styles.number}>
          <Figure cell={row.value} unit={row.unit} />
        </span>
        {row.target && <span className={styles.target}>target {row.target.text}</span>}
      </div>
      <div className={styles.spark}>
        <RowSpark row={row} />
      </div>
      <div className={styles.changes}>
        <p>
          <VariationWord variation={row.variation} />
        </p>
        {row.outlook.kind !== 'no-target' && (
          <p>
            <OutlookWord outlook={row.outlook} />
          </p>
        )}
        <ChangeLine change={row.onMonth} />
        <ChangeLine change={row.onYear} />
      </div>
      <dl className={styles.areas}>
        {row.areas.map((cell, index) => (
          <div key={model.areas[index]?.code}>
            <dt>
              <span aria-hidden="true">{model.areas[index]?.short}</span>
              <span className="visually-hidden">{model.areas[index]?.name}</span>
            </dt>
            <dd>
              <AreaFigure cell={cell} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const ChangeLine = ({ change }: { change: ChangeCell }) => (
  <p>
    <span aria-hidden="true">
      {change.text}{' '}
      <span className="muted">
        {change.text === 'not comparable' ? 'with' : 'on'} {change.against}
      </span>
    </span>
    <span className="visually-hidden">{change.words}</span>
  </p>
);
