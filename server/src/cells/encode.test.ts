import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCell, encodeCell } from './encode.ts';
import { anyTuples, testCube, tuplesOf } from './testing/tuples.ts';
import { OPEN, sortTuples, type Tuple } from './tuple.ts';

const one: Tuple = {
  members: ['2', 'rural', 'true'],
  counts: [3, -1],
  runs: [Int32Array.of(0, 900, 900), new Int32Array(0)],
  spans: { startDay: Int32Array.of(19_000, 19_000, 19_100), lengthDays: Int32Array.of(OPEN, -2, 0) },
};

describe('a cell payload', () => {
  test('gives back the tuples that went in, in the order of their members', () => {
    fc.assert(
      fc.property(anyTuples, (tuples) => {
        const back = tuplesOf(decodeCell(testCube, encodeCell(testCube, tuples)));
        expect(back).toEqual(sortTuples(tuples));
      }),
    );
  });

  test('is the same bytes in whatever order the tuples come', () => {
    const shuffled = anyTuples.chain((tuples) =>
      fc.tuple(
        fc.constant(tuples),
        fc.shuffledSubarray(tuples, { minLength: tuples.length, maxLength: tuples.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([tuples, others]) =>
        encodeCell(testCube, tuples).equals(encodeCell(testCube, others)),
      ),
    );
  });

  test('differs where anything in a tuple differs', () => {
    const variants: Tuple[] = [
      one,
      { ...one, members: ['2', 'urban', 'true'] },
      { ...one, counts: [3, 1] },
      { ...one, runs: [Int32Array.of(0, 900), new Int32Array(0)] },
      { ...one, runs: [new Int32Array(0), Int32Array.of(0, 900, 900)] },
      { ...one, spans: { startDay: Int32Array.of(19_000), lengthDays: Int32Array.of(OPEN) } },
      { ...one, spans: { startDay: Int32Array.of(19_000), lengthDays: Int32Array.of(0) } },
    ];
    const texts = variants.map((tuple) => encodeCell(testCube, [tuple]).toString('hex'));
    expect(new Set(texts).size).toBe(variants.length);
  });

  test('is refused when it is cut short anywhere', () => {
    fc.assert(
      fc.property(
        anyTuples,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (tuples, share) => {
          const payload = encodeCell(testCube, tuples);
          expect(() =>
            decodeCell(testCube, payload.subarray(0, Math.floor(payload.length * share))),
          ).toThrow();
        },
      ),
    );
  });

  test('is refused with anything after its end', () => {
    const payload = Buffer.concat([encodeCell(testCube, [one]), Buffer.of(0)]);
    expect(() => decodeCell(testCube, payload)).toThrow(/bytes after its last tuple/);
  });

  test('is never read without end or into a member that is not there, whatever is damaged', () => {
    const payload = encodeCell(testCube, [one]);
    fc.assert(
      fc.property(fc.nat(payload.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const damaged = Buffer.from(payload);
        damaged[at] ^= flip;
        expect(readOrRefuse(damaged).flatMap((tuple) => tuple.members)).not.toContain(undefined);
      }),
    );
  });

  test('of another version or layout is refused, saying which', () => {
    const payload = encodeCell(testCube, [one]);
    expect(() => decodeCell({ ...testCube, version: 4 }, payload)).toThrow(
      'A crime cell has layout 1, version 3; this engine reads 1, 4.',
    );
  });

  test('refuses a run that is not in order', () => {
    const unsorted = { ...one, runs: [Int32Array.of(5, 4), new Int32Array(0)] };
    expect(() => encodeCell(testCube, [unsorted])).toThrow(RangeError);
  });
});

function readOrRefuse(payload: Uint8Array): Tuple[] {
  try {
    return tuplesOf(decodeCell(testCube, payload));
  } catch {
    return [];
  }
}
