import type { Pinned, PinnedAnnotation } from './pinned.ts';

/** An annotation shown beside a line: the others say how its limits and its words are made. */
export type DrawnAnnotation = PinnedAnnotation & { readonly kind: 'event' | 'rebase' | 'break' };

/** Members of a line by dimension, as parameters: several are comma-separated. */
export type LineFilter = Readonly<Record<string, string>>;

export function isDrawn(note: PinnedAnnotation): note is DrawnAnnotation {
  return note.kind === 'event' || note.kind === 'rebase' || note.kind === 'break';
}

/** Events, rebases and breaks that touch a line, in date order. */
export function annotationsFor(
  pinned: Pinned,
  metric: string,
  area: string,
  filter: LineFilter = {},
): DrawnAnnotation[] {
  return notesFor(pinned, metric, area, filter).filter(isDrawn);
}

/** Every annotation that touches a line, in date order: one with a filter only lines of just those members. */
export function notesFor(
  pinned: Pinned,
  metric: string,
  area: string,
  filter: LineFilter,
): PinnedAnnotation[] {
  return pinned.annotations
    .filter((note) => appliesTo(note.metric, metric) && (note.areaCode === '' || note.areaCode === area))
    .filter((note) =>
      [...new URLSearchParams(note.filter)].every(([dimension, member]) => filter[dimension] === member),
    )
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
