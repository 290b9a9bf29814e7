import { Link } from '@tanstack/react-router';
import type { Board, BoardException, StandingDifference } from '../../api/types.ts';
import { NextIcon } from '../../ui/icons.tsx';
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
  return (
    <section className={styles.section} aria-labelledby="stands-out">
      <div className={styles.head}>
        <h2 id="stands-out">What stands out</h2>
        {board.standsOut.length > 0 && (
          <p>
            {board.standsOut.length === 1 ? 'One' : `${board.standsOut.length}`} of {board.exceptions.length}{' '}
            the rules picked out, gravest reason first.
          </p>
        )}
      </div>
      {board.nothing && <p className={styles.nothing}>{board.nothing}</p>}
      <ExceptionList exceptions={board.standsOut} pinned={pinned} />
      {others.length > 0 && (
        <details className={styles.more}>
          <summary>See every exception ({board.exceptions.length})</summary>
          <ExceptionList exceptions={others} pinned={pinned} />
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

function ExceptionList({ exceptions, pinned }: { exceptions: BoardException[]; pinned: string | undefined }) {
  return (
    <ol className={styles.list}>
      {exceptions.map((exception) => (
        <li key={exception.id} className={styles.item}>
          <ExceptionIcon reason={exception.reason} />
          <div>
            <Statement {...exception} pinned={pinned} />
            <p className={styles.evidence}>{exception.evidence}</p>
          </div>
          <p className={styles.reason}>
            <b className={styles[exception.reason]}>{exception.word}</b>
            <span>{exception.detail}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

const StandingList = ({
  standing,
  pinned,
}: {
  standing: StandingDifference[];
  pinned: string | undefined;
}) => (
  <ul className={styles.list}>
    {standing.map((difference) => (
      <li key={`${difference.row} ${difference.area}`} className={styles.item}>
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
  return (
    <Link
      to="/measures/$id"
      params={{ id: metric }}
      search={pinned ? { ...parameters, release: pinned } : parameters}
      className={styles.statement}
    >
      {statement} <NextIcon />
    </Link>
  );
}
