import type { CompositionPart } from '../../metrics/definition.ts';

/** Index of the part a member of the sorting column counts in: the part that names it, else the rest; -1 for none. */
export function partOf(parts: readonly CompositionPart[], member: string): number {
  const named = parts.findIndex(({ members }) => members !== 'rest' && members.includes(member));
  return named >= 0 ? named : parts.findIndex(({ members }) => members === 'rest');
}
