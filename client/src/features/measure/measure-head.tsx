import { Link } from '@tanstack/react-router';
import { measureCsvHref } from '../../api/downloads.ts';
import type { MeasurePage, Metric } from '../../api/types.ts';
import { buttonClass } from '../../ui/button.tsx';
import { CopyLink } from '../../ui/copy-link.tsx';
import { DownloadIcon } from '../../ui/icons.tsx';
import { ReleaseBadge } from '../../ui/release-badge.tsx';
import { apiParameters, type MeasureSearch } from '../../url/measure-search.ts';
import styles from './measure-head.module.css';

interface MeasureHeadProps {
  metricId: string;
  /** From the catalogue, before the page's own reply. */
  metric: Metric | undefined;
  page: MeasurePage | undefined;
  search: MeasureSearch;
}

/** Breadcrumb, title, what the measure says, and which release it was read from. */
export function MeasureHead({ metricId, metric, page, search }: MeasureHeadProps) {
  const title = page?.title ?? metric?.label ?? metricId;
  const pinned = search.release ? { release: search.release } : {};
  return (
    <>
      <title>{`${title} · VAWG performance`}</title>
      <nav className={styles.crumbs} aria-label="Breadcrumb">
        <Link to="/measures" search={pinned}>
          Measures
        </Link>
        {metric && (
          <Link to="/measures" search={pinned} hash={metric.family}>
            {metric.familyLabel}
          </Link>
        )}
        <span aria-current="page">{metric?.label ?? metricId}</span>
      </nav>
      <div className={styles.head}>
        <div className={styles.words}>
          <h1>{title}</h1>
          <p className={styles.meaning}>{metric?.meaning}</p>
        </div>
        {page ? (
          <div className={styles.side}>
            <ReleaseBadge release={page.release} />
            <div className={styles.tools}>
              <CopyLink release={page.release.number} />
              <a
                className={buttonClass()}
                href={measureCsvHref(page.release.number, metricId, apiParameters(search))}
                download
              >
                <DownloadIcon />
                Data (CSV)
              </a>
            </div>
          </div>
        ) : (
          <div className={styles.pending} />
        )}
      </div>
    </>
  );
}
