import type { ReleaseData } from '../cells/query/reading.ts';
import type { DimensionUse, MetricDefinition } from '../metrics/definition.ts';
import { columnOf, dimensions, listedMembers } from '../metrics/dimensions.ts';
import type { Pinned } from '../metrics/pinned.ts';

export interface MemberText {
  readonly code: string;
  readonly label: string;
}

/** Member of the force choice that stands for the deployment's own force. */
export const HOME_FORCE = 'home';

const found = new WeakMap<ReleaseData, Map<string, readonly string[]>>();

/** The members a dimension of a metric takes, in words: listed, pinned, or found in the release's cells. */
export function membersOf(release: ReleaseData, metric: MetricDefinition, use: DimensionUse): MemberText[] {
  const codes = listedMembers(use) ?? dataMembers(release, metric, use);
  return codes.map((code) => ({ code, label: labelOf(release.pinned, use.id, code) }));
}

/** One member in words; the code itself where nothing better is known. */
export function labelOf(pinned: Pinned, dimension: string, code: string): string {
  const text = dimensions[dimension];
  if (text && text.members !== 'data') return text.members[code] ?? inWords(code);
  if (code === 'not-recorded') return 'Not recorded';
  if (dimension === 'grade') {
    const label = pinned.grades.findLast((grade) => grade.grade === code)?.label;
    return label ? `Grade ${code}, ${label.toLowerCase()}` : `Grade ${code}`;
  }
  if (dimension === 'outcome') {
    const label = pinned.outcomeTypes.find((outcome) => outcome.code === code)?.label;
    return label ? `Outcome ${code}: ${label}` : `Outcome ${code}`;
  }
  if (dimension === 'force') {
    if (code === HOME_FORCE) return pinned.force.name;
    return pinned.forces.find((force) => force.code === code)?.name ?? code;
  }
  return inWords(code);
}

function inWords(code: string): string {
  return code.replace(/[_-]/g, ' ').replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function dataMembers(release: ReleaseData, metric: MetricDefinition, use: DimensionUse): readonly string[] {
  if (use.id === 'grade') return [...new Set(release.pinned.grades.map((grade) => grade.grade))];
  const column = columnOf(use, {});
  if (column === null) return [];
  const known = found.get(release) ?? new Map<string, readonly string[]>();
  found.set(release, known);
  const key = `${metric.cube} ${column}`;
  let codes = known.get(key);
  if (!codes) {
    codes = release
      .membersOf(metric.cube, column)
      .filter((code) => code !== '-')
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));
    known.set(key, use.id === 'force' ? [HOME_FORCE, ...codes] : codes);
    codes = known.get(key) ?? codes;
  }
  return codes;
}
