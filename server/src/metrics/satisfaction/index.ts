import type { Family } from '../definition.ts';
import { overall, stage } from './satisfaction.metric.ts';

export const satisfaction: Family = {
  id: 'satisfaction',
  label: 'Victims’ experience',
  notes: new URL('./notes.md', import.meta.url),
  metrics: [overall, stage],
};
