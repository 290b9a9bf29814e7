import { describe, expect, test } from 'vitest';
import {
  ancestorsOf,
  areaSetAt,
  childrenOf,
  NOT_ALLOCATED,
  placeInNodes,
  placeRolledUp,
  rollUpArea,
  WHOLE_FORCE,
} from './areas.ts';
import { firstSet, force, pinnedWith, secondSet } from './testing/pinned.ts';

const placesIn = (set: typeof firstSet, parent: string, nodes: readonly string[]) => {
  const place = placeInNodes(set, force, parent, nodes);
  return (code: string) => place(code).map((at) => nodes[at]);
};

describe('areaSetAt', () => {
  test('gives the set in force on the last day of the month', () => {
    const pinned = pinnedWith({});
    expect(['2025-11', '2025-12', '2026-01'].map((month) => areaSetAt(pinned, month).id)).toEqual([
      'SET1',
      'SET2',
      'SET2',
    ]);
  });

  test('gives the first set before there was one, and the last that had begun where none is in force', () => {
    const pinned = pinnedWith({ areaSets: [firstSet, { ...secondSet, validFrom: '2027-01-01' }] });
    expect(['2010-01', '2026-06'].map((month) => areaSetAt(pinned, month).id)).toEqual(['SET1', 'SET1']);
  });

  test('refuses a release without areas', () => {
    expect(() => areaSetAt(pinnedWith({ areaSets: [] }), '2023-01')).toThrow('no area set');
  });
});

describe('areas rolled up to the children of the force', () => {
  test('count in the child that they lie in, or under their own code, and in the whole', () => {
    const rolled = (set: typeof firstSet, code: string) => rollUpArea(set, force, code);
    expect(['N1', 'N', force, 'elsewhere'].map((code) => rolled(firstSet, code))).toEqual([
      ['N', WHOLE_FORCE],
      ['N', WHOLE_FORCE],
      [force, WHOLE_FORCE],
      ['elsewhere', WHOLE_FORCE],
    ]);
    expect(rolled(secondSet, 'N1')).toEqual(['W', WHOLE_FORCE]);
  });

  test('put every row where it was before', () => {
    const nodes = ['N', 'S', force, NOT_ALLOCATED];
    const place = placeInNodes(firstSet, force, force, nodes);
    const rolled = placeRolledUp(place, nodes.indexOf(force));
    for (const code of ['N', 'N1', 'N2', 'S', 'S1', force, 'elsewhere'])
      expect(rollUpArea(firstSet, force, code).flatMap(rolled).sort()).toEqual([...place(code)].sort());
  });

  test('leave the whole out where the force is not asked for', () => {
    const rolled = placeRolledUp(placeInNodes(firstSet, force, 'N', ['N']), -1);
    expect(rollUpArea(firstSet, force, 'N2').flatMap(rolled)).toEqual([0]);
  });
});

describe('placeInNodes', () => {
  test('counts a district in its area and the force', () => {
    const placed = placesIn(firstSet, force, ['N', 'S', force, NOT_ALLOCATED]);
    expect(placed('N1')).toEqual(['N', force]);
    expect(placed('S')).toEqual(['S', force]);
  });

  test('counts what no child holds as not allocated: the force itself, and codes the set does not know', () => {
    const placed = placesIn(secondSet, force, ['W', force, NOT_ALLOCATED]);
    expect(placed(force)).toEqual([force, NOT_ALLOCATED]);
    expect(placed('N')).toEqual([force, NOT_ALLOCATED]);
    expect(placed('N1')).toEqual(['W', force]);
  });

  test('under an area, counts its own unplaced rows as not allocated, and nothing of others', () => {
    const placed = placesIn(firstSet, 'N', ['N1', 'N2', 'N', NOT_ALLOCATED]);
    expect(placed('N')).toEqual(['N', NOT_ALLOCATED]);
    expect(placed('N2')).toEqual(['N2', 'N']);
    expect(placed('S1')).toEqual([]);
    expect(placed(force)).toEqual([]);
  });

  test('makes children and not-allocated add up to the parent', () => {
    const nodes = ['N', 'S', force, NOT_ALLOCATED];
    const placed = placesIn(firstSet, force, nodes);
    const counted = ['N', 'N1', 'N2', 'S', 'S1', force, 'elsewhere'].map((code) => placed(code));
    expect(counted.map((places) => places.filter((place) => place !== force).length)).toEqual([
      1, 1, 1, 1, 1, 1, 1,
    ]);
    expect(counted.every((places) => places.includes(force))).toBe(true);
  });
});

test('childrenOf and ancestorsOf follow one set', () => {
  expect(childrenOf(firstSet, force).map(({ code }) => code)).toEqual(['N', 'S']);
  expect(ancestorsOf(firstSet, 'N1')).toEqual(['N1', 'N']);
  expect(ancestorsOf(secondSet, 'N1')).toEqual(['N1', 'W']);
  expect(ancestorsOf(secondSet, 'N')).toEqual([]);
});
