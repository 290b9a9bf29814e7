import type { Cohorts } from '../../api/types.ts';
import { formatDay } from '../../format/periods.ts';

/** Where the figures come from, and as on which day. */
export function sourceWords({ release, heldTo }: Cohorts): string {
  const asOn = heldTo ? ` Outcomes as on ${formatDay(heldTo)}.` : '';
  return `Source: crimes feed, Release ${release.number}.${asOn} Months still too young to judge are never compared with older ones.`;
}
