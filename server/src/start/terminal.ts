export interface Terminal {
  /** A line that stays. */
  say(line: string): void;
  /** A line that the next one replaces on a terminal; elsewhere printed at most every few seconds. */
  progress(line: string): void;
}

const secondsBetweenLines = 5;

interface Screen {
  write(text: string): unknown;
  isTTY?: boolean;
  columns?: number;
}

/** Tells the person who started the program what it does, on a terminal or into a log. */
export function openTerminal(
  screen: Screen = process.stdout,
  now: () => number = () => performance.now(),
): Terminal {
  let isPending = false;
  let lastAt = Number.NEGATIVE_INFINITY;
  const say = (line: string): void => {
    screen.write(`${isPending ? clearLine : ''}${line}\n`);
    isPending = false;
    lastAt = now();
  };
  const progress = (line: string): void => {
    if (screen.isTTY) {
      screen.write(`${clearLine}${line.slice(0, (screen.columns ?? 80) - 1)}`);
      isPending = true;
    } else if (now() - lastAt >= secondsBetweenLines * 1000) {
      say(line);
    }
  };
  return { say, progress };
}

const clearLine = '\r\u001b[2K';

/** Seconds since a reading of `performance.now()`, to one place. */
export function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}
