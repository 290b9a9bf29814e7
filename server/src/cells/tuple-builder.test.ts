import { describe, expect, test } from 'vitest';
import { testCube } from './testing/tuples.ts';
import { OPEN } from './tuple.ts';
import { spanLength, TupleBuilder } from './tuple-builder.ts';

describe('TupleBuilder', () => {
  test('gathers rows of the same members, with runs and spans in order', () => {
    const builder = new TupleBuilder(testCube);
    const first = builder.at(['2', 'rural', 'true']);
    first.counts[0] += 1;
    first.runs[0].push(900, 60);
    first.spans.push([20, 5], [10, 3]);
    const again = builder.at(['2', 'rural', 'true']);
    again.runs[0].push(300);
    again.spans.push([10, OPEN]);
    builder.at(['1', 'urban', 'true']);
    expect(builder.finish()).toEqual([
      {
        members: ['1', 'urban', 'true'],
        counts: [0, 0],
        runs: [new Int32Array(0), new Int32Array(0)],
        spans: { startDay: new Int32Array(0), lengthDays: new Int32Array(0) },
      },
      {
        members: ['2', 'rural', 'true'],
        counts: [1, 0],
        runs: [Int32Array.of(60, 300, 900), new Int32Array(0)],
        spans: { startDay: Int32Array.of(10, 10, 20), lengthDays: Int32Array.of(OPEN, 3, 5) },
      },
    ]);
  });
});

test('spanLength counts whole days, negative where the end comes first, and marks what is open', () => {
  expect([spanLength(100, 128), spanLength(100, 99), spanLength(100, null)]).toEqual([28, -1, OPEN]);
});
