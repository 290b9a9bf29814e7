import { describe, expect, test } from 'vitest';
import { lineOf, pointOf, spcOf } from '../../testing/measure-fixtures.ts';
import { judgedPoints, usualRanges } from './judged.ts';

const months = ['2023-01', '2023-02', '2023-03'];
const signals = [{ rule: 'outside' as const, direction: 'down' as const }];
const line = {
  ...lineOf('Force', {}, ...months.map((month) => pointOf(month, 3600))),
  spc: spcOf(months, { '2023-02': { signals } }),
};

describe('judgedPoints', () => {
  test('gives a marked point the tone of its direction', () => {
    const tones = (polarity: 'lower-is-better' | 'higher-is-better' | 'neutral') =>
      judgedPoints(line, polarity).map(({ rule }) => rule?.tone);
    expect(tones('lower-is-better')).toEqual([null, 'better', null]);
    expect(tones('higher-is-better')).toEqual([null, 'worse', null]);
    expect(tones('neutral')).toEqual([null, 'shift', null]);
  });

  test('leaves the points of a line without limits as they are', () => {
    const plain: Parameters<typeof judgedPoints>[0] = { points: line.points };
    expect(judgedPoints(plain, 'neutral')).toBe(plain.points);
    expect(usualRanges(plain)).toEqual([]);
  });

  test('says nothing of an absent value', () => {
    const absent = { ...line, points: [pointOf('2023-01', null), ...line.points.slice(1)] };
    expect(judgedPoints(absent, 'neutral')[0]?.rule).toBeUndefined();
  });
});

test('usualRanges leaves out stretches without a mean', () => {
  const [segment] = line.spc.segments;
  const short = { ...segment, mean: null, lower: null, upper: null, absent: 'too-few' };
  const spc = { ...line.spc, segments: [...line.spc.segments, short] } as typeof line.spc;
  expect(usualRanges({ spc })).toEqual(line.spc.segments);
});
