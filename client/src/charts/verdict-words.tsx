import type { Outlook, Variation } from '../api/types.ts';
import { toneOfVariation } from './signal-tone.ts';
import { OutlookIcon, VariationIcon } from './verdict-icons.tsx';
import styles from './verdict-words.module.css';

/** The verdict: icon beside its word, the rule in words on hover. */
export function VariationWord({ variation }: { variation: Variation }) {
  const tone = toneOfVariation(variation.kind);
  return (
    <span className={`${styles.verdict} ${tone ? styles[tone] : ''}`} title={variation.sentence}>
      <VariationIcon kind={variation.kind} direction={variation.direction} />
      {variation.word}
    </span>
  );
}

/** The outlook against the target: icon beside its word. */
export const OutlookWord = ({ outlook }: { outlook: Outlook }) => (
  <span className={styles.verdict} title={outlook.sentence}>
    <OutlookIcon kind={outlook.kind} />
    <span className={styles.outlook}>{outlook.word}</span>
  </span>
);
