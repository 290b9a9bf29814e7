import { type CubeId, cubes, END_MONTH } from '../../metrics/cubes.ts';

const known = new Map<string, readonly string[]>();

/** The smallest prebuilt projection that has these columns, else exactly them, sorted. */
export function coveringColumns(cube: CubeId, columns: readonly string[]): readonly string[] {
  const wanted = [...new Set(columns)].sort();
  const key = [cube, ...wanted].join();
  const covering = known.get(key) ?? findCovering(cube, wanted);
  known.set(key, covering);
  return covering;
}

function findCovering(cube: CubeId, wanted: readonly string[]): readonly string[] {
  const byEnd = wanted.includes(END_MONTH);
  const covering = cubes[cube].prebuilt
    .filter(
      (built) => built.includes(END_MONTH) === byEnd && wanted.every((column) => built.includes(column)),
    )
    .sort((a, b) => a.length - b.length);
  return covering[0] ?? wanted;
}
