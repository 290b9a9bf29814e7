import type { Cohorts } from '../../api/types.ts';
import { formatDay } from '../../format/periods.ts';

/** Where the figures come from, and as on which day. */
export function sourceWords({ release, heldTo, basis }: Cohorts): string {
  const asOn = heldTo ? ` Outcomes as on ${formatDay(heldTo)}.` : '';
  const young =
    basis === 'recorded' ? ' Months still too young to judge are never compared with older ones.' : '';
  return `Source: crimes feed, Release ${release.number}.${asOn}${young}`;
}
