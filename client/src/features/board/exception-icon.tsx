import type { BoardException, OutlookKind, Variation } from '../../api/types.ts';
import { OutlookIcon, VariationIcon } from '../../charts/verdict-icons.tsx';
import styles from './exception-icon.module.css';

interface ExceptionIconProps {
  reason: BoardException['reason'];
  /** The way its measure moved, for the arrow. */
  direction?: Variation['direction'] | undefined;
  /** Where the target lies; else likely to miss it. */
  outlook?: OutlookKind | undefined;
}

/** The reason in a shape; its words stand beside the statement. */
export function ExceptionIcon({ reason, direction, outlook = 'likely-to-miss' }: ExceptionIconProps) {
  switch (reason) {
    case 'worse':
      return <VariationIcon kind="concern" direction={direction} />;
    case 'better':
      return <VariationIcon kind="improvement" direction={direction} />;
    case 'shift':
      return <VariationIcon kind="shift" direction={direction} />;
    case 'target-missed':
      return <OutlookIcon kind={outlook} />;
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
