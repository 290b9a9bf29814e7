import { openSync, readFileSync, renameSync, statSync } from 'node:fs';

const longestLogBytes = 5_000_000;

/** A file descriptor to append to; one earlier log is kept. */
export function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > longestLogBytes) renameSync(file, `${file}.1`);
  return openSync(file, 'a', 0o600);
}

/** The last five lines. */
export function readLogEnd(file: string): string {
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-5).join('\n');
}
