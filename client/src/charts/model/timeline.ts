import { monthWord, type Period, type PeriodKind, parsePeriod } from '../../format/periods.ts';

/** Where a period stands on the axis, in months: its middle, or the last month of a window that moves. */
export function periodX(name: string): number {
  const { kind, firstMonth, lastMonth } = parsePeriod(name);
  return kind === 'rolling' || kind === 'year-to-date' ? lastMonth : (firstMonth + lastMonth) / 2;
}

/** The start of a day's month lies half a month before the middle of that month. */
export function monthStartX(date: string): number {
  return parsePeriod(date.slice(0, 7)).lastMonth - 0.5;
}

/** Months between neighbouring points. */
export function periodStep(kind: PeriodKind): number {
  if (kind === 'quarter') return 3;
  return kind === 'financial-year' ? 12 : 1;
}

/** The stretch of the axis that periods take up, half a step to either side of the first and last. */
export function timeDomain(periods: readonly string[]): [number, number] {
  const [first = '2000-01'] = periods;
  const half = periodStep(parsePeriod(first).kind) / 2;
  return [periodX(first) - half, periodX(periods.at(-1) ?? first) + half];
}

export interface TimeTick {
  x: number;
  label: string;
  /** Printed bold on a second line. */
  year?: string;
}

const monthSteps = [1, 3, 6, 12, 24, 60];
const monthTickPixels = 44;
const yearTickPixels = 64;

/**
 * Ticks under a time axis: one a quarter where there is room, the year in bold under January and under the first
 * tick; each second quarter, then years alone, as the room shrinks.
 *
 * @param periods wire names in time order, all of one kind.
 */
export function timeTicks(periods: readonly string[], plotWidth: number): TimeTick[] {
  const first = periods[0];
  const last = periods.at(-1);
  if (first === undefined || last === undefined) return [];
  const kind = parsePeriod(first).kind;
  const months = periodX(last) - periodX(first) + periodStep(kind);
  const pixelsPerMonth = plotWidth / months;
  const parsed = periods.map(parsePeriod);
  if (kind === 'financial-year') return yearTicks(parsed, pixelsPerMonth);
  return kind === 'quarter' ? quarterTicks(parsed, pixelsPerMonth) : monthTicks(parsed, pixelsPerMonth);
}

function monthTicks(periods: readonly Period[], pixelsPerMonth: number): TimeTick[] {
  // Single months are named only on short axes: a tick a quarter reads better than a row of words.
  const steps = periods.length <= 8 ? monthSteps : monthSteps.slice(1);
  const step = steps.find((months) => months * pixelsPerMonth >= monthTickPixels) ?? 120;
  const chosen = periods.filter(({ lastMonth }) =>
    step < 12
      ? lastMonth % step === 0
      : lastMonth % 12 === 0 && Math.floor(lastMonth / 12) % (step / 12) === 0,
  );
  const shown = chosen.length > 0 ? chosen : periods.slice(0, 1);
  return shown.map(({ lastMonth }, index) => {
    const year = String(Math.floor(lastMonth / 12));
    if (step >= 12) return { x: lastMonth, label: year };
    const named = lastMonth % 12 === 0 || index === 0;
    return { x: lastMonth, label: monthWord(lastMonth, 'short'), ...(named && { year }) };
  });
}

function quarterTicks(periods: readonly Period[], pixelsPerMonth: number): TimeTick[] {
  const everyQuarter = 3 * pixelsPerMonth >= 34;
  const shown = everyQuarter
    ? periods
    : thinned(
        periods.filter(({ name }) => name.endsWith('Q1')),
        pixelsPerMonth,
      );
  return shown.map(({ name, firstMonth, lastMonth }, index) => {
    const [year = '', quarter = ''] = name.split('-');
    const x = (firstMonth + lastMonth) / 2;
    if (!everyQuarter) return { x, label: year };
    return { x, label: quarter, ...((quarter === 'Q1' || index === 0) && { year }) };
  });
}

function yearTicks(periods: readonly Period[], pixelsPerMonth: number): TimeTick[] {
  return thinned(periods, pixelsPerMonth).map(({ name, firstMonth, lastMonth }) => ({
    x: (firstMonth + lastMonth) / 2,
    label: name,
  }));
}

/** Every year, or every second, fifth or tenth, counted back from the last so that the newest is named. */
function thinned(years: readonly Period[], pixelsPerMonth: number): Period[] {
  const every = [1, 2, 5, 10].find((count) => count * 12 * pixelsPerMonth >= yearTickPixels) ?? 20;
  return years.filter((_, index) => (years.length - 1 - index) % every === 0);
}
