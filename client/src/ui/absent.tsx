import { absentMark, absentWords } from '../format/points.ts';
import styles from './absent.module.css';

/** A cell without a value: a short mark to the eye, words to a screen reader and in the tip. Never a blank. */
export function Absent({ reason }: { reason: string | undefined }) {
  const words = absentWords(reason);
  return (
    <span className={styles.mark} title={words}>
      <span aria-hidden="true">{absentMark(reason)}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  );
}
