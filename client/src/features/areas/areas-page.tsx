import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useShowRelease } from '../../api/current-release.ts';
import { comparisonCsvHref } from '../../api/downloads.ts';
import { comparisonQuery, liveRelease } from '../../api/queries.ts';
import type { Comparison } from '../../api/types.ts';
import { buttonClass } from '../../ui/button.tsx';
import { CopyLink } from '../../ui/copy-link.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { isUnpublished, PageProblem } from '../../ui/page-problem.tsx';
import { ReleaseBadge } from '../../ui/release-badge.tsx';
import { AreaLinks } from './area-links.tsx';
import styles from './areas-page.module.css';
import { AreasFilters } from './filters.tsx';
import { PanelFigure } from './panel-figure.tsx';
import { PeriodFigure } from './period-figure.tsx';
import { StripsFigure } from './strips-figure.tsx';
import { ToldApart } from './told-apart.tsx';

interface AreasPageProps {
  /** As pinned in the address; the live release unless given. */
  release: string | undefined;
  /** The API's own parameters. */
  parameters: Record<string, string>;
  onParameters: (parameters: Record<string, string>) => void;
}

/** The areas of the force beside each other, always in one order, and what chance can explain. */
export function AreasPage({ release, parameters, onParameters }: AreasPageProps) {
  const query = useQuery({
    ...comparisonQuery(release ?? liveRelease, parameters),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  useShowRelease(data?.release);
  return (
    <>
      <PageHead
        eyebrow="Compare areas"
        heading={data?.title ?? 'Areas, and what chance can explain'}
        lede="Areas are always shown in the same order. They are not ranked, because most differences are too small to mean anything."
        pending={query.isPending}
        unruled
        badge={data && <ReleaseBadge release={data.release} />}
        tools={
          data && (
            <>
              <CopyLink release={data.release.number} />
              <a className={buttonClass()} href={comparisonCsvHref(data.release.number, parameters)} download>
                <DownloadIcon />
                Data (CSV)
              </a>
            </>
          )
        }
      />
      {!isUnpublished(query.error) && (
        <AreasFilters data={data} parameters={parameters} onParameters={onParameters} />
      )}
      <div aria-busy={query.isFetching}>
        {query.isPending && <Loading what="the areas" minHeight={1600} />}
        {data && !query.error && <Figures data={data} pinned={release} />}
      </div>
      {query.error && (
        <PageProblem
          what="The areas"
          error={query.error}
          onRetry={() => query.refetch()}
          ways={
            <Link to="/areas" className={buttonClass({ small: true })}>
              Show the usual comparison
            </Link>
          }
        />
      )}
    </>
  );
}

function Figures({ data, pinned }: { data: Comparison; pinned: string | undefined }) {
  const panels = [data.main, data.second].filter((panel) => panel !== null);
  return (
    <>
      <p className={styles.finding}>
        <b>{data.finding.statement}</b> {data.finding.evidence}
      </p>
      <div className={styles.figures}>
        <div className={styles.pair}>
          {panels.map((panel) => (
            <PanelFigure key={panel.metric} data={data} panel={panel} />
          ))}
          {data.secondAbsent && data.secondAbsent.reason !== 'not-asked' && <p>{data.secondAbsent.text}</p>}
        </div>
        <div className={styles.period}>
          <PeriodFigure data={data} panel={data.main} />
          <div className={styles.notes}>
            <ToldApart panel={data.main} />
            <AreaLinks data={data} pinned={pinned} />
          </div>
        </div>
        <StripsFigure data={data} pinned={pinned} />
      </div>
    </>
  );
}
