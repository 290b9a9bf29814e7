import type { Annotation, Board } from '../../api/types.ts';
import { formatDay } from '../../format/periods.ts';
import { markKey } from '../../format/points.ts';
import { distinctAnnotations } from './board-model.ts';
import { AreaLegend, VerdictLegend } from './legend.tsx';
import styles from './notes.module.css';

/** How to read the board, the marks it uses, and what was recorded beside its lines. */
export function BoardNotes({ board }: { board: Board }) {
  const rows = board.groups.flatMap((group) => group.rows);
  const marks = markKey(rows.flatMap(({ latest, areas }) => [latest, ...areas.map(({ point }) => point)]));
  return (
    <div className={styles.notes}>
      <VerdictLegend />
      <div className={styles.stack}>
        <AreaLegend />
        <section>
          <h2>Marks</h2>
          <ul>
            {marks.map((mark) => (
              <li key={mark}>{mark}</li>
            ))}
            <li>[x] not collected; never a zero</li>
            <li>Dashed line and hollow point: may still change</li>
            <li>Dotted vertical line: the counting changed, so nothing is joined or compared across it</li>
            <li>Long dashes: target</li>
          </ul>
        </section>
      </div>
      <section>
        <h2>How to read this page</h2>
        <p>
          Changes on the month and the year before are printed plainly, because a single difference is usually
          noise. They compare the month a row names. Some measures take months to be complete: those rows
          print their own latest complete month. Areas keep the force’s own order and are never ranked; where
          a month holds too few cases, an area’s figure covers the months its row names.
        </p>
      </section>
      {board.annotations.length > 0 && <Events annotations={distinctAnnotations(board.annotations)} />}
    </div>
  );
}

const Events = ({ annotations }: { annotations: readonly Annotation[] }) => (
  <section className={styles.events}>
    <h2>In these 24 months</h2>
    <ul>
      {annotations.map(({ kind, date, text, illustrative }) => (
        <li key={`${date} ${text}`}>
          {formatDay(date, 'short')}: {text}
          {kind === 'break' && ' (break: not comparable across it)'}
          {illustrative && ' (date illustrative)'}
        </li>
      ))}
    </ul>
    <p>The data cannot say what caused a change.</p>
  </section>
);
