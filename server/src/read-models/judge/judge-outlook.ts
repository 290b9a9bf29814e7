import type { Outlook, Variation } from '../../contract/verdict.ts';
import type { PinnedTarget } from '../../metrics/pinned.ts';
import { targetAt, targetValue } from '../../metrics/targets.ts';
import { judgeOutlook, type Target } from '../../stats/spc/outlook.ts';
import { apartFrom, figuresOf } from '../findings/format.ts';
import { describeMissed, describeOutlook, targetText } from '../findings/outlook.ts';
import type { JudgedLine } from './judge-lines.ts';
import { inWords, type LineUnit } from './line-unit.ts';
import { noTarget } from './no-verdict.ts';

type Reason = NonNullable<Outlook['reason']>;

const words = {
  'likely-to-meet': 'Likely to meet',
  'could-go-either-way': 'Could go either way',
  'likely-to-miss': 'Likely to miss',
} as const;

const reasonWords: Readonly<Record<Reason, string>> = {
  'level-changing': 'Level is changing; no outlook yet',
  'too-early': 'Too early; no outlook yet',
  'not-comparable': 'Not comparable; no outlook yet',
  'no-limits': 'No usual range; no outlook',
};

/**
 * What the usual range says of the target in force in the month judged, or in the month asked for where none could
 * be judged. Targets change by date and the outlook with them.
 */
export function judgeLineOutlook(
  line: JudgedLine,
  unit: LineUnit,
  variation: Variation,
  month: string,
): Outlook {
  const { at } = variation;
  const pinned = targetAt(line.setting.targets, at ?? month);
  if (!pinned) return noTarget();
  const target = { comparison: pinned.comparison, value: targetValue(pinned) };
  const point = line.xmr.points.find((one) => one.at === at);
  const base = { target, met: null, monthsMissed: 0 };
  if (at === null || !point || point.value === null)
    return unknown(base, 'too-early', 'There is no complete month to hold against the target.');
  const { value, lower, upper } = point;
  const met = meets(pinned, value);
  const monthsMissed = countMissed(line, at);
  const range = inWords(unit, { lower: lower ?? value, upper: upper ?? value });
  const shown = [value, range.lower, range.upper];
  const figures = figuresOf(
    unit.unit,
    unit.decimals,
    [...shown, target.value],
    apartFrom(target.value, shown),
  );
  const facts = { target, at: { month: at, value }, monthsMissed };
  const stated = { target, met, monthsMissed };
  const outlook = judgeOutlook(line.xmr, engineTarget(pinned), at);
  if (outlook.kind === 'level-is-changing' || outlook.kind === 'no-target' || !('target' in outlook)) {
    const sentence = `Target: ${targetText(figures, target)}. ${describeMissed(facts)}`;
    return unknown(stated, reasonOf(outlook, variation), sentence);
  }
  const { kind } = outlook;
  const sentence = describeOutlook(figures, kind, { ...facts, ...range });
  return { ...stated, kind, word: words[kind], reason: null, sentence };
}

/** The outlook of a line whose month judged cannot be relied on: none, and why. */
export function withholdOutlook(outlook: Outlook, why: string): Outlook {
  const { target } = outlook;
  return target ? unknown({ target, met: null, monthsMissed: 0 }, 'not-comparable', why) : outlook;
}

function reasonOf(outlook: ReturnType<typeof judgeOutlook>, variation: Variation): Reason {
  if (outlook.kind === 'level-is-changing') return 'level-changing';
  if (outlook.kind === 'too-sparse') return 'no-limits';
  if (outlook.kind === 'not-judged' && outlook.reason === 'no-limits') return 'no-limits';
  return variation.kind === 'not-comparable' ? 'not-comparable' : 'too-early';
}

function unknown(
  base: Pick<Outlook, 'target' | 'met' | 'monthsMissed'>,
  reason: Reason,
  sentence: string,
): Outlook {
  return {
    ...base,
    kind: 'no-outlook',
    word: reasonWords[reason],
    reason,
    sentence: `${reasonWords[reason]}. ${sentence}`,
  };
}

/** Complete months running, back from one month, whose value missed the target then in force. */
function countMissed({ points, setting }: JudgedLine, at: string): number {
  const upTo = points.slice(0, points.findIndex(({ period }) => period === at) + 1);
  const kept = upTo.findLastIndex(({ period, value }) => {
    const target = targetAt(setting.targets, period);
    return target === null || value === null || meets(target, value);
  });
  return upTo.length - 1 - kept;
}

function meets(target: PinnedTarget, value: number): boolean {
  return target.comparison === '>=' ? value >= targetValue(target) : value <= targetValue(target);
}

function engineTarget(target: PinnedTarget): Target {
  return {
    comparison: target.comparison === '>=' ? 'at-least' : 'at-most',
    value: targetValue(target),
  };
}
