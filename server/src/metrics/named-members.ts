/** Members by dimension that an annotation or a target names. */
export type NamedMembers = readonly (readonly [dimension: string, member: string])[];

// Every figure holds the pinned annotations and targets against itself, and their filters are a handful of texts.
const known = new Map<string, NamedMembers>();

/** Reads a filter such as `grade=2&domesticAbuse=true`; none where it is empty. */
export function namedMembers(filter = ''): NamedMembers {
  let members = known.get(filter);
  if (!members) {
    members = [...new URLSearchParams(filter)];
    known.set(filter, members);
  }
  return members;
}
