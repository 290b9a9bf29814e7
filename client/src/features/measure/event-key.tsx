import { letterMarks } from '../../charts/model/events.ts';
import { periodX } from '../../charts/model/timeline.ts';
import type { ChartMark, ChartSeries } from '../../charts/model/types.ts';
import styles from './event-key.module.css';

/** The lettered events in words, for screen readers and for drawings too narrow to hold the words. */
export function EventKey({ marks, series }: { marks: readonly ChartMark[]; series: readonly ChartSeries[] }) {
  const points = series[0]?.points ?? [];
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return null;
  const lettered = letterMarks(marks, [periodX(first.period) - 0.5, periodX(last.period) + 0.5]);
  if (lettered.length === 0) return null;
  return (
    <ul className={styles.key} aria-label="Events">
      {lettered.map(({ letter, label, kind }) => (
        <li key={letter}>
          <b>{letter}</b> {label}
          {kind === 'break' && ' (break)'}
        </li>
      ))}
    </ul>
  );
}
