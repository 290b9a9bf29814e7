import { formatDay } from '../format/periods.ts';
import styles from './release-badge.module.css';

interface ReleaseBadgeProps {
  release: { number: number; publishedOn: string; dataTo: string };
}

/** Which release every figure of the page was read from. One per page, plain text. */
export function ReleaseBadge({ release }: ReleaseBadgeProps) {
  return (
    <p className={styles.badge}>
      <span className={styles.dot} aria-hidden="true" />
      <span>
        <b>Release {release.number}</b> · published {formatDay(release.publishedOn, 'short')} · data to{' '}
        {formatDay(release.dataTo, 'short')}
      </span>
    </p>
  );
}
