import type { ReactNode } from 'react';
import styles from './page-head.module.css';

interface PageHeadProps {
  eyebrow: ReactNode;
  heading: string;
  /** The browser tab's title; the heading unless given. */
  title?: string;
  lede?: ReactNode;
  /** Controls that belong to the heading, such as previous and next month. */
  controls?: ReactNode;
  /** The release badge, or what stands in its place. */
  badge?: ReactNode;
  tools?: ReactNode;
  /** Badge and tools are on their way: their place is kept, so that nothing jumps. */
  pending?: boolean;
  /** Filters or links follow, with rules of their own. */
  unruled?: boolean;
}

/** The head of every page: eyebrow, heading, what the page offers, and the rule beneath. Sets the tab's title. */
export function PageHead({
  eyebrow,
  heading,
  title = heading,
  lede,
  controls,
  badge,
  tools,
  pending,
  unruled = false,
}: PageHeadProps) {
  return (
    <div className={unruled ? `${styles.head} ${styles.unruled}` : styles.head}>
      <title>{`${title} · VAWG performance`}</title>
      <div className={styles.words}>
        <p className={styles.eyebrow}>{eyebrow}</p>
        <div className={styles.heading}>
          <h1>{heading}</h1>
          {controls}
        </div>
        {lede && <p className={styles.lede}>{lede}</p>}
      </div>
      {(badge || tools || pending) && (
        <div className={pending ? styles.pending : styles.side}>
          {badge}
          {tools && <div className={styles.tools}>{tools}</div>}
        </div>
      )}
    </div>
  );
}
