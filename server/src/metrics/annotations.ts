import type { Pinned, PinnedAnnotation } from './pinned.ts';

/** Events, rebases and breaks that touch a metric and area, in date order. */
export function annotationsFor(pinned: Pinned, metric: string, area: string): PinnedAnnotation[] {
  return pinned.annotations
    .filter((note) => appliesTo(note.metric, metric) && (note.areaCode === '' || note.areaCode === area))
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** Whether a break falls in the months after `earlier`, up to and with `later`. */
export function breakBetween(notes: readonly PinnedAnnotation[], earlier: string, later: string): boolean {
  return notes.some(
    (note) => note.kind === 'break' && note.date.slice(0, 7) > earlier && note.date.slice(0, 7) <= later,
  );
}

function appliesTo(pattern: string, metric: string): boolean {
  return pattern
    .split(' ')
    .some(
      (one) => one === '*' || one === metric || (one.endsWith('.*') && metric.startsWith(one.slice(0, -1))),
    );
}
