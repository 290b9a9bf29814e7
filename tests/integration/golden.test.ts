import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findMetric, metricIds, notesOf } from '../../server/src/metrics/registry.ts';
import { getSeries } from '../../server/src/read-models/get-series.ts';
import { QueryProblem } from '../../server/src/read-models/query-problem.ts';
import type { LoadedRelease } from '../../server/src/releases/loaded-release.ts';
import {
  type Expectation,
  type Golden,
  type GoldenRelease,
  groupByRows,
  lineOf,
  pointOf,
  publishGolden,
  readGoldens,
} from '../support/golden.ts';

const goldens = readGoldens();

describe('golden files', () => {
  test.each(metricIds)('hold figures of %s, in the folder of its family', (id) => {
    const [family, name] = id.split('.');
    const own = goldens.filter(({ metric }) => metric === id);
    expect(own.map((golden) => golden.path)).toContain(`${family}/${name}.golden.json`);
    expect(own.map((golden) => golden.path.split('/')[0])).toEqual(own.map(() => family));
  });

  test.each(goldens.map((golden) => [golden.path, golden] as const))(
    '%s is of a registered metric with notes, and names its source',
    (_, golden) => {
      const metric = findMetric(golden.metric);
      expect(metric && notesOf(metric)).not.toBe('');
      expect(golden.source).toMatch(/\S/);
      expect(golden.expect.length).toBeGreaterThan(0);
    },
  );
});

describe.each(groupByRows(goldens))('figures from $rows', (group) => {
  let release: GoldenRelease;
  beforeAll(async () => {
    release = await publishGolden(group);
  });
  afterAll(() => release?.close());

  const live = (): LoadedRelease => {
    const found = release.store.live();
    if (!found) throw new Error('no release');
    return found;
  };
  const all = group.goldens.flatMap((golden) =>
    golden.expect.map((one) => [golden.metric, one.about, golden, one] as const),
  );
  const answered = all.filter(([, , , { refused }]) => refused === undefined);
  const refused = all.filter(([, , , one]) => one.refused !== undefined);

  test.each(answered)('%s: %s', (_, __, golden, one) => {
    const { series } = getSeries(live(), { metric: golden.metric, ...one.query });
    expect(series.map(lineOf)).toEqual(expectedLines(one));
  });

  test.each(refused)('%s: %s', (_, __, golden, one) => {
    expect(problemOf(live(), golden, one)).toMatchObject({
      status: 400,
      code: one.refused?.code,
      parameter: one.refused?.parameter,
      valid: expect.arrayContaining([...(one.refused?.valid ?? [])]),
    });
  });
});

function expectedLines({ series = [] }: Expectation) {
  return series.map(({ key = {}, points }) => ({ key, points: points.map(pointOf) }));
}

function problemOf(live: LoadedRelease, golden: Golden, { query }: Expectation): QueryProblem | null {
  try {
    getSeries(live, { metric: golden.metric, ...query });
    return null;
  } catch (error) {
    if (error instanceof QueryProblem) return error;
    throw error;
  }
}
