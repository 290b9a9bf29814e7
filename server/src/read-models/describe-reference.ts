import type { Annotation, Target } from '../contract/measure.ts';
import type { DrawnAnnotation } from '../metrics/annotations.ts';
import type { PinnedTarget } from '../metrics/pinned.ts';
import { targetValue } from '../metrics/targets.ts';

/** A pinned target in the words of the contract. */
export function describeTarget(target: PinnedTarget): Target {
  const { comparison, validFrom, validTo, provenance, source } = target;
  return { comparison, value: targetValue(target), validFrom, validTo, provenance, source };
}

/** A pinned annotation in the words of the contract. */
export function describeAnnotation(note: DrawnAnnotation): Annotation {
  const { kind, date, text, source, illustrative } = note;
  return { kind, date, text, source, illustrative, area: note.areaCode === '' ? null : note.areaCode };
}
