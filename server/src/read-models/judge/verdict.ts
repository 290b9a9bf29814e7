import type { Reading } from '../../cells/query/reading.ts';
import type { Outlook, Variation } from '../../contract/verdict.ts';
import { monthRange } from '../../metrics/periods.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { monthText } from '../findings/format.ts';
import { type FoundFault, findFault } from './find-fault.ts';
import { findPattern, monthJudged } from './find-pattern.ts';
import type { JudgedLine } from './judge-lines.ts';
import { judgeLineOutlook, withholdOutlook } from './judge-outlook.ts';
import { judgeLineVariation } from './judge-variation.ts';
import { lineUnit } from './line-unit.ts';
import { noVariation } from './no-verdict.ts';

/** What a line shows, and what its usual range says of its target. */
export interface LineVerdict {
  readonly variation: Variation;
  readonly outlook: Outlook;
}

/**
 * The verdicts on a line as at a month: on it, or on the latest complete month before it. None is given where the
 * data of what is judged fail a check that bears on the measure.
 */
export function verdictAt(
  release: LoadedRelease,
  line: JudgedLine,
  reading: Reading,
  month: string,
): LineVerdict {
  const unit = lineUnit(reading.metric, reading.statistic);
  const at = monthJudged(line, month);
  const variation = at === null ? noVariation(whyNone(line, month)) : judgeLineVariation(line, unit, at);
  const outlook = judgeLineOutlook(line, unit, variation, month);
  const found = at !== null && isJudged(variation) ? faultBehind(release, reading, line, at) : null;
  if (!found) return { variation, outlook };
  const { fault, sentence } = found;
  const none = {
    kind: 'not-comparable',
    word: 'Not comparable',
    at,
    points: variation.points,
    fault,
  } as const;
  return { variation: noVariation(sentence, none), outlook: withholdOutlook(outlook, sentence) };
}

const judgedKinds: readonly Variation['kind'][] = ['improvement', 'concern', 'shift', 'common-cause'];
const isJudged = ({ kind }: Variation): boolean => judgedKinds.includes(kind);

/** Months a run or a trend still needs once those that fail are taken out. */
const leastSound = 7;

/** The fault of the month judged, or of so much of its pattern that the rest would not make one. */
function faultBehind(
  release: LoadedRelease,
  reading: Reading,
  { node, xmr }: JudgedLine,
  at: string,
): FoundFault | null {
  const faultIn = (month: string) => findFault(release, reading, node, { name: month, months: [month] });
  const own = faultIn(at);
  const pattern = findPattern(xmr, at);
  if (own || !pattern || pattern.rule === 'outside') return own;
  const faults = monthRange(pattern.begins, pattern.until).flatMap((month) => faultIn(month) ?? []);
  const spare = pattern.rule === 'two-in-three' ? 0 : pattern.length - leastSound;
  return faults.length > spare ? faults[0] : null;
}

function whyNone({ points }: JudgedLine, month: string): string {
  const held = points.some(({ period }) => period === month);
  return held ? 'No month is complete yet.' : `${monthText(month)} is not held.`;
}
