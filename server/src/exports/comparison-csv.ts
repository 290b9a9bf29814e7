import type { UnitName } from '../contract/common.ts';
import type { ComparedArea, Comparison, ComparisonPanel, StripRow } from '../contract/comparison.ts';
import type { Point } from '../contract/series.ts';
import type { AreaFlag } from '../contract/verdict.ts';
import { type CsvValue, toCsv } from './csv.ts';
import { filterText } from './measure-csv.ts';
import { inPageUnit } from './page-unit.ts';
import { pointCells, pointColumns } from './point-cells.ts';
import { provenance, provenanceColumns } from './provenance.ts';

const estimateColumns = (of: string) =>
  ['comparison', 'estimate', 'lower', 'upper', 'confidence', 'word', 'absent'].map((name) => `${of}_${name}`);

const columns = [
  ...['panel', 'group', 'measure', 'metric', 'statistic', 'grain', 'filter', 'area_set', 'area', 'area_name'],
  ...['period', ...pointColumns, 'per', ...estimateColumns('others'), 'others_standing'],
  ...[
    'change_against',
    ...estimateColumns('change'),
    'funnel_beyond',
    'funnel_side',
    'place_from',
    'place_to',
  ],
  ...['strip_beyond', ...provenanceColumns],
];

/** Cells beside a point: what it is set against, and how far chance explains it. */
interface Beside {
  readonly per: string | null;
  readonly flag?: AreaFlag;
  readonly change?: ComparedArea['change'];
  readonly funnel?: NonNullable<ComparisonPanel['funnel']>['points'][number];
  readonly places?: ComparisonPanel['toldApart']['places'][number];
  readonly stripBeyond?: number | null;
}

/**
 * Every figure the areas page shows, one row each: in the panels the force and its areas, now and a year before, then
 * every measure over every area. Beside an area's value now: the difference from the other areas, the change, its
 * place in the funnel and the places chance leaves open to it.
 */
export function comparisonCsv(comparison: Comparison): string {
  const { release, areaSet, parent, areas, main, second, strips } = comparison;
  const origin = provenance(release);
  const names = new Map([parent, ...areas].map(({ code, name }) => [code, name]));
  const place = (code: string) => [areaSet, code, names.get(code) ?? code];
  const ofPanels = [
    ...panelRows('main', main, parent.code, place),
    ...(second ? panelRows('second', second, parent.code, place) : []),
  ];
  const ofStrips = strips.groups.flatMap(({ label, rows }) =>
    rows.flatMap((row) => stripRows(label, row, parent.code, place)),
  );
  return toCsv(
    columns,
    [...ofPanels, ...ofStrips].map((row) => [...row, ...origin]),
  );
}

type Place = (area: string) => CsvValue[];

function panelRows(panel: string, of: ComparisonPanel, whole: string, place: Place): CsvValue[][] {
  const { metric, statistic, grain, unit, per } = of;
  const shared = [panel, '', of.title, metric, statistic, grain, filterText(of.filter)];
  const row = (area: string, point: Point, beside: Beside) => [
    ...[...shared, ...place(area), point.period, ...pointCells(point, unit)],
    ...besideCells(beside, unit),
  ];
  return [
    row(whole, of.whole, { per }),
    row(whole, of.wholeEarlier, { per }),
    ...of.areas.flatMap(({ area, point, earlier, flag, change }) => {
      const funnel = of.funnel?.points.find((one) => one.area === area);
      const places = of.toldApart.places.find((one) => one.area === area);
      return [
        row(area, point, { per, flag, change, ...(funnel && { funnel }), ...(places && { places }) }),
        row(area, earlier, { per }),
      ];
    }),
  ];
}

function stripRows(group: string, of: StripRow, whole: string, place: Place): CsvValue[][] {
  const { grain = '', to: _to, statistic = '', ...filter } = of.parameters;
  const shared = ['strips', group, of.label, of.metric, statistic, grain, filterText(filter)];
  const row = (area: string, point: Point, beside: Beside) => [
    ...[...shared, ...place(area), point.period, ...pointCells(point, of.unit)],
    ...besideCells(beside, of.unit),
  ];
  return [
    row(whole, of.whole, { per: of.per }),
    ...of.cells.map(({ area, point, flag, beyond }) =>
      row(area, point, { per: of.per, flag, stripBeyond: beyond }),
    ),
  ];
}

function besideCells({ per, flag, change, funnel, places, stripBeyond }: Beside, unit: UnitName): CsvValue[] {
  return [
    per,
    ...estimateCells(flag, flag?.absent, unit),
    flag?.standing,
    change?.against,
    ...estimateCells(change, change?.absent?.reason, unit),
    funnel?.outside?.level,
    funnel?.outside?.side,
    places?.from,
    places?.to,
    stripBeyond,
  ];
}

type Estimate = Pick<AreaFlag, 'comparison' | 'estimate' | 'lower' | 'upper' | 'confidence' | 'word'>;

/** A difference is in the unit of the page, in percentage points where that is percent; a ratio has none. */
function estimateCells(
  of: Estimate | undefined,
  absent: string | null | undefined,
  unit: UnitName,
): CsvValue[] {
  if (!of) return estimateColumns('').map(() => null);
  const inUnit = (value: number | null) => (of.comparison === 'ratio' ? value : inPageUnit(value, unit));
  const word = of.word ?? (absent ? null : 'not told apart');
  return [
    of.comparison,
    inUnit(of.estimate),
    inUnit(of.lower),
    inUnit(of.upper),
    of.confidence,
    word,
    absent,
  ];
}
