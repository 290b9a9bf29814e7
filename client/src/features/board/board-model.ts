import type { Annotation, Board, GlanceCell } from '../../api/types.ts';
import { shortAreaName } from '../../format/areas.ts';
import { formatPeriod } from '../../format/periods.ts';
import { isProvisional, type RowModel, shapeRow } from './board-row.ts';

export interface BoardModel {
  /** `November 2023`. */
  monthLabel: string;
  monthShort: string;
  /** Every figure of the board month may still move: said once, in the column head. */
  provisional: boolean;
  /** Month that the verdicts of the board month's rows are on, where it is an earlier one. */
  judged: string | null;
  areas: { code: string; name: string; short: string }[];
  groups: { label: string; rows: RowModel[] }[];
  rowCount: number;
  synthetic: boolean;
  release: number;
}

/** The board in words and figures, ready to print in a table or a list. Areas keep the force's own order. */
export function shapeBoard(board: Board): BoardModel {
  const rows = board.groups.flatMap((group) => group.rows);
  const current = rows.filter(({ lagMonths, latest }) => lagMonths === 0 && latest.value !== null);
  const provisional = current.length > 0 && current.every(({ latest }) => isProvisional(latest));
  const newest = board.month === board.months.at(-1);
  return {
    monthLabel: formatPeriod(board.month),
    monthShort: formatPeriod(board.month, 'short'),
    provisional,
    judged: judgedMonth(board),
    areas: board.areas.map(({ code, name }) => ({ code, name, short: shortAreaName(name) })),
    groups: board.groups.map((group) => ({
      label: group.label,
      rows: group.rows.map((row) => shapeRow(row, board, { provisional, newest })),
    })),
    rowCount: rows.length,
    synthetic: board.release.synthetic,
    release: board.release.number,
  };
}

/** The one month judged, where the board month itself is not; rows that lag print their own month. */
export function judgedMonth({ month, groups }: Pick<Board, 'month' | 'groups'>): string | null {
  const current = groups.flatMap(({ rows }) => rows).filter(({ lagMonths }) => lagMonths === 0);
  const [judged, ...others] = new Set(current.flatMap(({ variation }) => variation.at ?? []));
  return judged === undefined || others.length > 0 || judged === month ? null : judged;
}

/** `Judged on October 2023: November 2023 is provisional.`; empty where the board month itself is judged. */
export function judgedWords(board: Board): string {
  const judged = judgedMonth(board);
  return judged === null
    ? ''
    : `Judged on ${formatPeriod(judged)}: ${formatPeriod(board.month)} is provisional.`;
}

/** The board with only the rows of one verdict and outlook; whole where none is picked. */
export function narrowBoard(board: Board, picked: Pick<GlanceCell, 'variation' | 'outlook'> | null): Board {
  if (!picked) return board;
  const cell = board.glance.find(
    ({ variation, outlook }) => variation === picked.variation && outlook === picked.outlook,
  );
  const groups = board.groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ id }) => cell?.rows.includes(id)) }))
    .filter(({ rows }) => rows.length > 0);
  return { ...board, groups };
}

/** Months beside the one shown, where the release has them. */
export function neighbourMonths(months: readonly string[], month: string) {
  const place = months.indexOf(month);
  return {
    previous: place > 0 ? months[place - 1] : undefined,
    next: place >= 0 ? months[place + 1] : undefined,
  };
}

/** What is recorded for several measures at once is told once. */
export const distinctAnnotations = (annotations: readonly Annotation[]): Annotation[] => [
  ...new Map(annotations.map((note) => [`${note.date} ${note.area} ${note.text}`, note])).values(),
];
