import type { Method } from '../../api/types.ts';
import styles from './words.module.css';

/** Where a method comes from: publications, and files of public repositories by name. */
export const Citations = ({ sources }: { sources: Method['sources'] }) => (
  <p className={styles.quiet}>
    Source{sources.length > 1 ? 's' : ''}:{' '}
    {sources
      .map(({ text, repository, path }) => (repository ? `${text} (${repository}, ${path})` : text))
      .join('; ')}
    .
  </p>
);
