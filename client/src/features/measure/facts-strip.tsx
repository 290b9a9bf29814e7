import type { Fact } from './facts.ts';
import styles from './facts-strip.module.css';

/** The numbers a reader came for, beneath the filters. */
export const FactsStrip = ({ facts }: { facts: readonly Fact[] }) => (
  <dl className={styles.strip}>
    {facts.map(({ label, value, unit, note }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd className={styles.value}>
          {value} {unit && <small>{unit}</small>}
        </dd>
        {note && <dd className={styles.note}>{note}</dd>}
      </div>
    ))}
  </dl>
);
