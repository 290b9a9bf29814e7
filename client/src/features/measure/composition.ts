import type { MeasurePage } from '../../api/types.ts';
import type { ShareLook, ShareSeries } from '../../charts/model/share-stack.ts';
import { chartSeries } from './measure-view.ts';

const looks: Record<string, ShareLook> = {
  charged: 'teal',
  'other-positive': 'mint',
  oc15: 'sky',
  oc16: 'blue',
  'other-no-further-action': 'grey',
  'not-yet-assigned': 'hatched',
};

/** The parts of a whole over time, from the bottom up; null where the measure is not a composition. */
export function compositionSeries({ metric, panels }: MeasurePage): ShareSeries[] | null {
  const parts = panels.members?.series ?? [];
  if (metric.kind !== 'composition' || parts.length === 0) return null;
  return parts.map((part) => ({
    ...chartSeries(part, 'ink'),
    look: looks[Object.values(part.key).at(-1) ?? ''] ?? 'grey',
  }));
}
