import type { Family } from '../definition.ts';
import { atAge } from './at-age.metric.ts';
import { byAge } from './by-age.metric.ts';
import { mix } from './mix.metric.ts';
import { attrition, charged, oc15, oc16, positive } from './outcome-shares.metric.ts';
import { crimeVolume } from './volume.metric.ts';

export const outcomes: Family = {
  id: 'outcomes',
  label: 'Attrition and outcomes',
  notes: new URL('./notes.md', import.meta.url),
  metrics: [attrition, oc15, oc16, charged, positive, crimeVolume, atAge, mix, byAge],
};
