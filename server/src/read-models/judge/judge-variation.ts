import type { Variation } from '../../contract/verdict.ts';
import type { JudgedPoint } from '../../stats/spc/judged-point.ts';
import type { Polarity, Variation as Verdict } from '../../stats/spc/variation.ts';
import { judgeVariation } from '../../stats/spc/variation.ts';
import { monthText } from '../findings/format.ts';
import { describeSparse, noRangeSentence } from '../findings/sparse.ts';
import {
  describeSignal,
  describeTooFew,
  describeUsual,
  figuresBeside,
  patternWords,
} from '../findings/variation.ts';
import { findPattern } from './find-pattern.ts';
import type { JudgedLine } from './judge-lines.ts';
import { intentionIn } from './line-setting.ts';
import { inWords, type LineUnit } from './line-unit.ts';
import { noVariation } from './no-verdict.ts';

const polarities = {
  'higher-is-better': 'increase',
  'lower-is-better': 'decrease',
  neutral: 'neutral',
} as const satisfies Record<string, Polarity>;

/** Whether a line has really changed, judged on one complete month of it. */
export function judgeLineVariation(line: JudgedLine, unit: LineUnit, at: string): Variation {
  const { xmr, setting } = line;
  const point = xmr.points.find((one) => one.at === at);
  if (!point || point.value === null) return noVariation(`No value for ${monthText(at)}.`, { at });
  // What was said cannot have been meant of months before it.
  const intention = intentionIn(setting, findPattern(xmr, at)?.begins ?? at);
  const verdict = judgeVariation(xmr, {
    at,
    polarity: polarities[setting.polarity],
    intention: intention?.direction ?? null,
  });
  return { ...describe(line, unit, { ...point, value: point.value }, verdict), ...stated(line, at) };
}

/** What the force has said of a measure without an agreed direction, by the month judged. */
function stated({ setting }: JudgedLine, at: string): Pick<Variation, 'intention'> {
  const note = setting.polarity === 'neutral' ? intentionIn(setting, at) : null;
  if (!note?.direction) return { intention: null };
  const direction = note.direction === 'increase' ? 'up' : 'down';
  return { intention: { direction, date: note.date, text: note.text, source: note.source } };
}

type Valued = JudgedPoint & { readonly value: number };

function describe(line: JudgedLine, unit: LineUnit, point: Valued, verdict: Verdict): Variation {
  const { at, sigmas, value } = point;
  switch (verdict.kind) {
    case 'not-judged':
      return notJudged(line, point, verdict.reason);
    case 'too-sparse': {
      const means = line.meanCounts[point.segment] ?? null;
      const sentence = means ? describeSparse(means) : noRangeSentence;
      return noVariation(sentence, { ...tooSparse(line, point), word: 'Too few to judge' });
    }
    case 'too-early':
    case 'not-comparable': {
      const { kind, points, needed } = verdict;
      const cut = kind === 'too-early' ? null : breakOf(line, verdict.since);
      const sentence = describeTooFew(points, needed, cut);
      const word = kind === 'too-early' ? 'Too early' : 'Not comparable';
      return noVariation(sentence, { kind, word, at, points, needed, since: cut?.month ?? null });
    }
    default: {
      const baseline = line.xmr.segments[point.segment]?.baseline ?? null;
      const range = inWords(unit, { ...point, baseline });
      const figures = figuresBeside(unit, value, range, verdict.kind !== 'common-cause');
      const month = { month: at, value };
      const counted = { at, sigmas, points: completeUpTo(line, point) };
      if (verdict.kind === 'common-cause') {
        const sentence = describeUsual(figures, month, range);
        return noVariation(sentence, { ...counted, kind: verdict.kind, word: 'No real change' });
      }
      const pattern = findPattern(line.xmr, at);
      const ruleWords = pattern ? patternWords(pattern, unit.words) : '';
      const sentence = describeSignal(figures, month, ruleWords, range);
      return noVariation(sentence, {
        ...counted,
        kind: verdict.kind,
        ...wordOf(verdict),
        direction: pattern?.direction ?? null,
        rule: verdict.signal.rule,
        ruleWords,
        since: pattern?.since ?? null,
      });
    }
  }
}

function notJudged(
  line: JudgedLine,
  point: Valued,
  reason: Extract<Verdict, { kind: 'not-judged' }>['reason'],
): Variation {
  const { at } = point;
  if (reason === 'no-limits')
    return noVariation(noRangeSentence, { ...tooSparse(line, point), word: 'No usual range' });
  const why =
    reason === 'before-baseline'
      ? `${monthText(at)} lies before the months the limits come from: drawn, not judged.`
      : `${monthText(at)} is not judged.`;
  return noVariation(why, { at });
}

function tooSparse(line: JudgedLine, point: JudgedPoint) {
  return { kind: 'too-sparse', at: point.at, points: completeUpTo(line, point) } as const;
}

function wordOf(verdict: Extract<Verdict, { signal: unknown }>): Pick<Variation, 'word' | 'intended'> {
  if (verdict.kind !== 'shift')
    return { word: verdict.kind === 'improvement' ? 'Better' : 'Worse', intended: null };
  const arrow = verdict.signal.direction > 0 ? 'Shift ↑' : 'Shift ↓';
  const { asIntended } = verdict;
  if (asIntended === null) return { word: arrow, intended: null };
  return { word: `${arrow}, ${asIntended ? 'as' : 'not as'} intended`, intended: asIntended };
}

function breakOf({ setting }: JudgedLine, since: string): { month: string; text: string } {
  const cut = setting.cuts.find(({ at, kind }) => at === since && kind === 'break');
  return { month: since, text: cut?.text ?? 'break' };
}

function completeUpTo({ xmr }: JudgedLine, point: JudgedPoint): number {
  return xmr.points.filter(
    ({ segment, at, unjudged }) => segment === point.segment && at <= point.at && unjudged === null,
  ).length;
}
