import type { Family } from '../definition.ts';
import { domesticGap } from './domestic-gap.metric.ts';
import { dispatchWait, responseTime, travel } from './durations.metric.ts';
import { seenWithinHour, volume, withinTarget } from './shares.metric.ts';

export const response: Family = {
  id: 'response',
  label: 'Responding to domestic abuse',
  notes: new URL('./notes.md', import.meta.url),
  metrics: [responseTime, dispatchWait, travel, withinTarget, seenWithinHour, volume, domesticGap],
};
