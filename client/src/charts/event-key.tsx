import styles from './event-key.module.css';
import type { PlacedMark } from './model/events.ts';

/** The lettered events in full. Only screen readers meet it where the plot itself says everything. */
export function EventKey({ marks }: { marks: readonly PlacedMark[] }) {
  if (marks.length === 0) return null;
  const saidAbove = marks.every(({ side, label, full }) => side !== 'none' && label === full);
  return (
    <ul className={saidAbove ? 'visually-hidden' : styles.key} aria-label="Events">
      {marks.map(({ letter, full, kind }) => (
        <li key={letter}>
          <b>{letter}</b> {full}
          {kind === 'break' && ' (break)'}
        </li>
      ))}
    </ul>
  );
}
