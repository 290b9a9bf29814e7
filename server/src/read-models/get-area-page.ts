import type { AreaPage } from '../contract/area-page.ts';
import { type DrawnAnnotation, isDrawn } from '../metrics/annotations.ts';
import { boardGroups } from '../metrics/board.ts';
import { addMonths } from '../metrics/periods.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { changedOf, standingOf } from './area/area-findings.ts';
import { type ReadAreaRow, readAreaRow } from './area/area-row.ts';
import { requirePlace } from './area/place.ts';
import { timePartsOf } from './area/time-parts.ts';
import { SPARK_MONTHS } from './board/board-row.ts';
import { checkQuality, monthsToCheck } from './check-quality.ts';
import { describeAnnotation } from './describe-reference.ts';
import { describeArea, nothingChanged } from './findings/area-page.ts';
import { boardMonths } from './get-board.ts';
import { getRelease } from './get-release.ts';
import { QueryProblem } from './query-problem.ts';
import type { Query } from './resolve-query.ts';

const judgedKinds: readonly string[] = ['improvement', 'concern', 'shift', 'common-cause'];

/**
 * Every board measure of one area as at a month: its own line, and where it lies beside the other areas.
 * @throws {QueryProblem} 404 `unknown-area` naming the areas; 400 for a month the release does not hold
 */
export function getAreaPage(release: LoadedRelease, code: string, query: Query): AreaPage {
  const { month, months } = requireMonth(release, query);
  const place = requirePlace(release, code, month);
  const { areaSet, area } = place;
  const groups = boardGroups.map(({ label, rows }) => ({
    label,
    rows: rows.map((row) => readAreaRow(release, place, month, row)),
  }));
  const rows = groups.flatMap((group) => group.rows);
  const quality = checkQuality(release, {
    areaSet,
    area: area.code,
    nodes: [area.code],
    periods: monthsToCheck(
      month,
      rows.map(({ row }) => row),
    ),
    filters: { domesticAbuse: ['true'] },
  });
  const changed = changedOf(area.name, rows, quality);
  return {
    release: getRelease(release),
    month,
    months,
    areaSet: areaSet.id,
    area: { ...area },
    areas: place.siblings.map((one) => ({ ...one })),
    title: area.name,
    finding: describeArea(area.name, { ...countsOf(rows), areas: place.siblings.length }),
    groups: groups.map(({ label, rows: read }) => ({ label, rows: read.map(({ row }) => row) })),
    changed,
    nothing: changed.length === 0 ? nothingChanged(area.name) : null,
    standing: standingOf(area.name, rows),
    timeParts: timePartsOf(release, place, month),
    annotations: annotationsShown(release, area.code, month),
    quality,
  };
}

function countsOf(rows: readonly ReadAreaRow[]) {
  const judged = rows.filter(({ row }) => judgedKinds.includes(row.variation?.kind ?? ''));
  const compared = rows.filter(({ row }) => row.flag.absent === null);
  return {
    judged: judged.length,
    changed: judged.filter(({ row }) => row.variation?.kind !== 'common-cause').length,
    compared: compared.length,
    differing: compared.filter(({ row }) => row.flag.side !== null).length,
  };
}

function requireMonth(release: LoadedRelease, query: Query): { month: string; months: string[] } {
  const stranger = Object.keys(query).find((name) => name !== 'month');
  if (stranger !== undefined) {
    const detail = `The page of an area has no parameter "${stranger}".`;
    throw new QueryProblem({ code: 'unknown-parameter', detail, parameter: stranger, valid: ['month'] });
  }
  const months = boardMonths(release);
  const newest = months[months.length - 1];
  const month = query.month === undefined || query.month === 'latest' ? newest : query.month;
  if (months.includes(month)) return { month, months };
  const detail = `Release ${release.number} has no month "${month}": it holds ${months[0]} to ${newest}.`;
  throw new QueryProblem({ code: 'unknown-month', detail, parameter: 'month', valid: months });
}

/** Events, rebases and breaks of the months shown that touch the force or this area; each named once. */
function annotationsShown({ pinned }: LoadedRelease, area: string, month: string): AreaPage['annotations'] {
  const first = addMonths(month, 1 - SPARK_MONTHS);
  const shown = pinned.annotations
    .filter(isDrawn)
    .filter(({ areaCode }) => areaCode === '' || areaCode === area)
    .filter((note) => note.date.slice(0, 7) >= first && note.date.slice(0, 7) <= month);
  const once = new Map(
    shown.map((note): [string, DrawnAnnotation] => [`${note.kind} ${note.date} ${note.text}`, note]),
  );
  return [...once.values()].map(describeAnnotation);
}
