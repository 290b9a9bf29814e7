import type { MeasurePage } from '../contract/measure.ts';
import type { KeyedSeries, Series } from '../contract/series.ts';
import { type CsvValue, toCsv } from './csv.ts';
import { pointCells, pointColumns } from './point-cells.ts';
import { provenance, provenanceColumns } from './provenance.ts';
import { limitCells, limitColumns, verdictCells, verdictColumns } from './verdict-cells.ts';

/**
 * Every point a measure page shows, one row each: panel, series and period, what the series is keyed by,
 * the value in the page's unit, its counts, interval, marks and reason when absent, the limits of its month, the
 * verdict on its line (the same on each of the line's rows), and the release.
 */
export function measureCsv(measure: MeasurePage): string {
  const panels = Object.entries(measure.panels).filter(
    (panel): panel is [string, Series] => panel[1] !== undefined,
  );
  const keys = [
    ...new Set(panels.flatMap(([, { series }]) => series.flatMap(({ key }) => Object.keys(key)))),
  ];
  const columns = [
    ...['panel', 'metric', 'statistic', 'grain', 'filter', 'area', 'area_set', 'label', 'period'],
    ...keys.map((key) => `by_${key}`),
    ...pointColumns,
    ...limitColumns,
    ...verdictColumns,
    ...provenanceColumns,
  ];
  const origin = provenance(measure.release);
  const rows = panels.flatMap(([name, panel]) =>
    panel.series.flatMap((line) => lineRows(name, panel, line, keys).map((row) => [...row, ...origin])),
  );
  return toCsv(columns, rows);
}

function lineRows(panel: string, of: Series, line: KeyedSeries, keys: readonly string[]): CsvValue[][] {
  const shared = [
    panel,
    of.metric,
    of.statistic,
    of.grain,
    filterText(of.filter),
    of.area,
    of.areaSet,
    line.label,
  ];
  const members = keys.map((key) => line.key[key]);
  const verdict = verdictCells(line);
  return line.points.map((point) => [
    ...[...shared, point.period, ...members, ...pointCells(point, of.unit)],
    ...limitCells(line.spc, point.period, of.unit),
    ...verdict,
  ]);
}

/** Filters as they stand in an address, for example `domesticAbuse=true&grade=2`. */
export function filterText(filter: Record<string, string>): string {
  return Object.entries(filter)
    .map(([name, members]) => `${name}=${members}`)
    .join('&');
}
