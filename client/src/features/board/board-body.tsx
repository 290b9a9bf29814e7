import { useState } from 'react';
import type { Board } from '../../api/types.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { phone, useMedia } from '../../ui/use-media.ts';
import styles from './board-body.module.css';
import { narrowBoard, shapeBoard } from './board-model.ts';
import { GlanceGrid, type Picked } from './glance-grid.tsx';
import { Matrix } from './matrix.tsx';
import { BoardNotes } from './notes.tsx';
import { QualityLines } from './quality-lines.tsx';
import { RowList } from './row-list.tsx';
import { StandsOut } from './stands-out.tsx';

interface BoardBodyProps {
  board: Board;
  /** Release in the address, kept on the way to a measure. */
  pinned: string | undefined;
}

/** The board: what stands out, every measure at a glance, then the figures as a table or, on a phone, a list. */
export function BoardBody({ board, pinned }: BoardBodyProps) {
  const onPhone = useMedia(phone);
  const [picked, setPicked] = useState<Picked | null>(null);
  const model = shapeBoard(narrowBoard(board, picked));
  const pick = (cell: Picked | null) => {
    setPicked(cell);
    const shown = shapeBoard(narrowBoard(board, cell)).rowCount;
    announce(`${shown} ${shown === 1 ? 'measure' : 'measures'} shown`);
  };
  return (
    <>
      <div className={styles.top}>
        <StandsOut board={board} pinned={pinned} />
        <div>
          <GlanceGrid board={board} picked={picked} onPick={pick} />
          <QualityLines checks={board.quality} />
        </div>
      </div>
      {picked && (
        <p className={styles.narrowed}>
          {model.rowCount} of {board.groups.reduce((sum, { rows }) => sum + rows.length, 0)} measures shown.{' '}
          <Button small onClick={() => pick(null)}>
            Show all
          </Button>
        </p>
      )}
      {onPhone ? (
        <RowList model={model} pinned={pinned} />
      ) : (
        <div className={styles.matrix}>
          <Matrix model={model} pinned={pinned} />
        </div>
      )}
      <BoardNotes board={board} />
    </>
  );
}
