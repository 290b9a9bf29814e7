import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useShowRelease } from '../../api/current-release.ts';
import { boardCsvHref } from '../../api/downloads.ts';
import { boardQuery, liveRelease } from '../../api/queries.ts';
import type { Board } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';
import { announce } from '../../ui/announce.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { CopyLink } from '../../ui/copy-link.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/page-problem.tsx';
import { ReleaseBadge } from '../../ui/release-badge.tsx';
import { phone, useMedia } from '../../ui/use-media.ts';
import { shapeBoard } from './board-model.ts';
import { Matrix } from './matrix.tsx';
import { MonthPicker } from './month-picker.tsx';
import { BoardNotes } from './notes.tsx';
import { QualityLines } from './quality-lines.tsx';
import { RowList } from './row-list.tsx';

interface BoardPageProps {
  /** As pinned in the address; the live release unless given. */
  release: string | undefined;
  /** `2023-11`; the newest of the release unless given. */
  month: string | undefined;
  onMonth: (month: string) => void;
}

export function BoardPage({ release, month, onMonth }: BoardPageProps) {
  const query = useQuery(boardQuery(release ?? liveRelease, month));
  useShowRelease(query.data?.release);
  useMonthAnnouncement(query.data?.month);
  const heading = monthHeading(query.data?.month ?? month);
  return (
    <>
      <PageHead
        eyebrow="Monthly performance board"
        heading={heading}
        title={`${heading} board`}
        controls={query.data && <MonthPicker board={query.data} onMonth={onMonth} />}
        badge={query.data && <ReleaseBadge release={query.data.release} />}
        tools={query.data && <Tools board={query.data} />}
      />
      {query.data && <BoardBody board={query.data} pinned={release} />}
      {query.isPending && <Loading what={`the board for ${heading}`} minHeight="80vh" />}
      {query.error && (
        <PageProblem
          what={`The board for ${heading}`}
          error={query.error}
          onRetry={() => query.refetch()}
          ways={
            <Link to="/board" className={buttonClass({ small: true })}>
              Go to the latest month
            </Link>
          }
        />
      )}
    </>
  );
}

function BoardBody({ board, pinned }: { board: Board; pinned: string | undefined }) {
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

const Tools = ({ board }: { board: Board }) => (
  <>
    <CopyLink release={board.release.number} />
    <a className={buttonClass()} href={boardCsvHref(board.release.number, board.month)} download>
      <DownloadIcon />
      Data (CSV)
    </a>
  </>
);

/** A month typed by hand may be no month at all: then it is shown as it stands, above the server's answer. */
function monthHeading(month: string | undefined): string {
  if (!month) return 'Latest month';
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? formatPeriod(month) : month;
}

/** Says "September 2023 loaded" when the reader has moved to another month. */
function useMonthAnnouncement(month: string | undefined) {
  const shown = useRef(month);
  useEffect(() => {
    if (!month || month === shown.current) return;
    if (shown.current) announce(`${formatPeriod(month)} loaded`);
    shown.current = month;
  }, [month]);
}
