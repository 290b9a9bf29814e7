import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useShowRelease } from '../../api/current-release.ts';
import { boardCsvHref } from '../../api/downloads.ts';
import { boardQuery, liveRelease } from '../../api/queries.ts';
import { formatPeriod } from '../../format/periods.ts';
import { announce } from '../../ui/announce.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { CopyLink } from '../../ui/copy-link.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/page-problem.tsx';
import { ReleaseBadge } from '../../ui/release-badge.tsx';
import { BoardBody } from './board-body.tsx';
import styles from './board-page.module.css';
import { MonthPicker } from './month-picker.tsx';

interface BoardPageProps {
  /** As pinned in the address; the live release unless given. */
  release: string | undefined;
  /** `2023-11`; the newest of the release unless given. */
  month: string | undefined;
  onMonth: (month: string) => void;
}

/** The monthly performance board. While another month is on its way its controls stay, so focus does too. */
export function BoardPage({ release, month, onMonth }: BoardPageProps) {
  const query = useQuery({
    ...boardQuery(release ?? liveRelease, month),
    placeholderData: keepPreviousData,
  });
  const { data: board, isPlaceholderData: waiting } = query;
  useShowRelease(board?.release);
  useMonthAnnouncement(waiting ? undefined : board?.month);
  const shownMonth = waiting ? month : (board?.month ?? month);
  const heading = monthHeading(shownMonth);
  const picker = board && {
    months: board.months,
    month: shownMonth ?? board.month,
    release: board.release.number,
  };
  return (
    <>
      <PageHead
        eyebrow="Monthly performance board"
        heading={heading}
        title={`${heading} board`}
        pending={query.isPending}
        controls={picker && <MonthPicker {...picker} onMonth={onMonth} />}
        badge={board && <ReleaseBadge release={board.release} />}
        tools={picker && <Tools release={picker.release} month={picker.month} />}
      />
      <div className={styles.body} aria-busy={query.isFetching}>
        {(query.isPending || waiting) && <Loading what={`the board for ${heading}`} minHeight="80vh" />}
        {board && (
          <div className={waiting ? styles.waiting : undefined}>
            <BoardBody board={board} pinned={release} />
          </div>
        )}
      </div>
      {query.error && (
        <PageProblem
          what={`The board for ${heading}`}
          error={query.error}
          onRetry={() => query.refetch()}
          ways={<LatestMonth />}
        />
      )}
    </>
  );
}

const Tools = ({ release, month }: { release: number; month: string }) => (
  <>
    <CopyLink release={release} />
    <a className={buttonClass()} href={boardCsvHref(release, month)} download>
      <DownloadIcon />
      Data (CSV)
    </a>
  </>
);

const LatestMonth = () => (
  <Link to="/board" className={buttonClass({ small: true })}>
    Go to the latest month
  </Link>
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
