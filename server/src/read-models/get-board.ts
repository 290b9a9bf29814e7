import type { Board } from '../contract/board.ts';
import { type DrawnAnnotation, isDrawn } from '../metrics/annotations.ts';
import { areaSetAt, childrenOf } from '../metrics/areas.ts';
import { boardGroups } from '../metrics/board.ts';
import { addMonths, monthRange } from '../metrics/periods.ts';
import type { LoadedRelease } from '../releases/loaded-release.ts';
import { type ReadRow, readRow, SPARK_MONTHS } from './board/board-row.ts';
import { exceptionsOf, pickStandingOut } from './board/exceptions.ts';
import { falseAlarmOf } from './board/false-alarms.ts';
import { glanceOf, steadyOf } from './board/glance.ts';
import { standingDifferences } from './board/standing-differences.ts';
import { checkQuality, monthsToCheck } from './check-quality.ts';
import { describeAnnotation } from './describe-reference.ts';
import { nothingStandsOut } from './findings/board.ts';
import { getRelease } from './get-release.ts';
import { nodesFor } from './nodes.ts';
import { QueryProblem } from './query-problem.ts';

type Judged = 'glance' | 'standsOut' | 'nothing' | 'exceptions' | 'standing' | 'steady' | 'falseAlarm';
/** The board's figures alone: its rows carry no verdict. */
export type PlainBoard = Omit<Board, Judged>;

/**
 * The monthly performance board of a release; `latest` is its newest month.
 * @throws {QueryProblem} 404 `unknown-month` naming the span
 */
export function getBoard(release: LoadedRelease, asked: string): Board {
  const { board, rows } = assemble(release, asked, true);
  return { ...board, ...judgementOf(release, board, rows) };
}

/** The board without intervals, limits, verdicts and flags: what the statistics are measured against. */
export function readBoard(release: LoadedRelease, asked: string): PlainBoard {
  return assemble(release, asked, false).board;
}

function assemble(release: LoadedRelease, asked: string, judged: boolean) {
  const { pinned } = release;
  const { month, months } = requireMonth(release, asked);
  const areaSet = areaSetAt(pinned, month);
  const groups = boardGroups.map(({ label, rows }) => ({
    label,
    rows: rows.map((row) => readRow(release, row, { areaSet, month, judged })),
  }));
  const board: PlainBoard = {
    release: getRelease(release),
    month,
    months,
    areaSet: areaSet.id,
    areas: childrenOf(areaSet, pinned.force.code).map((area) => ({ ...area })),
    groups: groups.map(({ label, rows }) => ({ label, rows: rows.map(({ row }) => row) })),
    annotations: annotationsShown(release, month),
    quality: checkQuality(release, {
      areaSet,
      area: pinned.force.code,
      nodes: nodesFor(areaSet, pinned.force.code),
      periods: monthsToCheck(
        month,
        groups.flatMap(({ rows }) => rows.map(({ row }) => row)),
      ),
      filters: { domesticAbuse: ['true'] },
    }).filter((check) => !check.ok),
  };
  return { board, rows: groups.flatMap(({ rows }) => rows) };
}

function judgementOf(
  release: LoadedRelease,
  { areas, quality }: PlainBoard,
  read: readonly ReadRow[],
): Pick<Board, Judged> {
  const rows = read.map(({ row }) => row);
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const exceptions = exceptionsOf(rows, quality, names);
  const steady = steadyOf(rows);
  return {
    glance: glanceOf(rows),
    standsOut: pickStandingOut(exceptions),
    nothing: exceptions.length === 0 ? nothingStandsOut(steady.count) : null,
    exceptions,
    standing: standingDifferences(release, read, names),
    steady,
    falseAlarm: falseAlarmOf(release, read),
  };
}

function requireMonth(release: LoadedRelease, asked: string): { month: string; months: string[] } {
  const months = boardMonths(release);
  const month = asked === 'latest' ? (months.at(-1) ?? asked) : asked;
  if (months.includes(month)) return { month, months };
  const detail = `Release ${release.number} has no board for "${month}": it holds ${months[0]} to ${months.at(-1)}.`;
  throw new QueryProblem({ status: 404, code: 'unknown-month', detail, parameter: 'month', valid: months });
}

/** Months from the first one any feed covers to the one the release's data reach. */
export function boardMonths(release: LoadedRelease): string[] {
  const rows = release.pinned.coverage.filter((row) => row.feed !== 'returns');
  const all = rows.length > 0 ? rows : release.pinned.coverage;
  const first = all.map((row) => row.fromMonth).reduce((a, b) => (a < b ? a : b));
  return monthRange(first, release.record.dataTo.slice(0, 7));
}

/** Events, rebases and breaks of the months shown; one recorded for several metrics is named once. */
function annotationsShown({ pinned }: LoadedRelease, month: string): Board['annotations'] {
  const first = addMonths(month, 1 - SPARK_MONTHS);
  const shown = pinned.annotations
    .filter(isDrawn)
    .filter((note) => note.date.slice(0, 7) >= first && note.date.slice(0, 7) <= month);
  const once = new Map(
    shown.map((note): [string, DrawnAnnotation] => [`${note.kind} ${note.date} ${note.text}`, note]),
  );
  return [...once.values()].map(describeAnnotation);
}
