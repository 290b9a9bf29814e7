import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useShowRelease } from '../../api/current-release.ts';
import { areaPageQuery, liveRelease } from '../../api/queries.ts';
import type { AreaPage as AreaReply } from '../../api/types.ts';
import { formatPeriod } from '../../format/periods.ts';
import { buttonClass } from '../../ui/button.tsx';
import { CopyLink } from '../../ui/copy-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/page-problem.tsx';
import { ReleaseBadge } from '../../ui/release-badge.tsx';
import { MonthPicker } from '../board/month-picker.tsx';
import { QualityLines } from '../board/quality-lines.tsx';
import styles from './area-page.module.css';
import { AreaRows } from './area-rows.tsx';
import { AreaFindings } from './findings.tsx';
import { TimePartsFigure } from './time-parts.tsx';

interface AreaPageProps {
  code: string;
  /** As pinned in the address; the live release unless given. */
  release: string | undefined;
  /** `2023-11`; the newest of the release unless given. */
  month: string | undefined;
  onMonth: (month: string) => void;
}

/** Every measure of one area, on its own limits and against the other areas. */
export function AreaPage({ code, release, month, onMonth }: AreaPageProps) {
  const query = useQuery({
    ...areaPageQuery(release ?? liveRelease, code, month),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  useShowRelease(data?.release);
  const heading = data?.area.name ?? 'One area';
  return (
    <>
      <PageHead
        eyebrow={
          <Link to="/areas" search={release ? { release } : {}}>
            Compare areas
          </Link>
        }
        heading={data ? `${heading}, ${formatPeriod(data.month)}` : heading}
        pending={query.isPending}
        unruled
        controls={
          data && (
            <MonthPicker
              months={data.months}
              month={data.month}
              release={data.release.number}
              onMonth={onMonth}
            />
          )
        }
        badge={data && <ReleaseBadge release={data.release} />}
        tools={data && <CopyLink release={data.release.number} />}
      />
      <div aria-busy={query.isFetching}>
        {query.isPending && <Loading what="the area" minHeight={1600} />}
        {data && !query.error && <Body data={data} pinned={release} />}
      </div>
      {query.error && (
        <PageProblem
          what="The area"
          error={query.error}
          onRetry={() => query.refetch()}
          ways={
            <Link to="/areas" className={buttonClass({ small: true })}>
              Compare areas
            </Link>
          }
        />
      )}
    </>
  );
}

const Body = ({ data, pinned }: { data: AreaReply; pinned: string | undefined }) => (
  <>
    <Neighbours data={data} pinned={pinned} />
    <div className={styles.body}>
      <AreaFindings data={data} pinned={pinned} />
      <QualityLines checks={data.quality} />
      <AreaRows data={data} pinned={pinned} />
      <section aria-label="Dispatch and travel" className={styles.parts}>
        {data.timeParts.map((parts) => (
          <TimePartsFigure key={parts.row} data={data} parts={parts} pinned={pinned} />
        ))}
      </section>
      <Events data={data} />
    </div>
  </>
);

/** The areas beside it, in the fixed order. */
const Neighbours = ({ data, pinned }: { data: AreaReply; pinned: string | undefined }) => (
  <nav aria-label="Areas" className={styles.neighbours}>
    {data.areas.map(({ code, name }) => (
      <Link
        key={code}
        to="/areas/$code"
        params={{ code }}
        search={{ month: data.month, ...(pinned ? { release: pinned } : {}) }}
        activeOptions={{ includeSearch: false }}
      >
        {name}
      </Link>
    ))}
  </nav>
);

function Events({ data }: { data: AreaReply }) {
  if (data.annotations.length === 0) return null;
  return (
    <section aria-labelledby="events" className={styles.events}>
      <h2 id="events">In the months shown</h2>
      <ul>
        {data.annotations.map(({ date, text, source }) => (
          <li key={`${date} ${text}`}>
            {formatPeriod(date.slice(0, 7))}: {text}. <span className="muted">{source}.</span>
          </li>
        ))}
      </ul>
      <p>The data cannot say what caused a change.</p>
    </section>
  );
}
