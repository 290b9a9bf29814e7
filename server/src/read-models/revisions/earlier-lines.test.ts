import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanLength, type TupleBuilder } from '../../cells/tuple-builder.ts';
import type { Series } from '../../contract/series.ts';
import { type CubeId, cubes, NOT_RECORDED } from '../../metrics/cubes.ts';
import { dayNumber } from '../../metrics/periods.ts';
import { metricIds } from '../../metrics/registry.ts';
import { threshold } from '../../metrics/testing/pinned.ts';
import type { HeldCell, LoadedRelease } from '../../releases/loaded-release.ts';
import { seriesOf } from '../get-series.ts';
import { requireMetric, resolveQuery } from '../resolve-query.ts';
import { heldCell } from '../testing/release.ts';
import { first, second, twoReleases } from '../testing/two-releases.ts';

interface Row {
  readonly cube: CubeId;
  readonly area: string;
  readonly month: string;
  readonly pick: readonly number[];
  readonly amount: number;
}

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  grade: ['1', '2'],
  initialGrade: ['1', '2'],
  domesticAbuse: ['true', 'false'],
  deferred: ['false'],
  closure: ['attended', 'video'],
  offenceGroup: ['rape', 'stalking', 'other'],
  outcome: ['none', '1', '15', '16'],
  survey: ['domestic_abuse'],
  question: ['overall', 'informed'],
  answer: ['completely', 'neither'],
  orderType: ['DVPN', 'DVPO', 'SPO'],
  event: ['issued', 'granted', 'refused', 'submitted', 'decided', '-'],
  interim: ['false', 'true'],
  flag: ['rape', 'domestic_abuse'],
  kind: ['charging_decision'],
  decision: ['charged', 'no_further_action'],
  heldBy: ['cps', 'police'],
  submission: ['new', '-'],
};

const anyRows = (maxLength: number) =>
  fc.array(
    fc.record<Row>({
      cube: fc.constantFrom('incident', 'crime', 'survey_answer', 'order_event', 'referral_event'),
      area: fc.constantFrom('N1', 'N2', 'S1'),
      month: fc.constantFrom('2021-06', '2022-02', '2022-03', '2022-04'),
      pick: fc.array(fc.nat(5), { minLength: 11, maxLength: 11 }),
      amount: fc.integer({ min: 1, max: 200 }),
    }),
    { maxLength },
  );

const nameOf = ({ cube, area, month }: Row) => `${cube} ${area} ${month}`;

function fill(builder: TupleBuilder, { cube, pick, amount, month }: Row): void {
  const members = cubes[cube].dimensions.map((name, i) => {
    const some = MEMBERS[name] ?? [NOT_RECORDED];
    return some[pick[i] % some.length];
  });
  const tuple = builder.at(members);
  tuple.counts[0] += 1;
  for (const run of tuple.runs) run.push(amount * 37);
  const start = dayNumber(`${month}-10`);
  if (cubes[cube].spans) tuple.spans.push([start, spanLength(start, amount > 150 ? null : start + amount)]);
}

/** The cells of some rows, of those cells alone that are named. */
function cellsOf(rows: readonly Row[], isNamed: (name: string) => boolean): HeldCell[] {
  const names = [...new Set(rows.map(nameOf))].filter(isNamed);
  return names.map((name) => {
    const own = rows.filter((row) => nameOf(row) === name);
    const [{ cube, area, month }] = own;
    return heldCell(cube, area, month, (builder) => {
      for (const row of own) fill(builder, row);
    });
  });
}

/** Release 1 holds the common rows, release 2 those and more. */
function grown(common: readonly Row[], more: readonly Row[]): LoadedRelease {
  const touched = new Set(more.map(nameOf));
  const targets = [threshold('grade=1', 60), threshold('grade=2', 90)];
  return twoReleases(
    {
      gone: cellsOf(common, (name) => touched.has(name)),
      both: cellsOf(common, (name) => !touched.has(name)),
      come: cellsOf([...common, ...more], (name) => touched.has(name)),
    },
    [
      { ...first, targets },
      { ...second, targets },
    ],
  );
}

/** By line and period, what a settled value was, where it is another now. */
function expectedRevisions(now: Series, before: Series): [string, number][] {
  return now.series.flatMap(({ key, points }) => {
    const old = before.series.find((line) => line.key.area === key.area)?.points ?? [];
    return points.flatMap(({ period, value }, i): [string, number][] => {
      const was = old[i]?.status.length === 0 ? old[i].value : null;
      const isOther = was !== null && value !== null && Math.abs(was - value) > 1e-9;
      return isOther ? [[`${key.area} ${period}`, Math.round(was * 1e9)]] : [];
    });
  });
}

const statedRevisions = ({ series }: Series): [string, number][] =>
  series.flatMap(({ key, points }) =>
    points.flatMap(({ period, revised }): [string, number][] =>
      revised ? [[`${key.area} ${period}`, Math.round(revised.value * 1e9)]] : [],
    ),
  );

test.each(metricIds)('the value before is what the release before gives when it is asked: %s', (id) => {
  const metric = requireMetric(id);
  const grains = metric.grains ?? ['month', 'quarter', 'rolling-12'];
  fc.assert(
    fc.property(anyRows(60), anyRows(20), fc.constantFrom(...grains), (common, more, grain) => {
      const release = grown(common, more);
      const resolved = resolveQuery(release, metric, { grain, by: 'area' });
      const previous = release.previous;
      if (!previous) throw new Error('There is a release before.');
      const now = seriesOf(release, resolved);
      const before = seriesOf(previous, resolved, { judged: false });
      expect(statedRevisions(now)).toEqual(expectedRevisions(now, before));
    }),
    { numRuns: 25 },
  );
});

test('the rows of the tests above do change values', () => {
  const row: Row = { cube: 'incident', area: 'N1', month: '2022-03', pick: Array(11).fill(0), amount: 30 };
  const release = grown([row], [{ ...row, amount: 90 }]);
  const resolved = resolveQuery(release, requireMetric('response.time'), {});
  expect(statedRevisions(seriesOf(release, resolved))).toEqual([['undefined 2022-03', 1110e9]]);
});
