import type { Reading } from '../../cells/query/reading.ts';
import type { PolarityName } from '../../contract/common.ts';
import { notesFor } from '../../metrics/annotations.ts';
import { polarityOf } from '../../metrics/kinds.ts';
import { namedMembers } from '../../metrics/named-members.ts';
import type { Pinned, PinnedAnnotation, PinnedTarget } from '../../metrics/pinned.ts';
import { targetsFor } from '../../metrics/targets.ts';
import { type Baseline, defaultBaseline } from '../../stats/spc/baseline.ts';

/** What the release has recorded about one line, and the verdicts depend on. */
export interface LineSetting {
  readonly polarity: PolarityName;
  /** Rebases and breaks, by the month they fall in. */
  readonly cuts: readonly { at: string; kind: 'rebase' | 'break'; text: string }[];
  readonly baseline: Baseline;
  /** Every recorded intention, oldest first. */
  readonly intentions: readonly PinnedAnnotation[];
  readonly targets: readonly PinnedTarget[];
}

/** Reads the setting of the line of one combination of members (`key`) in one area (`node`). */
export function settingOf(
  pinned: Pinned,
  { metric, statistic, choices, filters }: Reading,
  key: Readonly<Record<string, string>>,
  node: string,
): LineSetting {
  const filter = { ...choices, ...joined(filters), ...key };
  const notes = notesFor(pinned, metric.id, node, filter);
  return {
    polarity: polarityOf(metric, { ...choices, ...key }),
    cuts: notes.flatMap(({ kind, date, text }) =>
      kind === 'rebase' || kind === 'break' ? [{ at: date.slice(0, 7), kind, text }] : [],
    ),
    baseline: baselineOf(notes),
    intentions: notes.filter((note) => note.kind === 'intention'),
    targets: targetsFor(pinned, metric.id, statistic, filter, node),
  };
}

/** The way a line was meant to move before a month began, its own latest intention winning; null where none was said. */
export function intentionIn({ intentions }: LineSetting, month: string): PinnedAnnotation | null {
  return intentions.findLast((note) => note.date <= `${month}-01`) ?? null;
}

/** The span of the baseline that names the line most closely, the latest of equals. */
function baselineOf(notes: readonly PinnedAnnotation[]): Baseline {
  const dated = notes.filter((note) => note.kind === 'baseline');
  const [closest] = dated.toReversed().toSorted((a, b) => closeness(b) - closeness(a));
  if (!closest?.until) return defaultBaseline;
  return { kind: 'span', from: closest.date.slice(0, 7), to: closest.until.slice(0, 7) };
}

function closeness({ metric, filter, areaCode }: PinnedAnnotation): number {
  const named = metric === '*' ? 0 : metric.endsWith('.*') ? 1 : 2;
  return named * 100 + namedMembers(filter).length * 10 + (areaCode === '' ? 0 : 1);
}

function joined(filters: Reading['filters']): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).map(([id, members]) => [id, members.join(',')]));
}
