import fc from 'fast-check';
import { encodeCell } from '../../cells/encode.ts';
import { LoadedCell } from '../../cells/loaded-cell.ts';
import { spanLength, TupleBuilder } from '../../cells/tuple-builder.ts';
import { cubes, NOT_RECORDED } from '../../metrics/cubes.ts';
import { dayNumber, lastDayOf } from '../../metrics/periods.ts';
import { definitionVersions } from '../../metrics/registry.ts';
import { force, pinnedWith } from '../../metrics/testing/pinned.ts';
import { LoadedRelease } from '../../releases/loaded-release.ts';

/** A crime as a test writes it; `outcome` is `none` while there is no outcome. */
export interface TestCrime {
  readonly area: string;
  readonly month: string;
  readonly recorded: number;
  readonly group: string;
  readonly domesticAbuse: boolean;
  readonly outcome: string;
  readonly ended: number | null;
}

/** The months that the crimes of a test cover, and the last day they are held to. */
export const crimeSpan = { fromMonth: '2021-01', toMonth: '2022-06', heldTo: '2022-06-30' };
export const heldDay = dayNumber(crimeSpan.heldTo);
export const crimeMonths = Array.from({ length: 18 }, (_, i) =>
  i < 12 ? `2021-${String(i + 1).padStart(2, '0')}` : `2022-${String(i - 11).padStart(2, '0')}`,
);

/** A published release of crimes in memory, its cells encoded and decoded as a real one's. */
export function crimeRelease(crimes: readonly TestCrime[], span = crimeSpan): LoadedRelease {
  const builders = new Map<string, { area: string; month: string; builder: TupleBuilder }>();
  for (const { area, month, recorded, group, domesticAbuse, outcome, ended } of crimes) {
    const key = `${area} ${month}`;
    const cell = builders.get(key) ?? { area, month, builder: new TupleBuilder(cubes.crime) };
    builders.set(key, cell);
    const rest = Array.from({ length: 5 }, () => NOT_RECORDED);
    const tuple = cell.builder.at([group, String(domesticAbuse), outcome, ...rest]);
    tuple.counts[0] += 1;
    tuple.spans.push([recorded, spanLength(recorded, ended)]);
  }
  const held = [...builders.values()].map(({ area, month, builder }) => ({
    cell: new LoadedCell('crime', area, month, encodeCell(cubes.crime, builder.finish())),
    fromRelease: 1,
    toRelease: null,
  }));
  const coverage = [{ feed: 'crimes', areaCode: null, ...span }];
  const record = {
    number: 1,
    status: 'published',
    asAtBatch: 1,
    synthetic: true,
    dataTo: span.heldTo,
    engineVersion: 'test',
    pinned: pinnedWith({ coverage, definitions: definitionVersions() }),
    cellCount: held.length,
    previousSha256: null,
    sha256: 'test',
    publishedAt: new Date(0),
    publishedOn: span.heldTo,
    batches: 1,
    rows: crimes.length,
  } as const;
  return new LoadedRelease(record, held);
}

const firstDay = (month: string) => dayNumber(`${month}-01`);
const daysIn = (month: string) => dayNumber(lastDayOf(month)) - firstDay(month) + 1;

/** A crime anywhere in the span, ended or not, now and then before it was recorded or after the last day held. */
export const anyCrime: fc.Arbitrary<TestCrime> = fc
  .record({
    area: fc.constantFrom(force, 'N1', 'N2', 'S1'),
    month: fc.constantFrom(...crimeMonths),
    day: fc.nat(30),
    group: fc.constantFrom('rape', 'stalking', 'other'),
    domesticAbuse: fc.boolean(),
    outcome: fc.constantFrom('none', '1', '3', '15', '16', '16', '18', '22'),
    days: fc.oneof(
      { weight: 6, arbitrary: fc.nat(200) },
      { weight: 2, arbitrary: fc.nat(700) },
      { weight: 1, arbitrary: fc.constantFrom(0, 180, 181, 365, 366) },
      { weight: 1, arbitrary: fc.integer({ min: -30, max: -1 }) },
    ),
  })
  .map(({ day, days, ...crime }) => {
    const recorded = firstDay(crime.month) + (day % daysIn(crime.month));
    return { ...crime, recorded, ended: crime.outcome === 'none' ? null : recorded + days };
  });
