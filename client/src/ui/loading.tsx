import { useEffect, useState } from 'react';
import styles from './loading.module.css';

interface LoadingProps {
  /** What is on its way: "the board for November 2023". */
  what: string;
  /** Height of what will arrive, so that nothing jumps. */
  minHeight: number | string;
}

/** A still skeleton at final height; says "Loading …" once, politely, after a second. */
export function Loading({ what, minHeight }: LoadingProps) {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 1000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.block} style={{ minHeight }} aria-busy="true">
      <div className={styles.bar} style={{ width: '62%', height: 20 }} />
      <div className={styles.bar} style={{ width: '40%', height: 12 }} />
      <p role="status" className={styles.note}>
        {slow ? `Loading ${what}` : ''}
      </p>
    </div>
  );
}
