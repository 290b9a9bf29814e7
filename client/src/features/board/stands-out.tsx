import type { Board, BoardException, StandingDifference } from '../../api/types.ts';
import { Sparkline } from '../../charts/sparkline.tsx';
import { NextIcon } from '../../ui/icons.tsx';
import { MeasureLink } from '../measure/measure-link.tsx';
import { judgedWords, shapeBoard } from './board-model.ts';
import type { RowModel } from './board-row.ts';
import { ExceptionIcon } from './exception-icon.tsx';
import styles from './stands-out.module.css';

interface StandsOutProps {
  board: Board;
  /** Release in the address, kept on the way to a measure. */
  pinned: string | undefined;
}

/** What the rules picked out this month: a selection, every exception, and differences that last. */
export function StandsOut({ board, pinned }: StandsOutProps) {
  const others = board.exceptions.filter(({ id }) => !board.standsOut.some((picked) => picked.id === id));
  const rows = new Map(
    shapeBoard(board).groups.flatMap((group) => group.rows.map((row) => [row.id, row] as const)),
  );
  return (
    <section className={styles.section} aria-labelledby="stands-out">
      <div className={styles.head}>
        <h2 id="stands-out">What stands out</h2>
        {board.standsOut.length > 0 && (
          <p>
            {pickedWords(board)} {judgedWords(board)}
          </p>
        )}
      </div>
      {board.nothing && <p className={styles.nothing}>{board.nothing}</p>}
      <ExceptionList exceptions={board.standsOut} rows={rows} pinned={pinned} />
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>See every exception ({board.exceptions.length})</summary>
          <ExceptionList exceptions={others} rows={rows} pinned={pinned} />
        </details>
      )}
      {board.standing.length > 0 && (
        <details className={styles.more}>
          <summary>Lasting area differences ({board.standing.length}), which are not news</summary>
          <StandingList standing={board.standing} pinned={pinned} />
        </details>
      )}
    </section>
  );
}

/** The list is a selection, and says so. */
function pickedWords({ standsOut, exceptions }: Board): string {
  if (standsOut.length < exceptions.length)
    return `${standsOut.length} of the ${exceptions.length} that the rules picked out, most serious first.`;
  return standsOut.length === 1
    ? 'The one that the rules picked out.'
    : `The ${standsOut.length} that the rules picked out, most serious first.`;
}

interface ExceptionListProps {
  exceptions: BoardException[];
  /** Rows of the board by id: an exception's line is its row's. */
  rows: ReadonlyMap<string | null, RowModel>;
  pinned: string | undefined;
}

function ExceptionList({ exceptions, rows, pinned }: ExceptionListProps) {
  return (
    <ol className={styles.list}>
      {exceptions.map((exception) => (
        <li key={exception.id} className={styles.item}>
          <ExceptionIcon
            reason={exception.reason}
            direction={rows.get(exception.row)?.variation.direction}
            outlook={rows.get(exception.row)?.outlook.kind}
          />
          <div>
            <Statement {...exception} pinned={pinned} />
            <p className={styles.evidence}>{exception.evidence}</p>
          </div>
          <ForceLine exception={exception} row={rows.get(exception.row)} />
          <p className={styles.reason}>
            <b className={styles[exception.reason]}>{exception.word}</b>
            <span>{exception.detail}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

/** The force's line says nothing of one area, or of the quality of the data. */
const ForceLine = ({ exception, row }: { exception: BoardException; row: RowModel | undefined }) => (
  <div className={styles.spark}>
    {row && exception.area === null && exception.reason !== 'data-quality' && <Sparkline {...row.spark} />}
  </div>
);

const StandingList = ({
  standing,
  pinned,
}: {
  standing: StandingDifference[];
  pinned: string | undefined;
}) => (
  <ul className={styles.list}>
    {standing.map((difference) => (
      <li key={`${difference.row} ${difference.area}`} className={`${styles.item} ${styles.lasting}`}>
        <ExceptionIcon reason="area-outlier" />
        <div>
          <Statement {...difference} pinned={pinned} />
          <p className={styles.evidence}>{difference.evidence}</p>
        </div>
      </li>
    ))}
  </ul>
);

interface StatementProps {
  statement: string;
  metric: string | null;
  parameters: Record<string, string>;
  pinned: string | undefined;
}

/** The finding as the way to the measure that shows it. */
function Statement({ statement, metric, parameters, pinned }: StatementProps) {
  if (metric === null) return <p className={styles.statement}>{statement}</p>;
  const lastWord = statement.lastIndexOf(' ') + 1;
  return (
    <MeasureLink metric={metric} search={parameters} pinned={pinned} className={styles.statement}>
      {statement.slice(0, lastWord)}
      <span className={styles.last}>
        {statement.slice(lastWord)} <NextIcon />
      </span>
    </MeasureLink>
  );
}
