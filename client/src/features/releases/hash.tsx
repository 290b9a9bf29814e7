import styles from './releases.module.css';

/** A SHA-256. Shortened, it keeps its first 12 places in sight and the whole in the tip. */
export const Hash = ({ value, short = false }: { value: string; short?: boolean }) => (
  <code className={styles.hash} title={short ? value : undefined}>
    {short ? value.slice(0, 12) : value}
  </code>
);
