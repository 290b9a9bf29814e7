import type { Board } from '../../api/types.ts';
import { phone, useMedia } from '../../ui/use-media.ts';
import { shapeBoard } from './board-model.ts';
import { Matrix } from './matrix.tsx';
import { BoardNotes } from './notes.tsx';
import { QualityLines } from './quality-lines.tsx';
import { RowList } from './row-list.tsx';

interface BoardBodyProps {
  board: Board;
  /** Release in the address, kept on the way to a measure. */
  pinned: string | undefined;
}

/** The board's figures: a table, or on a phone a list, between what is wrong with the data and how to read it. */
export function BoardBody({ board, pinned }: BoardBodyProps) {
  const onPhone = useMedia(phone);
  const model = shapeBoard(board);
  return (
    <>
      <QualityLines checks={board.quality} />
      {onPhone ? <RowList model={model} pinned={pinned} /> : <Matrix model={model} pinned={pinned} />}
      <BoardNotes board={board} />
    </>
  );
}
