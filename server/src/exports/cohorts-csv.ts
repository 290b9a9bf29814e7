import type { Cohorts, FollowedCohort, OutcomeTable } from '../contract/cohort.ts';
import type { KeyedSeries, Point, Series } from '../contract/series.ts';
import { type CsvValue, toCsv } from './csv.ts';
import { filterText } from './measure-csv.ts';
import { pointCells, pointColumns } from './point-cells.ts';
import { provenance, provenanceColumns } from './provenance.ts';
import { limitCells, limitColumns, verdictCells, verdictColumns } from './verdict-cells.ts';

const columns = [
  ...['panel', 'metric', 'basis', 'filter', 'area', 'area_set', 'label', 'part', 'cause', 'period'],
  ...['age_days', 'day', ...pointColumns, ...limitColumns, ...verdictColumns, ...provenanceColumns],
];

/** What tells a row apart, its cells before those of the point. */
interface RowKey {
  panel: string;
  metric: string;
  filter: string;
  label: string;
  part?: string;
  cause?: string;
  period: string;
  ageDays?: number | null;
  day?: number;
}

/** Every figure the attrition page shows, one row each: composition, at an age, cumulative incidence, tables. */
export function cohortsCsv(cohorts: Cohorts): string {
  const { release, basis, area, areaSet } = cohorts;
  const origin = provenance(release);
  const asRow = ([key, point, unit, line]: Figure): CsvValue[] => [
    ...[key.panel, key.metric, basis, key.filter, area, areaSet, key.label, key.part, key.cause, key.period],
    ...[key.ageDays, key.day, ...pointCells(point, unit), ...limitCells(line?.spc, key.period, unit)],
    ...[...verdictCells(line ?? {}), ...origin],
  ];
  return toCsv(columns, figuresOf(cohorts).map(asRow));
}

type Figure = [key: RowKey, point: Point, unit: Series['unit'], line?: KeyedSeries];

function figuresOf(cohorts: Cohorts): Figure[] {
  const { composition, atAge, incidence, groups, areas } = cohorts;
  const ages = new Map(cohorts.months.map(({ month, ageDays }) => [month, ageDays]));
  const filter = filterText(cohorts.filter);
  return [
    ...seriesFigures('composition', composition, ages),
    ...atAge.flatMap((series) => seriesFigures('at-age', series, ages)),
    ...(incidence?.cohorts ?? []).flatMap((cohort) =>
      curveFigures(cohort, { panel: 'incidence', metric: incidence?.metric ?? '', filter }),
    ),
    ...tableFigures(groups, { panel: 'groups', metric: composition.metric, filter }),
    ...tableFigures(areas, { panel: 'areas', metric: composition.metric, filter }),
  ];
}

function seriesFigures(panel: string, of: Series, ages: ReadonlyMap<string, number>): Figure[] {
  const shared = { panel, metric: of.metric, filter: filterText(of.filter) };
  return of.series.flatMap((line) =>
    line.points.map((point): Figure => {
      const { period } = point;
      const place = { label: line.label, part: line.key.part, cause: of.filter.cause };
      return [{ ...shared, ...place, period, ageDays: ages.get(period) }, point, of.unit, line];
    }),
  );
}

type Shared = Pick<RowKey, 'panel' | 'metric' | 'filter'>;

function curveFigures({ period, ageDays, crimes, curves }: FollowedCohort, shared: Shared): Figure[] {
  return curves.flatMap(({ cause, label, points }) =>
    points.map(({ day, value, lower, upper }): Figure => {
      const limits = { lower, upper, confidence: 0.95, absent: lower === null ? ('too-few' as const) : null };
      const interval = { ...limits, method: 'aalen-johansen' as const };
      return [
        { ...shared, label, cause, period, ageDays, day },
        { period, value, n: crimes ?? 0, status: [], interval },
        'fraction',
      ];
    }),
  );
}

function tableFigures({ period, ageDays, rows }: OutcomeTable, shared: Shared): Figure[] {
  return rows.flatMap(({ label, crimes, shares }) =>
    shares.map(({ part, value, numerator, interval, absent }): Figure => {
      const counted = { n: crimes, numerator, denominator: crimes };
      return [
        { ...shared, label, part, period, ageDays },
        { period, value, ...counted, status: [], ...(interval && { interval }), ...(absent && { absent }) },
        'fraction',
      ];
    }),
  );
}
