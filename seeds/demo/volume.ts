import { daysIn } from './clock.ts';
import type { Curve } from './curve.ts';
import { seasonal } from './story/volumes.ts';

const usualDays = 30.44;

/** Rows expected in a month: its level, its season and its number of days. */
export function monthlyMean(level: Curve, season: keyof typeof seasonal, month: number): number {
  return (level(month) * seasonal[season][month % 12] * daysIn(month)) / usualDays;
}
