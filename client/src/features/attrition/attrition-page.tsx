import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useShowRelease } from '../../api/current-release.ts';
import { cohortsQuery, liveRelease } from '../../api/queries.ts';
import type { Cohorts } from '../../api/types.ts';
import { CopyLink } from '../../ui/copy-link.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { isUnpublished, PageProblem } from '../../ui/page-problem.tsx';
import { ReleaseBadge } from '../../ui/release-badge.tsx';
import { AtAgeFigures } from './at-age-figures.tsx';
import styles from './attrition-page.module.css';
import { CompositionFigure } from './composition-figure.tsx';
import { AttritionFilters } from './filters.tsx';
import { IncidenceFigure } from './incidence-figure.tsx';
import { OutcomeTableFigure } from './outcome-table.tsx';
import { sourceWords } from './source-words.ts';

interface AttritionPageProps {
  /** As pinned in the address; the live release unless given. */
  release: string | undefined;
  /** The API's own parameters. */
  parameters: Record<string, string>;
  onParameters: (parameters: Record<string, string>) => void;
}

/** What becomes of recorded crimes, for scrutiny: their outcomes, how old each cohort is, and how they build up. */
export function AttritionPage({ release, parameters, onParameters }: AttritionPageProps) {
  const query = useQuery({
    ...cohortsQuery(release ?? liveRelease, parameters),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  useShowRelease(data?.release);
  return (
    <>
      <PageHead
        eyebrow="Attrition"
        heading={data ? headingOf(data) : 'What becomes of recorded crimes'}
        lede={ledeOf(parameters.basis)}
        pending={query.isPending}
        unruled
        badge={data && <ReleaseBadge release={data.release} />}
        tools={data && <CopyLink release={data.release.number} />}
      />
      {!isUnpublished(query.error) && (
        <AttritionFilters data={data} parameters={parameters} onParameters={onParameters} />
      )}
      <div aria-busy={query.isFetching}>
        {query.isPending && <Loading what="the outcomes" minHeight={1200} />}
        {data && !query.error && <Figures data={data} />}
      </div>
      {query.error && <PageProblem what="The outcomes" error={query.error} onRetry={() => query.refetch()} />}
    </>
  );
}

const ledeOf = (basis: string | undefined) =>
  basis === 'closed'
    ? 'Outcomes by the month they were assigned. Crimes still without one are not in them.'
    : 'Every crime is followed from the day it is recorded. Those without an outcome stay in view.';

const headingOf = ({ title, areaName }: Cohorts) => `${title || 'All crimes'}: outcomes, ${areaName}`;

const Figures = ({ data }: { data: Cohorts }) => (
  <div className={styles.figures}>
    <CompositionFigure data={data} />
    {data.atAge.length > 0 && <AtAgeFigures data={data} />}
    {data.incidence && (
      <IncidenceFigure
        incidence={data.incidence}
        place={data.areaName}
        source={sourceWords(data)}
        synthetic={data.release.synthetic}
      />
    )}
    <OutcomeTableFigure data={data} table={data.groups} rowName="Crime group" />
    {data.areas.rows.length > 1 && <OutcomeTableFigure data={data} table={data.areas} rowName="Area" />}
  </div>
);
