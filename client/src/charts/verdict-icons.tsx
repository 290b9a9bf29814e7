import type { OutlookKind, VariationKind } from '../api/types.ts';
import { toneOfVariation } from './signal-tone.ts';
import styles from './verdict-icons.module.css';

interface VariationIconProps {
  kind: VariationKind;
  direction?: 'up' | 'down' | null | undefined;
}

/** Shape before hue: circle better, diamond worse, square shift, hollow no real change. Beside its word. */
export function VariationIcon({ kind, direction }: VariationIconProps) {
  const tone = toneOfVariation(kind);
  return (
    <svg className={styles.icon} viewBox="0 0 22 22" aria-hidden="true">
      {tone === 'better' && <circle className={styles.better} cx="11" cy="11" r="9.5" />}
      {tone === 'worse' && <path className={styles.worse} d="M11 .8 21.2 11 11 21.2.8 11Z" />}
      {tone === 'shift' && <rect className={styles.shift} x="2" y="2" width="18" height="18" rx="2.5" />}
      {tone && direction && <path className={styles.arrow} d={direction === 'up' ? UP : DOWN} />}
      {!tone && (
        <circle className={kind === 'common-cause' ? styles.hollow : styles.dotted} cx="11" cy="11" r="9" />
      )}
      {kind === 'common-cause' && (
        <path className={styles.wave} d="M5.5 12.5c1.8-4.5 3.6-4.5 5.5-1.5s3.7 3 5.5-1.5" />
      )}
      {kind === 'too-early' && <path className={styles.wave} d="M7 11h.01M11 11h.01M15 11h.01" />}
      {kind === 'not-comparable' && <path className={styles.wave} d="M11 5.5v11M5.5 11H8M14 11h2.5" />}
      {kind === 'too-sparse' && <path className={styles.wave} d="M9 7.5v7M13 7.5v7" />}
    </svg>
  );
}

const UP = 'M11 16V6.5M7 10.2l4-4 4 4';
const DOWN = 'M11 6v9.5M7 11.8l4 4 4-4';

/** Rule: the target. Bar: the usual range, up being the good side. Beside its word. */
export function OutlookIcon({ kind }: { kind: OutlookKind }) {
  if (kind === 'no-target')
    return (
      <svg className={styles.icon} viewBox="0 0 22 22" aria-hidden="true">
        <path className={styles.none} d="M7 11h8" />
      </svg>
    );
  const top = { 'likely-to-meet': 2.5, 'could-go-either-way': 6, 'likely-to-miss': 12, 'no-outlook': 6 }[
    kind
  ];
  const look =
    { 'likely-to-meet': styles.meet, 'likely-to-miss': styles.miss }[kind as string] ?? styles.range;
  return (
    <svg className={styles.icon} viewBox="0 0 22 22" aria-hidden="true">
      <path className={styles.rule} d="M1.5 11h19" />
      <rect
        className={kind === 'no-outlook' ? styles.unknown : look}
        x="7.5"
        y={top}
        width="7"
        height={kind === 'likely-to-meet' || kind === 'likely-to-miss' ? 7.5 : 10}
        rx="1"
        strokeDasharray={kind === 'no-outlook' ? '2 2' : undefined}
      />
    </svg>
  );
}
