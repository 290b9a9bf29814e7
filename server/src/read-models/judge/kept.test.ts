import { describe, expect, test, vi } from 'vitest';
import { Kept } from './kept.ts';

describe('Kept', () => {
  test('makes an answer once per owner and question', () => {
    const kept = new Kept<object, string>(10);
    const make = vi.fn(() => 'made');
    const [one, other] = [{}, {}];
    expect([kept.get(one, 'a', make), kept.get(one, 'a', make), kept.get(other, 'a', make)]).toEqual(
      Array.from({ length: 3 }, () => 'made'),
    );
    expect(make).toHaveBeenCalledTimes(2);
  });

  test('gives up the oldest beyond its number', () => {
    const kept = new Kept<object, number>(2);
    const owner = {};
    const make = vi.fn(() => 1);
    for (const question of ['a', 'b', 'c', 'a']) kept.get(owner, question, make);
    expect(make).toHaveBeenCalledTimes(4);
    kept.get(owner, 'c', make);
    expect(make).toHaveBeenCalledTimes(4);
  });

  test('makes answers afresh once an owner is forgotten', () => {
    const kept = new Kept<object, number>(2);
    const owner = {};
    const make = vi.fn(() => 1);
    kept.get(owner, 'a', make);
    kept.forget(owner);
    kept.get(owner, 'a', make);
    expect(make).toHaveBeenCalledTimes(2);
  });
});
