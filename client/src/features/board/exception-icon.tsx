import type { BoardException } from '../../api/types.ts';
import { OutlookIcon, VariationIcon } from '../../charts/verdict-icons.tsx';
import styles from './exception-icon.module.css';

/** The reason in a shape; its words stand beside the statement. */
export function ExceptionIcon({ reason }: { reason: BoardException['reason'] }) {
  switch (reason) {
    case 'worse':
      return <VariationIcon kind="concern" direction={null} />;
    case 'better':
      return <VariationIcon kind="improvement" direction={null} />;
    case 'shift':
      return <VariationIcon kind="shift" direction={null} />;
    case 'target-missed':
      return <OutlookIcon kind="likely-to-miss" />;
    case 'area-outlier':
      return (
        <svg className={styles.icon} viewBox="0 0 22 22" aria-hidden="true">
          <path className={styles.others} d="M2 2h8v8H2zM12 12h8v8h-8zM2 12h8v8H2z" />
          <path className={styles.one} d="M12 2h8v8h-8z" />
        </svg>
      );
    case 'data-quality':
      return (
        <svg className={styles.icon} viewBox="0 0 22 22" aria-hidden="true">
          <path className={styles.warning} d="M11 2.5 20.5 19h-19ZM11 9v4.5M11 16v.5" />
        </svg>
      );
  }
}
