import type { AreaFlag, KeyedSeries } from '../../api/types.ts';
import { SignalMark } from '../../charts/signal-mark.tsx';
import { toneOfFlag } from '../../charts/signal-tone.ts';
import { VariationWord } from '../../charts/verdict-words.tsx';
import { othersWords } from '../../format/areas.ts';
import { upperFirst } from '../../format/words.ts';
import styles from './area-words.module.css';

/** Under the name of an area: its own verdict, and how it lies beside the other areas. */
export const AreaWords = ({ line: { variation, flag } }: { line: KeyedSeries }) => (
  <>
    {variation && (
      <p className={styles.variation}>
        <VariationWord variation={variation} />
      </p>
    )}
    {flag && <FlagWords flag={flag} />}
  </>
);

/** Whether the area can be told apart from the others; the numbers stand beneath the panels and in the table. */
function FlagWords({ flag }: { flag: AreaFlag }) {
  const others = othersWords(flag.comparedWith);
  const tone = toneOfFlag(flag);
  if (flag.absent !== null) return <p className={styles.flag}>Not compared with other areas</p>;
  if (!tone || !flag.word) return <p className={styles.flag}>Not distinguishable from {others}</p>;
  return (
    <p className={`${styles.flag} ${styles[tone]}`}>
      <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
        <SignalMark x={5.5} y={5.5} size={3.8} tone={tone} />
      </svg>
      {`${upperFirst(flag.word)} than ${others}`}
    </p>
  );
}

/** The areas that differ from the others beyond chance, each in one sentence with its numbers. */
export function FlagSentences({ lines }: { lines: readonly KeyedSeries[] }) {
  const flagged = lines.flatMap(({ flag }) => (flag && flag.side !== null ? [flag.sentence] : []));
  if (flagged.length === 0) return null;
  return (
    <ul className={styles.sentences}>
      {flagged.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
