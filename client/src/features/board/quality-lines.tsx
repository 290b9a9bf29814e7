import type { QualityCheck } from '../../api/types.ts';
import styles from './notes.module.css';

/** What is wrong with the data behind the figures, before the figures. */
export function QualityLines({ checks }: { checks: readonly QualityCheck[] }) {
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length === 0) return null;
  return (
    <section className={styles.quality} aria-label="Data quality">
      <h2>Data quality</h2>
      <ul>
        {failed.map(({ id, area, period, text }) => (
          <li key={`${id} ${area} ${period}`}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
