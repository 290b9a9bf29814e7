import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VarintReader, VarintWriter } from './varint.ts';

const write = (work: (out: VarintWriter) => void): Buffer => {
  const out = new VarintWriter();
  work(out);
  return out.finish();
};

describe('varints', () => {
  test('takes one byte to 127 and two from 128', () => {
    expect(write((out) => out.unsigned(127))).toEqual(Buffer.from([0x7f]));
    expect(write((out) => out.unsigned(128))).toEqual(Buffer.from([0x80, 0x01]));
  });

  test('reads back every whole number of either sign', () => {
    const largest = 2 ** 52 - 1;
    fc.assert(
      fc.property(
        fc.array(fc.maxSafeNat()),
        fc.array(fc.integer({ min: -largest, max: largest })),
        (plain, signed) => {
          const input = new VarintReader(
            write((out) => {
              for (const value of plain) out.unsigned(value);
              for (const value of signed) out.signed(value);
            }),
          );
          expect(plain.map(() => input.unsigned())).toEqual(plain);
          expect(signed.map(() => input.signed() + 0)).toEqual(signed.map((value) => value + 0));
          expect(input.done).toBe(true);
        },
      ),
    );
  });

  test('reads back texts of any length and script', () => {
    const texts = ['', 'Telford & Wrekin', 'Caernarfon ŵ', '警察', 'x'.repeat(5000)];
    const input = new VarintReader(write((out) => texts.forEach((text) => void out.text(text))));
    expect(texts.map(() => input.text())).toEqual(texts);
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 53])('refuses to write %s', (value) => {
    expect(() => write((out) => out.unsigned(value))).toThrow(RangeError);
  });

  test.each([
    ['a number cut short', [0x80], /ends inside a number/],
    ['a number beyond 2^53', Array(8).fill(0xff).concat(0x7f), /too large a number/],
    ['continuation without end', Array(200).fill(0x80).concat(0x00), /too large a number/],
  ])('refuses %s', (_, bytes, fault) => {
    expect(() => new VarintReader(Uint8Array.from(bytes)).unsigned()).toThrow(fault);
  });

  test('refuses a text and a count that reach past the end', () => {
    expect(() => new VarintReader(Uint8Array.from([3, 65, 66])).text()).toThrow(/ends inside a text/);
    expect(() => new VarintReader(Uint8Array.from([3, 65, 66])).count()).toThrow(/counts beyond its end/);
    expect(new VarintReader(Uint8Array.from([2, 65, 66])).count()).toBe(2);
  });
});
