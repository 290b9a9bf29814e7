import type { TupleBuilder } from '../../cells/tuple-builder.ts';
import { cubes, type FeedId } from '../../metrics/cubes.ts';
import { addMonths, lastDayOf } from '../../metrics/periods.ts';
import type { Pinned, PinnedAreaSet } from '../../metrics/pinned.ts';
import { force } from '../../metrics/testing/pinned.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import type { Query } from '../resolve-query.ts';
import { type Resolved, requireMetric, resolveQuery } from '../resolve-query.ts';
import { heldCell, releaseWith } from './release.ts';

/** Five areas side by side, as the force has. */
export const fiveAreas: PinnedAreaSet = {
  id: 'FIVE',
  validFrom: '2018-01-01',
  validTo: null,
  areas: ['A', 'B', 'C', 'D', 'E'].map((code) => ({
    code,
    name: `Area ${code}`,
    kind: 'lpa',
    parent: force,
  })),
};
export const areaCodes = fiveAreas.areas.map(({ code }) => code);

/** So many months from April 2021 on. */
export const monthsFrom2021 = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => addMonths('2021-04', i));

/** Adds one area's rows of one month to the cell of a cube. */
export type Fill = (builder: TupleBuilder, area: string, month: number) => void;

/** A release of five areas whose cells of one cube are filled area by area and month by month. */
export function plantedRelease(
  planted: readonly { readonly cube: keyof typeof cubes; readonly fill: Fill }[],
  months: readonly string[],
  parts: Partial<Pinned> = {},
): LoadedRelease {
  const held = planted.flatMap(({ cube, fill }) =>
    months.flatMap((month, i) =>
      areaCodes.map((area) => heldCell(cube, area, month, (builder) => fill(builder, area, i))),
    ),
  );
  const [fromMonth, toMonth] = [months[0], months[months.length - 1]];
  const feeds = [...new Set(planted.map(({ cube }): FeedId => cubes[cube].feed))];
  const coverage = feeds.map((feed) => ({
    feed,
    areaCode: null,
    fromMonth,
    toMonth,
    heldTo: lastDayOf(toMonth),
  }));
  return releaseWith(held, { areaSets: [fiveAreas], coverage, ...parts });
}

/** Answers to the whole-experience question: so many of so many satisfied. */
export function addAnswers(builder: TupleBuilder, satisfied: number, answers: number): void {
  builder.at(['domestic_abuse', 'overall', 'very']).counts[0] += satisfied;
  builder.at(['domestic_abuse', 'overall', 'neither']).counts[0] += answers - satisfied;
}

/** A resolved question of a release. */
export function ask(release: LoadedRelease, metric: string, query: Query = {}): Resolved {
  return resolveQuery(release, requireMetric(metric), query, 'any');
}
