import { dayBounds } from '../../../server/src/stats/time/london.ts';
import { lpas } from '../places.ts';
import type { Random } from '../random.ts';

const telford = lpas.indexOf('telford');
const outageStart = dayBounds('2023-09-04').startUtcMs / 1000;
const outageEnd = dayBounds('2023-09-18').startUtcMs / 1000;
const faultStart = dayBounds('2023-11-01').startUtcMs / 1000;
const faultEnd = dayBounds('2023-12-01').startUtcMs / 1000;

const usualShare = 0.014;
const faultShare = 0.048;

/**
 * Whether an officer's arrival was never booked. Telford & Wrekin lost every arrival time from 4 to 17
 * September 2023, and about 6% of them in November 2023.
 */
export function isArrivalMissing(receivedAt: number, lpaIndex: number, random: Random): boolean {
  const draw = random.next();
  if (lpaIndex !== telford) return draw < usualShare;
  if (receivedAt >= outageStart && receivedAt < outageEnd) return true;
  return draw < (receivedAt >= faultStart && receivedAt < faultEnd ? faultShare : usualShare);
}
