import type { ReactNode } from 'react';
import styles from './table.module.css';

interface TableProps {
  caption: string;
  /** Keeps the caption for screen readers only. */
  hideCaption?: boolean;
  /** `<thead>` and `<tbody>`; give number cells the attribute `data-number`. */
  children: ReactNode;
}

/** A data table that scrolls inside itself, by keyboard too, rather than widening the page. */
export function Table({ caption, hideCaption = false, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className={styles.scroll} aria-label={caption} tabIndex={0}>
      <table className={styles.table}>
        <caption className={hideCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        {children}
      </table>
    </section>
  );
}
