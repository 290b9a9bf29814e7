import type { Reading } from '../../cells/query/reading.ts';
import type { Outlook, Variation } from '../../contract/verdict.ts';
import { monthText } from '../findings/format.ts';
import { monthJudged } from './find-pattern.ts';
import type { JudgedLine } from './judge-lines.ts';
import { judgeLineOutlook } from './judge-outlook.ts';
import { judgeLineVariation } from './judge-variation.ts';
import { lineUnit } from './line-unit.ts';
import { noVariation } from './no-verdict.ts';

/** What a line shows, and what its usual range says of its target. */
export interface LineVerdict {
  readonly variation: Variation;
  readonly outlook: Outlook;
}

/** The verdicts on a line as at a month: on it, or on the latest complete month before it. */
export function verdictAt(line: JudgedLine, { metric, statistic }: Reading, month: string): LineVerdict {
  const unit = lineUnit(metric, statistic);
  const at = monthJudged(line, month);
  const variation = at === null ? noVariation(whyNone(line, month)) : judgeLineVariation(line, unit, at);
  return { variation, outlook: judgeLineOutlook(line, unit, variation, month) };
}

function whyNone({ points }: JudgedLine, month: string): string {
  const held = points.some(({ period }) => period === month);
  return held ? 'No month is complete yet.' : `${monthText(month)} is not held.`;
}
