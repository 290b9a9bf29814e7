import { type CubeId, cubes, END_MONTH } from '../../metrics/cubes.ts';

const known = new Map<string, readonly string[] | null>();

/** Columns of the smallest prebuilt table that has these; null when none has. */
export function coveringColumns(cube: CubeId, columns: readonly string[]): readonly string[] | null {
  const key = [cube, ...columns].join();
  let covering = known.get(key);
  if (covering === undefined) {
    covering = findCovering(cube, columns);
    known.set(key, covering);
  }
  return covering;
}

function findCovering(cube: CubeId, columns: readonly string[]): readonly string[] | null {
  const byEnd = columns.includes(END_MONTH);
  const covering = cubes[cube].prebuilt
    .filter((built) => built.includes(END_MONTH) === byEnd && columns.every((one) => built.includes(one)))
    .sort((a, b) => a.length - b.length);
  return covering[0] ?? null;
}
