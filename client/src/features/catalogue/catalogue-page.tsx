import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { useShowRelease } from '../../api/current-release.ts';
import { catalogueQuery, liveRelease, releaseQuery } from '../../api/queries.ts';
import type { Metric } from '../../api/types.ts';
import { announce } from '../../ui/announce.tsx';
import { Button } from '../../ui/button.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Message } from '../../ui/message.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageProblem } from '../../ui/page-problem.tsx';
import styles from './catalogue-page.module.css';
import { directionWords, findMetrics, kindWords, type MetricFamily, unitWords } from './find-metrics.ts';

interface CataloguePageProps {
  /** As pinned in the address: it is passed on to the measures. */
  release: string | undefined;
  find: string;
  onFind: (words: string) => void;
}

/**
 * Every metric by family, with what it says. The definitions come from the registry: the release only tells
 * the shell which force and data the measures are of, and its absence is no error here.
 */
export function CataloguePage({ release, find, onFind }: CataloguePageProps) {
  const query = useQuery(catalogueQuery);
  useShowRelease(useQuery(releaseQuery(release ?? liveRelease)).data);
  const families = findMetrics(query.data?.metrics ?? [], find);
  const count = families.reduce((sum, { metrics }) => sum + metrics.length, 0);
  const list = useRef<HTMLDivElement>(null);
  useCountAnnouncement(query.data ? count : undefined);
  useScrollToFamily(list, query.isSuccess);
  return (
    <>
      <PageHead
        eyebrow="Catalogue"
        heading="Measures"
        lede="Everything this dashboard publishes, with its definition. Choose a measure to see it over time and by area."
      />
      <div className={styles.find}>
        <label htmlFor="find-measures">Find in the list</label>
        <input
          id="find-measures"
          type="search"
          value={find}
          autoComplete="off"
          onChange={(event) => onFind(event.target.value)}
        />
        {query.data && <span className="muted">{countWords(count)}</span>}
      </div>
      <div ref={list}>
        {families.map((family) => (
          <Family key={family.id} family={family} release={release} />
        ))}
      </div>
      {query.data && count === 0 && <NothingFound find={find} onReset={() => onFind('')} />}
      {query.isPending && <Loading what="the measures" minHeight={900} />}
      {query.error && (
        <PageProblem what="The catalogue" error={query.error} onRetry={() => query.refetch()} />
      )}
    </>
  );
}

const countWords = (count: number) => (count === 1 ? '1 measure' : `${count} measures`);

function Family({ family, release }: { family: MetricFamily; release: string | undefined }) {
  return (
    <section className={styles.family} aria-labelledby={family.id}>
      <h2 id={family.id}>{family.label}</h2>
      <ul>
        {family.metrics.map((metric) => (
          <Entry key={metric.id} metric={metric} release={release} />
        ))}
      </ul>
    </section>
  );
}

const Entry = ({ metric, release }: { metric: Metric; release: string | undefined }) => (
  <li className={styles.entry}>
    <Link
      to="/measures/$id"
      params={{ id: metric.id }}
      search={release ? { release } : {}}
      className={styles.name}
    >
      {metric.label}
    </Link>
    <p className={styles.meaning}>{metric.meaning}</p>
    <p className={styles.detail}>
      {[kindWords(metric.kind), unitWords(metric.unit)].filter(Boolean).join(', ')}
    </p>
    <p className={styles.detail}>{directionWords(metric.polarity)}</p>
  </li>
);

const NothingFound = ({ find, onReset }: { find: string; onReset: () => void }) => (
  <div className={styles.empty}>
    <Message
      title="No measure has these words"
      actions={
        <Button small onClick={onReset}>
          Show every measure
        </Button>
      }
    >
      <p>Nothing in the catalogue holds “{find}”.</p>
    </Message>
  </div>
);

/** The list arrives after the address has been read: its family is brought into sight once it is there. */
function useScrollToFamily(list: RefObject<HTMLElement | null>, ready: boolean) {
  useEffect(() => {
    const family = window.location.hash.slice(1);
    if (ready && family) list.current?.querySelector(`#${CSS.escape(family)}`)?.scrollIntoView();
  }, [ready, list]);
}

function useCountAnnouncement(count: number | undefined) {
  const shown = useRef(count);
  useEffect(() => {
    if (count === undefined || count === shown.current) return;
    const first = shown.current === undefined;
    shown.current = count;
    if (first) return;
    const timer = setTimeout(() => announce(`${countWords(count)} found`), 500);
    return () => clearTimeout(timer);
  }, [count]);
}
