import type { Family } from '../definition.ts';
import { outcomeShare } from './outcome-share.metric.ts';

export const published: Family = {
  id: 'published',
  label: 'Published comparators',
  notes: new URL('./notes.md', import.meta.url),
  metrics: [outcomeShare],
};
