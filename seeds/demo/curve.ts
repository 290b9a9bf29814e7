import { monthNumber } from '../../server/src/stats/time/calendar.ts';

/** A level that moves in straight lines between dated points and stays flat outside them. */
export type Curve = (month: number) => number;

/** Builds a curve from `['2023-01', 7.3]` points in date order; it is read by month number. */
export function curve(...points: readonly (readonly [month: string, level: number])[]): Curve {
  const months = points.map(([month]) => monthNumber(month));
  const levels = points.map(([, level]) => level);
  return (month) => {
    const after = months.findIndex((known) => known >= month);
    if (after === 0) return levels[0];
    if (after < 0) return levels[levels.length - 1];
    const share = (month - months[after - 1]) / (months[after] - months[after - 1]);
    return levels[after - 1] + share * (levels[after] - levels[after - 1]);
  };
}
