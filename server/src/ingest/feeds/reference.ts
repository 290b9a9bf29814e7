import type { FinishRow, SlotOf } from '../definition.ts';

/** Refuses rows whose last day is before their first. */
export function refuseReversedDates(slotOf: SlotOf): FinishRow {
  const [from, to] = [slotOf('valid_from'), slotOf('valid_to')];
  return (row) => {
    const [first, last] = [row.values[from], row.values[to]];
    if (first !== null && last !== null && last < first) {
      row.refuse('valid_to', 'dates-reversed', `valid_to ${last} is before valid_from ${first}.`);
    }
  };
}
