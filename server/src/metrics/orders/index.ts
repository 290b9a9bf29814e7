import type { Family } from '../definition.ts';
import { grantedShare, issued } from './orders.metric.ts';

export const orders: Family = {
  id: 'orders',
  label: 'Protective orders',
  notes: new URL('./notes.md', import.meta.url),
  metrics: [issued, grantedShare],
};
