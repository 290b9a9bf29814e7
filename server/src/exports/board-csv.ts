import type { Board, BoardRow } from '../contract/board.ts';
import type { Release } from '../contract/release.ts';
import { type CsvValue, toCsv } from './csv.ts';
import { filterText } from './measure-csv.ts';
import { inPageUnit } from './page-unit.ts';
import { pointCells, pointColumns } from './point-cells.ts';
import { provenance, provenanceColumns } from './provenance.ts';
import { verdictCells, verdictColumns } from './verdict-cells.ts';

const columns = [
  ...['group', 'measure', 'detail', 'metric', 'statistic', 'filter', 'area', 'area_name', 'grain', 'period'],
  ...pointColumns,
  ...['change_on_month', 'change_on_year', 'target', ...verdictColumns, ...provenanceColumns],
];

/** The board as a table: for each measure the force, then its areas in the board's order. */
export function boardCsv(board: Board): string {
  const names = new Map(board.areas.map(({ code, name }) => [code, name]));
  const origin = provenance(board.release);
  const rows = board.groups.flatMap(({ label, rows: measures }) =>
    measures.flatMap((row) =>
      measureRows(row, board.release.force, names).map((cells) => [
        label,
        row.label,
        row.detail,
        ...cells,
        ...origin,
      ]),
    ),
  );
  return toCsv(columns, rows);
}

function measureRows(
  row: BoardRow,
  force: Release['force'],
  names: ReadonlyMap<string, string>,
): CsvValue[][] {
  const { unit, target, changeOnMonth, changeOnYear } = row;
  const selection = [row.metric, row.statistic, filterText(row.filter)];
  const comparisons = [
    inPageUnit(changeOnMonth.value, unit),
    inPageUnit(changeOnYear.value, unit),
    target && `${target.comparison} ${inPageUnit(target.value, unit)}`,
  ];
  const whole = [force.code, force.name, 'month', row.period, ...pointCells(row.latest, unit)];
  const areas = row.areas.map(({ area, point, flag }) => [
    ...[...selection, area, names.get(area) ?? area, row.areaGrain, point.period],
    ...[...pointCells(point, unit), null, null, null, ...verdictCells({ flag })],
  ]);
  return [[...selection, ...whole, ...comparisons, ...verdictCells(row)], ...areas];
}
