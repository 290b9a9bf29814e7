import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** One measured ratio. `ok` says whether the goal is met; nothing fails when it is not. */
export interface Line {
  name: string;
  ratio: number | null;
  goal: number | null;
  /** Whether a higher ratio is better, or a lower one. */
  better: 'higher' | 'lower';
  /** What else helps to read the ratio: times in milliseconds, rates, sizes. */
  [detail: string]: number | string | null;
}

export const force = 'E23000016';

/** Prints one line of JSON on standard output; nothing else goes there. */
export function emit(line: Line): void {
  const { name, ratio, goal, better, ...details } = line;
  const ok = ratio === null || goal === null || (better === 'higher' ? ratio >= goal : ratio <= goal);
  process.stdout.write(`${JSON.stringify({ name, ratio: rounded(ratio), goal, ok, better, ...details })}\n`);
}

/** A line for people. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** To three significant digits. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(3));
}

/** Milliseconds that some work takes. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

setFlagsFromString('--expose_gc');
/** Clears away what an earlier step left, so that the next one is not charged for it. */
export const collectGarbage = runInNewContext('gc') as () => void;
