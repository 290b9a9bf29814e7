import { describe, expect, test } from 'vitest';
import type { Point, Series } from '../../contract/series.ts';
import { cubes, NOT_RECORDED } from '../../metrics/cubes.ts';
import type { Pinned } from '../../metrics/pinned.ts';
import { definitionVersions } from '../../metrics/registry.ts';
import { threshold } from '../../metrics/testing/pinned.ts';
import type { LoadedRelease } from '../../releases/loaded-release.ts';
import { getBoard } from '../get-board.ts';
import { getSeries } from '../get-series.ts';
import { heldCell, releaseWith } from '../testing/release.ts';
import { first, second, twoReleases } from '../testing/two-releases.ts';

const orders = (month: string, issued: number) =>
  heldCell('order_event', 'N1', month, (builder) => {
    builder.at(['DVPN', 'issued', 'false', NOT_RECORDED, 'civil']).counts[0] += issued;
  });

const pointAt = ({ series }: Series, period: string): Point | undefined =>
  series[0]?.points.find((point) => point.period === period);

describe('a value is marked revised', () => {
  const corrected = twoReleases({ gone: [orders('2022-03', 4)], come: [orders('2022-03', 5)] });

  test('with what the release before gave, where a settled one changed', () => {
    const series = getSeries(corrected, { metric: 'orders.issued' });
    expect(pointAt(series, '2022-03')).toMatchObject({
      value: 5,
      status: ['revised'],
      revised: { release: 1, value: 4 },
    });
    expect(pointAt(series, '2022-04')?.status).toEqual([]);
  });

  test('in the periods that contain it, and in them alone', () => {
    const { series } = getSeries(corrected, { metric: 'orders.issued', grain: 'quarter' });
    expect(series[0]?.points.map(({ period, status }) => [period, status])).toEqual([
      ['2020/21-Q4', []],
      ['2021/22-Q1', []],
      ['2021/22-Q2', []],
      ['2021/22-Q3', []],
      ['2021/22-Q4', ['revised']],
      ['2022/23-Q1', []],
      ['2022/23-Q2', []],
    ]);
  });

  test('on the board', () => {
    const rows = getBoard(corrected, '2022-03').groups.flatMap((group) => group.rows);
    const row = rows.find(({ metric }) => metric === 'orders.issued');
    expect(row?.latest.revised).toEqual({ release: 1, value: 4 });
    expect(row?.areas.map(({ area, point }) => [area, point.status])).toEqual([
      ['N', ['revised']],
      ['S', []],
    ]);
  });

  test('where a threshold moved and no row did', () => {
    const waited = heldCell('incident', 'N1', '2022-03', (builder) => {
      const members: Record<string, string> = { grade: '1', deferred: 'false', closure: 'attended' };
      const tuple = builder.at(cubes.incident.dimensions.map((name) => members[name] ?? NOT_RECORDED));
      tuple.runs[0]?.push(600, 1000);
    });
    const withLimit = (parts: Partial<Pinned>, minutes: number) => ({
      ...parts,
      targets: [threshold('grade=1', minutes)],
    });
    const release = twoReleases({ both: [waited] }, [withLimit(first, 15), withLimit(second, 20)]);
    const series = getSeries(release, { metric: 'response.within-target' });
    expect(pointAt(series, '2022-03')).toMatchObject({ value: 1, revised: { release: 1, value: 0.5 } });
  });
});

describe('a value is not marked revised', () => {
  const statusOf = (release: LoadedRelease, period: string) =>
    pointAt(getSeries(release, { metric: 'orders.issued' }), period)?.status;

  test('where the release before gave it as provisional', () => {
    const release = twoReleases({ gone: [orders('2022-09', 4)], come: [orders('2022-09', 5)] });
    expect(statusOf(release, '2022-09')).toEqual([]);
  });

  test('where the release before did not hold it', () => {
    expect(statusOf(twoReleases({ come: [orders('2022-10', 5)] }), '2022-10')).toEqual(['provisional']);
  });

  test('where its cell changed and it did not', () => {
    const release = twoReleases({
      gone: [orders('2022-03', 4)],
      come: [orders('2022-03', 2), { ...orders('2022-03', 2) }],
    });
    expect(statusOf(release, '2022-03')).toEqual([]);
  });

  test('where its definition is another one', () => {
    const older = { ...first, definitions: { ...definitionVersions(), 'orders.issued': 0 } };
    const release = twoReleases({ gone: [orders('2022-03', 4)], come: [orders('2022-03', 5)] }, [
      older,
      second,
    ]);
    expect(statusOf(release, '2022-03')).toEqual([]);
  });

  test('in the first release', () => {
    expect(statusOf(releaseWith([orders('2022-03', 4)], first), '2022-03')).toEqual([]);
  });
});
