import type { Family } from '../definition.ts';
import { chargingRate, overdue, referrals } from './cps.metric.ts';

export const cps: Family = {
  id: 'cps',
  label: 'Referral and charge',
  notes: new URL('./notes.md', import.meta.url),
  metrics: [referrals, chargingRate, overdue],
};
