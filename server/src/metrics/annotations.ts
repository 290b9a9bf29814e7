import { namedMembers } from './named-members.ts';
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
  return touching(pinned, metric, area).filter((note) =>
    namedMembers(note.filter).every(([dimension, member]) => filter[dimension] === member),
  );
}

const known = new WeakMap<Pinned, Map<string, readonly PinnedAnnotation[]>>();

/** Annotations of a metric in an area, whatever the members, in date order; found once for what is pinned. */
function touching(pinned: Pinned, metric: string, area: string): readonly PinnedAnnotation[] {
  const memo = known.get(pinned) ?? new Map<string, readonly PinnedAnnotation[]>();
  known.set(pinned, memo);
  const key = `${metric} ${area}`;
  let notes = memo.get(key);
  if (!notes) {
    notes = pinned.annotations
      .filter((note) => appliesTo(note.metric, metric) && (note.areaCode === '' || note.areaCode === area))
      .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
    memo.set(key, notes);
  }
  return notes;
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
