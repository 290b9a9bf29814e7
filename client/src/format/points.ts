import { formatNumber, formatValue, type ValueFormat } from './values.ts';

/** The part of a point on the wire that its words need. */
export interface PointLike {
  value: number | null;
  status: readonly string[];
  provisional?: string | undefined;
  absent?: string | undefined;
  revised?: { release: number; value: number } | undefined;
}

const absences: Record<string, { words: string; mark?: string }> = {
  'not-collected': { words: 'Not collected', mark: '[x]' },
  'no-cases': { words: 'No cases' },
  'too-few': { words: 'Too few to say' },
  immature: { words: 'Too young to judge', mark: '[i]' },
  suppressed: { words: '[c] withheld', mark: '[c]' },
  'not-applicable': { words: 'Does not apply', mark: '[z]' },
  'not-comparable': { words: 'Not comparable', mark: '[b]' },
};

/** Why there is no value, in words. Never a blank. */
export function absentWords(reason: string | undefined): string {
  return absences[reason ?? '']?.words ?? 'Not known';
}

/** The reason as a mark for narrow places; its words where it has none. */
export function absentMark(reason: string | undefined): string {
  return absences[reason ?? '']?.mark ?? absentWords(reason);
}

/** Why a point has no value: a cohort that is too young has none yet, whatever else the wire says. */
export function absentReason({ status, absent }: Pick<PointLike, 'status' | 'absent'>): string | undefined {
  return status.includes('immature') ? 'immature' : absent;
}

/** Why a point has no value, in words. */
export const noValueWords = (point: Pick<PointLike, 'status' | 'absent'>): string =>
  absentWords(absentReason(point));

/** The number alone, or why there is none. */
export function formatPointNumber(point: PointLike, format: ValueFormat): string {
  return point.value === null ? noValueWords(point) : formatNumber(point.value, format);
}

/** The value with its unit, or why there is none. */
export function formatPoint(point: PointLike, format: ValueFormat): string {
  return point.value === null ? noValueWords(point) : formatValue(point.value, format);
}

const marks: Record<string, { mark: string; word: string }> = {
  provisional: { mark: '[p]', word: 'provisional' },
  immature: { mark: '[i]', word: 'too young to judge' },
  revised: { mark: '[r]', word: 'revised' },
  estimated: { mark: '[e]', word: 'estimated' },
};

/** `[p] [r]`; empty when nothing accompanies the value. */
export function statusMarks(status: readonly string[]): string {
  return status.map((name) => marks[name]?.mark ?? `[${name}]`).join(' ');
}

/** `provisional, revised`; empty when nothing accompanies the value. */
export function statusWords(status: readonly string[]): string {
  return status.map((name) => marks[name]?.word ?? name).join(', ');
}

/** `61.2 minutes in release 13`: what a revised value was; empty where it is none. */
export function revisedWords({ revised }: Pick<PointLike, 'revised'>, format: ValueFormat): string {
  return revised ? `${formatValue(revised.value, format)} in release ${revised.release}` : '';
}

/** `[p] provisional`: the marks used in a table, each once, for its key. */
export function markKey(points: readonly PointLike[]): string[] {
  const used = new Set(points.flatMap((point) => point.status));
  return Object.entries(marks)
    .filter(([name]) => used.has(name))
    .map(([, { mark, word }]) => `${mark} ${word}`);
}

const provisionalReasons: Record<string, string> = {
  'in-progress': 'the period is still being filled',
  'survey-lag': 'interviews for the period are still coming in',
  'late-rows': 'late records may still be added',
};

/** Why a provisional value may still move, in words. */
export function provisionalWords(reason: string | undefined): string {
  return (reason && provisionalReasons[reason]) || 'it may still change';
}
