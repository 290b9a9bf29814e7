import type { Reading, ReadLine } from '../../cells/query/reading.ts';
import type { Period } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { whyNever } from './compare-areas.ts';
import { type FoundFault, findFault } from './find-fault.ts';

/** Sibling lines that can be compared in a period, and those a failed check keeps out, with why. */
export interface FitLines {
  readonly fit: readonly ReadLine[];
  readonly faults: ReadonlyMap<ReadLine, FoundFault>;
}

/** Keeps lines whose data fail a check out of a comparison, so that they distort no other area's either. */
export function fitLines(
  release: LoadedRelease,
  reading: Reading,
  lines: readonly ReadLine[],
  period: Period,
): FitLines {
  const faults = new Map<ReadLine, FoundFault>();
  if (whyNever(reading, lines[0]?.key)) return { fit: lines, faults };
  for (const line of lines) {
    const found = findFault(release, reading, line.node, period);
    if (found) faults.set(line, found);
  }
  return { fit: lines.filter((line) => !faults.has(line)), faults };
}
