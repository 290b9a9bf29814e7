import { londonReading } from '../../stats/time/london.ts';
import type { Row } from '../row.ts';
import { copyInstant } from './timestamp.ts';

/** A timestamp of a row, and the position it should have among the others: equal ranks are not compared. */
export interface Stamp {
  slot: number;
  column: string;
  rank: number;
}

/**
 * Settles timestamps in the hour that October repeats: the reading consistent with the row's other stamps,
 * else the earlier (decision 12). Each is warned about.
 */
export function settleRepeatedHours(row: Row, stamps: readonly Stamp[]): void {
  const unsettled = stamps.filter(({ slot }) => !Number.isNaN(row.laterTimes[slot]));
  if (unsettled.length === 0) return;
  const early = unsettled.map(({ slot }) => row.times[slot]);
  const late = unsettled.map(({ slot }) => row.laterTimes[slot]);
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let choice = 0; choice < 1 << unsettled.length; choice++) {
    apply(choice);
    const wrong = countOutOfOrder(row, stamps);
    if (wrong < fewest) {
      best = choice;
      fewest = wrong;
    }
  }
  apply(best);
  unsettled.forEach(({ slot, column }, index) => {
    const which = best & bit(index) ? 'the second, in winter time' : 'the first, in summer time';
    row.values[slot] = copyInstant(row.times[slot]);
    row.warn(
      column,
      'ambiguous-hour',
      `${column} ${londonReading(row.times[slot])} happened twice as clocks went back; taken as ${which}.`,
    );
  });

  function apply(choice: number): void {
    unsettled.forEach(({ slot }, index) => {
      row.times[slot] = choice & bit(index) ? late[index] : early[index];
    });
  }

  /** The first stamp has the highest bit, so that a tie leaves the earliest stamps early. */
  function bit(index: number): number {
    return 1 << (unsettled.length - 1 - index);
  }
}

function countOutOfOrder(row: Row, stamps: readonly Stamp[]): number {
  let wrong = 0;
  for (const a of stamps) {
    for (const b of stamps) if (a.rank < b.rank && row.times[a.slot] > row.times[b.slot]) wrong++;
  }
  return wrong;
}
