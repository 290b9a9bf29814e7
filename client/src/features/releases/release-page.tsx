import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useShowRelease } from '../../api/current-release.ts';
import { releaseQuery } from '../../api/queries.ts';
import type { Release } from '../../api/types.ts';
import { formatDay, formatPeriod } from '../../format/periods.ts';
import { formatCount } from '../../format/values.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/page-problem.tsx';
import { Table } from '../../ui/table.tsx';
import { citation } from './citation.ts';
import { Hash } from './hash.tsx';
import styles from './releases.module.css';

/** One release: what it holds, how far each feed reaches, how to check and how to cite it. */
export function ReleasePage({ number }: { number: string }) {
  const query = useQuery(releaseQuery(number));
  useShowRelease(query.data);
  const heading = `Release ${query.data?.number ?? number}`;
  return (
    <>
      <PageHead
        eyebrow={<Link to="/releases">Data and releases</Link>}
        heading={heading}
        lede={query.data && summary(query.data)}
        tools={query.data && <BoardLink number={query.data.number} />}
      />
      <div className={styles.body}>
        {query.data && <Detail release={query.data} />}
        {query.isPending && <Loading what={heading} minHeight="60vh" />}
        {query.error && (
          <PageProblem
            what={heading}
            error={query.error}
            onRetry={() => query.refetch()}
            ways={<AllReleases />}
          />
        )}
      </div>
    </>
  );
}

const summary = ({ publishedOn, dataTo }: Release) =>
  `Published ${formatDay(publishedOn)} · data to ${formatDay(dataTo)}`;

const BoardLink = ({ number }: { number: number }) => (
  <Link to="/board" search={{ release: String(number) }} className={buttonClass({ look: 'primary' })}>
    Board in this release
  </Link>
);

const AllReleases = () => (
  <Link to="/releases" className={buttonClass({ small: true })}>
    All releases
  </Link>
);

const Detail = ({ release }: { release: Release }) => (
  <>
    <section className={styles.section}>
      <h2>How far each feed reaches</h2>
      <Feeds release={release} />
    </section>
    <section className={styles.section}>
      <h2>What it holds</h2>
      <dl className={styles.facts}>
        <Fact term="Rows accepted">{formatCount(release.rows)}</Fact>
        <Fact term="Import batches">
          {formatCount(release.batches)} new, as at batch {formatCount(release.asAtBatch)}
        </Fact>
        <Fact term="Cells">
          {formatCount(release.cells)}, of which {formatCount(release.changedCells)} differ from the release
          before
        </Fact>
        <Fact term="Engine">{release.engineVersion}</Fact>
        <Fact term="Hash">
          <Hash value={release.sha256} />
        </Fact>
        <Fact term="Chained to">
          {release.previousSha256 ? <Hash value={release.previousSha256} /> : 'nothing: it is the first'}
        </Fact>
      </dl>
      <p className={styles.hint}>
        <code>npm run release -- verify {release.number}</code> works the hashes out again from the cells and
        says where they differ, if they do.
      </p>
    </section>
    <section className={styles.section}>
      <h2>How to cite it</h2>
      <p className={styles.citation}>{citation(release)}</p>
      <p className={styles.hint}>
        “Copy link” on any page adds this release to the address, so the figures behind the link never change.
      </p>
    </section>
  </>
);

const Feeds = ({ release }: { release: Release }) => (
  <Table caption={`Feeds in Release ${release.number}`} hideCaption>
    <thead>
      <tr>
        <th scope="col">Feed</th>
        <th scope="col">First month</th>
        <th scope="col">Last month</th>
        <th scope="col">Held to</th>
      </tr>
    </thead>
    <tbody>
      {release.feeds.map(({ feed, fromMonth, toMonth, heldTo }) => (
        <tr key={feed}>
          <th scope="row" className={styles.feed}>
            {feed}
          </th>
          <td className={styles.date}>{formatPeriod(fromMonth, 'short')}</td>
          <td className={styles.date}>{formatPeriod(toMonth, 'short')}</td>
          <td className={styles.date}>{formatDay(heldTo, 'short')}</td>
        </tr>
      ))}
    </tbody>
  </Table>
);

const Fact = ({ term, children }: { term: string; children: React.ReactNode }) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
);
