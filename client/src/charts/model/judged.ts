import type { KeyedSeries, Metric } from '../../api/types.ts';
import { toneOf } from '../signal-tone.ts';
import { ruleWords } from './rule-words.ts';
import type { ChartPoint, UsualRange } from './types.ts';

/** The points of a line of a reply with what the rules say of each. A line without limits keeps its points as they are. */
export function judgedPoints(
  { points, spc }: Pick<KeyedSeries, 'points' | 'spc'>,
  polarity: Metric['polarity'],
): readonly ChartPoint[] {
  if (!spc) return points;
  return points.map((point, index) => {
    const judged = spc.points[index];
    if (!judged || point.value === null) return point;
    const [signal] = judged.signals;
    return {
      ...point,
      rule: {
        tone: signal ? toneOf(signal.direction, polarity) : null,
        words: ruleWords(spc, index),
        judged: judged.judged,
        range: spc.segments[judged.segment] ?? null,
      },
    };
  });
}

/** The stretches that have a mean to draw, oldest first. */
export const usualRanges = ({ spc }: Pick<KeyedSeries, 'spc'>): readonly UsualRange[] =>
  (spc?.segments ?? []).filter(({ mean }) => mean !== null);
