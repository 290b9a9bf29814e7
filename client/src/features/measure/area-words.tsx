import type { AreaFlag, KeyedSeries } from '../../api/types.ts';
import { SignalMark } from '../../charts/signal-mark.tsx';
import type { Tone } from '../../charts/signal-tone.ts';
import { VariationWord } from '../../charts/verdict-words.tsx';
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

/** A real difference with its numbers; otherwise one line: the numbers are in the table. */
function FlagWords({ flag }: { flag: AreaFlag }) {
  if (flag.absent !== null) return <p className={styles.flag}>Not compared with the other areas</p>;
  if (flag.side === null || flag.word === null)
    return <p className={styles.flag}>Not distinguishable from the other areas</p>;
  const tone = toneOfFlag(flag.word);
  return (
    <p className={styles.flag}>
      <svg width="11" height="11" viewBox="0 0 11 11" aria-hidden="true">
        <SignalMark x={5.5} y={5.5} size={3.8} tone={tone} />
      </svg>{' '}
      <b className={styles[tone]}>{`${capital(flag.word)} than the other areas.`}</b> {sentenceOf(flag)}
    </p>
  );
}

/** The area is named above: its sentence begins with the figure. */
const sentenceOf = ({ sentence }: AreaFlag) => capital(sentence.replace(/^[^:]+: /, ''));
const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const toneOfFlag = (word: NonNullable<AreaFlag['word']>): Tone =>
  word === 'worse' || word === 'better' ? word : 'shift';
