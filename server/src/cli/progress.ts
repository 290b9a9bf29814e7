import type { ImportProgress } from '../ingest/import-file.ts';

const everyMs = { terminal: 200, file: 5000 };

/** Shows how far an import is: one line kept up to date on a terminal, a line every few seconds elsewhere. */
export class ProgressLine {
  private readonly out: NodeJS.WriteStream;
  private readonly startedAt = performance.now();
  private shownAt = 0;
  private isOpen = false;

  constructor(out: NodeJS.WriteStream) {
    this.out = out;
  }

  show({ bytesRead, sizeBytes, rows }: ImportProgress): void {
    const now = performance.now();
    if (now - Math.max(this.shownAt, this.startedAt) < (this.out.isTTY ? everyMs.terminal : everyMs.file))
      return;
    this.shownAt = now;
    const seconds = (now - this.startedAt) / 1000;
    const share = Math.min(1, bytesRead / Math.max(1, sizeBytes));
    const secondsLeft = Math.round((seconds / Math.max(share, 0.001)) * (1 - share));
    const text = `${rows} rows, ${Math.round(rows / seconds)} rows/s, ${Math.floor(share * 100)}%, about ${secondsLeft} s left to read`;
    if (!this.out.isTTY) this.out.write(`${text}\n`);
    else this.out.write(`\r${text.padEnd(78)}`);
    this.isOpen = Boolean(this.out.isTTY);
  }

  say(line: string): void {
    this.end();
    this.out.write(`${line}\n`);
  }

  end(): void {
    if (this.isOpen) this.out.write(`\r${' '.repeat(78)}\r`);
    this.isOpen = false;
  }
}
