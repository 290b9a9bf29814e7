import { parsePeriod } from '../../format/periods.ts';
import type { ChartMark, ChartPoint } from './types.ts';

/** A stretch of a series drawn as one line. Nothing is joined across a gap or a break. */
export interface Segment {
  points: ChartPoint[];
  /** The last stretch, up to and between points that may still change. */
  dashed: boolean;
}

/**
 * Cuts a series where a value is absent and where a break falls; a period that a break falls inside stands alone.
 * The step to the open points at the end is a segment of its own, dashed, starting at the last settled point.
 */
export function cutSegments(points: readonly ChartPoint[], marks: readonly ChartMark[]): Segment[] {
  const breaks = marks
    .filter(({ kind }) => kind === 'break')
    .map(({ date }) => parsePeriod(date.slice(0, 7)).lastMonth);
  const firstOpen = trailingOpen(points);
  return pieces(points, breaks).flatMap((piece) =>
    dashTail(piece, points.indexOf(piece[0] as ChartPoint), firstOpen),
  );
}

/** A value that may still change: provisional, or too young. */
export const isOpen = ({ status }: ChartPoint) =>
  status.includes('provisional') || status.includes('immature');

/** Index of the first of the open points at the end of a series; its length when the last is settled. */
export function trailingOpen(points: readonly ChartPoint[]): number {
  const settled = points.findLastIndex((point) => point.value !== null && !isOpen(point));
  return settled + 1;
}

function pieces(points: readonly ChartPoint[], breaks: readonly number[]): ChartPoint[][] {
  const result: ChartPoint[][] = [];
  let era: string | null = null;
  for (const point of points) {
    const next: string | null = point.value === null ? null : eraOf(point.period, breaks);
    if (next !== null && next === era) result.at(-1)?.push(point);
    else if (next !== null) result.push([point]);
    era = next;
  }
  return result;
}

/** Points may be joined when they lie wholly between the same two breaks. */
function eraOf(period: string, breaks: readonly number[]): string {
  const { firstMonth, lastMonth } = parsePeriod(period);
  const straddles = breaks.some((month) => firstMonth < month && month <= lastMonth);
  return straddles ? period : String(breaks.filter((month) => month <= firstMonth).length);
}

function dashTail(piece: ChartPoint[], start: number, firstOpen: number): Segment[] {
  const settled = firstOpen - start;
  if (settled >= piece.length) return [{ points: piece, dashed: false }];
  if (settled <= 0) return [{ points: piece, dashed: true }];
  return [
    { points: piece.slice(0, settled), dashed: false },
    { points: piece.slice(settled - 1), dashed: true },
  ];
}
