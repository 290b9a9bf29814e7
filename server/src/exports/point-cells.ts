import type { UnitName } from '../contract/common.ts';
import type { Point } from '../contract/series.ts';
import type { CsvValue } from './csv.ts';
import { inPageUnit, pageUnitLabel } from './page-unit.ts';

export const pointColumns = [
  ...(['value', 'unit', 'n', 'numerator', 'denominator', 'status', 'absent'] as const),
  ...(['lower_95', 'upper_95', 'interval_method', 'interval_absent'] as const),
  ...(['revised_from', 'revised_from_release'] as const),
] as const;

/** One point as the cells of `pointColumns`; a value is a number, or empty with the reason in `absent`. */
export function pointCells(point: Point, unit: UnitName): CsvValue[] {
  const { value, n, numerator, denominator, status, provisional, absent, interval, revised } = point;
  const marks = status.map((mark) =>
    mark === 'provisional' && provisional ? `${mark} (${provisional})` : mark,
  );
  return [
    inPageUnit(value, unit),
    pageUnitLabel(unit),
    ...[n, numerator, denominator, marks.join('; '), absent],
    inPageUnit(interval?.lower ?? null, unit),
    inPageUnit(interval?.upper ?? null, unit),
    interval?.method,
    interval?.absent ?? point.intervalAbsent,
    inPageUnit(revised?.value ?? null, unit),
    revised?.release,
  ];
}
