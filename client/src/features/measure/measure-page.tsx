import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useShowRelease } from '../../api/current-release.ts';
import { areasQuery, catalogueQuery, liveRelease, measureQuery } from '../../api/queries.ts';
import type { MeasurePage as Page } from '../../api/types.ts';
import { asView } from '../../charts/figure.tsx';
import { FilterPanel } from '../../ui/filter-panel.tsx';
import { Loading } from '../../ui/loading.tsx';
import { isUnpublished } from '../../ui/page-problem.tsx';
import { apiParameters, type MeasureSearch, withParameter } from '../../url/measure-search.ts';
import { IncidenceFigure } from '../attrition/incidence-figure.tsx';
import { compositionSeries } from './composition.ts';
import { DefinitionRail } from './definition-rail.tsx';
import { pageFacts } from './facts.ts';
import { FactsStrip } from './facts-strip.tsx';
import { FilterBar } from './filter-bar.tsx';
import { MainFigure } from './main-figure.tsx';
import { MeasureHead } from './measure-head.tsx';
import styles from './measure-page.module.css';
import { MeasureProblem, NothingMatches } from './measure-problem.tsx';
import { cutRanges, measureView } from './measure-view.ts';
import { areaPanels, comparatorSeries, memberPanel, partSeries, sideSeries } from './page-panels.ts';
import {
  AreaFigure,
  ComparatorFigure,
  CompositionFigure,
  MemberFigure,
  PartsFigure,
  SidesFigure,
} from './panel-figures.tsx';
import { periodNames } from './period-options.ts';
import { sourceWords } from './source-words.ts';
import { useResultAnnouncement } from './use-result-announcement.ts';

interface MeasurePageProps {
  metricId: string;
  search: MeasureSearch;
  onSearch: (search: MeasureSearch) => void;
}

/** One metric: filters from its definition, the figures of one reply, and what is counted. */
export function MeasurePage({ metricId, search, onSearch }: MeasurePageProps) {
  const query = useQuery({
    ...measureQuery(search.release ?? liveRelease, metricId, apiParameters(search)),
    // The last figures stay in sight, marked busy, while the next are on their way.
    placeholderData: keepPreviousData,
  });
  const catalogue = useQuery(catalogueQuery);
  const page = query.data;
  const metric = page?.metric ?? catalogue.data?.metrics.find(({ id }) => id === metricId);
  useShowRelease(page?.release);
  useResultAnnouncement(query.isPlaceholderData ? undefined : page);
  const reset = () => onSearch(search.release ? { release: search.release } : {});
  return (
    <>
      <MeasureHead metricId={metricId} metric={metric} page={page} search={search} />
      {metric && !isUnpublished(query.error) && (
        <Filters metric={metric} page={page} search={search} onSearch={onSearch} />
      )}
      {!metric && query.isPending && <FilterPanel count={0} onReset={reset} />}
      {page && !query.error && (
        <div aria-busy={query.isPlaceholderData} className={styles.body}>
          <PageBody page={page} search={search} onSearch={onSearch} onReset={reset} />
        </div>
      )}
      {query.isPending && <Loading what={metric?.label ?? metricId} minHeight={1500} />}
      {query.error && (
        <MeasureProblem
          metricId={metricId}
          error={query.error}
          onRetry={() => query.refetch()}
          onReset={reset}
        />
      )}
    </>
  );
}

interface FiltersProps extends Omit<MeasurePageProps, 'metricId'> {
  metric: Page['metric'];
  page: Page | undefined;
}

function Filters({ metric, page, search, onSearch }: FiltersProps) {
  const areas = useQuery(areasQuery);
  const sets = areas.data?.areaSets ?? [];
  const set = sets.find(({ id }) => id === page?.panels.main.areaSet) ?? sets.at(-1);
  const feed = page?.release.feeds.find((one) => one.feed === metric.feed);
  const grain = page?.panels.main.grain ?? metric.defaultGrain;
  return (
    <FilterBar
      metric={metric}
      search={search}
      onSearch={onSearch}
      areas={set?.areas ?? []}
      force={areas.data?.force.name ?? 'Force'}
      loaded={page !== undefined}
      periods={feed ? periodNames(grain, feed.fromMonth, feed.toMonth) : []}
    />
  );
}

interface PageBodyProps extends Omit<MeasurePageProps, 'metricId'> {
  page: Page;
  onReset: () => void;
}

function PageBody({ page: reply, search, onSearch, onReset }: PageBodyProps) {
  const page = useMemo(() => cutRanges(reply), [reply]);
  const view = useMemo(() => measureView(page), [page]);
  const areas = useMemo(() => areaPanels(page), [page]);
  const composition = useMemo(() => compositionSeries(page), [page]);
  const members = useMemo(() => (composition ? null : memberPanel(page)), [page, composition]);
  if (!hasValues(page)) return <NothingMatches page={page} onReset={onReset} />;
  return (
    <>
      <FactsStrip facts={pageFacts(page, view.format)} />
      <div className={styles.withRail}>
        <MainFigure
          page={page}
          view={view}
          shown={asView(search.view)}
          onShown={(next) => onSearch(withParameter(search, 'view', next === 'table' ? next : undefined))}
        />
        <DefinitionRail metric={page.metric} quality={page.quality} />
      </div>
      {composition && (
        <div className={styles.section}>
          <CompositionFigure page={page} view={view} series={composition} />
        </div>
      )}
      {page.incidence && (
        <div className={styles.section}>
          <IncidenceFigure
            incidence={page.incidence}
            place={view.place}
            source={sourceWords(page)}
            synthetic={page.release.synthetic}
          />
        </div>
      )}
      {areas && (
        <div className={styles.section}>
          <AreaFigure page={page} view={view} areas={areas} />
        </div>
      )}
      {(comparatorSeries(page) || partSeries(page) || sideSeries(page)) && (
        <div className={`${styles.section} ${styles.pair}`}>
          <SidesFigure page={page} view={view} />
          <ComparatorFigure page={page} view={view} />
          <PartsFigure page={page} view={view} />
        </div>
      )}
      {members && (
        <div className={styles.section}>
          <MemberFigure page={page} view={view} members={members} />
        </div>
      )}
    </>
  );
}

const hasValues = ({ panels }: Page) =>
  Object.values(panels).some((panel) =>
    panel.series.some(({ points }) => points.some(({ value }) => value !== null)),
  );
