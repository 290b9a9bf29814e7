import { spanLength, type TupleBuilder } from '../../cells/tuple-builder.ts';
import { type CubeId, cubes, NOT_RECORDED } from '../../metrics/cubes.ts';
import { dayNumber } from '../../metrics/periods.ts';
import type { Pinned, PinnedArea, PinnedAreaSet } from '../../metrics/pinned.ts';
import { force } from '../../metrics/testing/pinned.ts';
import type { HeldCell, LoadedRelease } from '../../releases/loaded-release.ts';
import { heldCell, releaseWith } from './release.ts';

/** What one area holds in one month. */
export interface TestArea {
  /** Valid answers on the whole experience, and those completely satisfied. */
  readonly answers: number;
  readonly satisfied: number;
  /** Seconds from call to arrival of domestic abuse incidents of grade 2. */
  readonly waits: readonly number[];
  readonly dvpns: number;
  /** Domestic abuse crimes recorded. */
  readonly crimes: number;
}

export const noCases: TestArea = { answers: 0, satisfied: 0, waits: [], dvpns: 0, crimes: 0 };
export const areaCodes = ['A', 'B', 'C', 'D', 'E'] as const;
export const newestMonth = '2023-11';
const yearBefore = '2022-11';

const area = (code: string, name: string, kind: string, parent: string | null): PinnedArea => ({
  code,
  name,
  kind,
  parent,
});
const whole = area(force, 'Home force', 'force', null);
const districtOf = (code: string) => `${code}1`;

/** Five areas of one district each; then two, of two districts and of three. */
export const areaSets: readonly PinnedAreaSet[] = [
  {
    id: 'FIVE',
    validFrom: '2018-01-01',
    validTo: '2025-12-30',
    areas: [
      whole,
      ...areaCodes.map((code) => area(code, `Area ${code}`, 'lpa', force)),
      ...areaCodes.map((code) => area(districtOf(code), `District ${code}`, 'district', code)),
    ],
  },
  {
    id: 'TWO',
    validFrom: '2025-12-31',
    validTo: null,
    areas: [
      whole,
      area('L', 'Left', 'lpa', force),
      area('R', 'Right', 'lpa', force),
      ...areaCodes.map((code) =>
        area(districtOf(code), `District ${code}`, 'district', 'AB'.includes(code) ? 'L' : 'R'),
      ),
    ],
  },
];

/** A release of five areas in November 2023 and, where given, a year before; every feed covers two years. */
export function areaRelease(
  now: readonly TestArea[],
  before: readonly TestArea[] = [],
  parts: Partial<Pinned> = {},
): LoadedRelease {
  const held = [...cellsOf(now, newestMonth), ...cellsOf(before, yearBefore)];
  const feeds = [...new Set(Object.values(cubes).map(({ feed }) => feed))];
  const coverage = feeds.map((feed) => ({
    feed,
    areaCode: null,
    fromMonth: '2021-12',
    toMonth: newestMonth,
    heldTo: `${newestMonth}-30`,
  }));
  const grades = [{ grade: '2', label: 'Priority', validFrom: '2018-01-01', validTo: null }];
  return releaseWith(held, { areaSets, grades, coverage, ...parts });
}

function cellsOf(areas: readonly TestArea[], month: string): HeldCell[] {
  return areas.flatMap((one, i) => {
    const place = districtOf(areaCodes[i]);
    const cell = (cube: CubeId, fill: (builder: TupleBuilder) => void) => heldCell(cube, place, month, fill);
    return [
      cell('survey_answer', (builder) => fillAnswers(builder, one)),
      cell('incident', (builder) => fillWaits(builder, one.waits)),
      cell('order_event', (builder) => {
        builder.at(['DVPN', 'issued', 'false', NOT_RECORDED, NOT_RECORDED]).counts[0] += one.dvpns;
      }),
      cell('crime', (builder) => fillCrimes(builder, one.crimes, month)),
    ];
  });
}

function fillAnswers(builder: TupleBuilder, { answers, satisfied }: TestArea): void {
  builder.at(['domestic_abuse', 'overall', 'completely']).counts[0] += satisfied;
  builder.at(['domestic_abuse', 'overall', 'neither']).counts[0] += answers - satisfied;
}

function fillWaits(builder: TupleBuilder, waits: readonly number[]): void {
  const members: Readonly<Record<string, string>> = {
    grade: '2',
    initialGrade: '2',
    domesticAbuse: 'true',
    deferred: 'false',
    closure: 'attended',
  };
  const tuple = builder.at(cubes.incident.dimensions.map((name) => members[name] ?? NOT_RECORDED));
  const add = (count: string, amount: number) => {
    tuple.counts[cubes.incident.counts.indexOf(count)] += amount;
  };
  const total = waits.reduce((sum, seconds) => sum + seconds, 0);
  add('incidents', waits.length);
  add('paired', waits.length);
  add('pairedDispatchSeconds', total / 2);
  add('pairedTravelSeconds', total / 2);
  cubes.incident.runs.forEach((run, i) => {
    const half = run === 'dispatch' || run === 'travel';
    tuple.runs[i].push(...waits.map((seconds) => (half ? Math.round(seconds / 2) : seconds)));
  });
}

function fillCrimes(builder: TupleBuilder, crimes: number, month: string): void {
  const rest = cubes.crime.dimensions.slice(3).map(() => NOT_RECORDED);
  const tuple = builder.at(['other', 'true', 'none', ...rest]);
  const day = dayNumber(`${month}-15`);
  tuple.counts[0] += crimes;
  for (let i = 0; i < crimes; i++) tuple.spans.push([day, spanLength(day, null)]);
}

/** Places in an answer that hold a number which is none, by path. */
export function unfitNumbers(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [path];
  if (typeof value !== 'object' || value === null) return value === undefined ? [path] : [];
  return Object.entries(value).flatMap(([name, one]) => unfitNumbers(one, `${path}.${name}`));
}
