import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useShowRelease } from '../../api/current-release.ts';
import { liveRelease, releaseQuery, releasesQuery } from '../../api/queries.ts';
import type { ReleaseSummary, Releases } from '../../api/types.ts';
import { formatDay } from '../../format/periods.ts';
import { formatCount } from '../../format/values.ts';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/page-problem.tsx';
import { Table } from '../../ui/table.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Hash } from './hash.tsx';
import styles from './releases.module.css';

/** Every release ever published, newest first. */
export function ReleasesPage() {
  const query = useQuery(releasesQuery);
  useShowRelease(useQuery(releaseQuery(liveRelease)).data);
  return (
    <>
      <PageHead
        eyebrow="Data and releases"
        heading="Releases"
        lede="Every figure is read from one numbered release. A release never changes: a correction is the next number. Each stays readable at its own address."
      />
      <div className={styles.body}>
        {query.data && <History releases={query.data} onRetry={() => query.refetch()} />}
        {query.isPending && <Loading what="the release history" minHeight="60vh" />}
        {query.error && (
          <PageProblem what="The release history" error={query.error} onRetry={() => query.refetch()} />
        )}
      </div>
    </>
  );
}

const noRelease = {
  message:
    'No release has been published yet. In the project’s folder, load the areas, then files, then publish:',
  code: 'no-release',
};

interface HistoryProps {
  releases: Releases;
  onRetry: () => void;
}

function History({ releases: { live, releases }, onRetry }: HistoryProps) {
  if (releases.length === 0) return <PageProblem what="" error={noRelease} onRetry={onRetry} />;
  return (
    <Table caption="Release history" hideCaption>
      <thead>
        <tr>
          <th scope="col">Release</th>
          <th scope="col">Published</th>
          <th scope="col">Data to</th>
          <th scope="col" data-number>
            Rows accepted
          </th>
          <th scope="col" data-number>
            Cells
          </th>
          <th scope="col" data-number>
            Cells changed
          </th>
          <th scope="col">Hash</th>
        </tr>
      </thead>
      <tbody>
        {releases.map((release) => (
          <HistoryRow key={release.number} release={release} live={release.number === live} />
        ))}
      </tbody>
    </Table>
  );
}

const HistoryRow = ({ release, live }: { release: ReleaseSummary; live: boolean }) => (
  <tr>
    <th scope="row">
      <span className={styles.number}>
        <Link to="/releases/$number" params={{ number: String(release.number) }} search={{}}>
          Release {release.number}
        </Link>
        {live && <Tag>Live</Tag>}
      </span>
    </th>
    <td className={styles.date}>{formatDay(release.publishedOn, 'short')}</td>
    <td className={styles.date}>{formatDay(release.dataTo, 'short')}</td>
    <td data-number>{formatCount(release.rows)}</td>
    <td data-number>{formatCount(release.cells)}</td>
    <td data-number>{formatCount(release.changedCells)}</td>
    <td>
      <Hash value={release.sha256} short />
    </td>
  </tr>
);
