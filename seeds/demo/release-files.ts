import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { monthName } from '../../server/src/stats/time/calendar.ts';
import type { ManifestFile } from './manifest.ts';
import { type Plan, releaseOf } from './plan.ts';

const flushAt = 1 << 17;

/** One CSV file being written in blocks. */
class CsvFile {
  rows = 0;
  firstMonth = Number.POSITIVE_INFINITY;
  private readonly handle: number;
  private pending: string;

  constructor(path: string, header: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.handle = openSync(path, 'w');
    this.pending = `${header}\n`;
  }

  add(line: string, anchorMonth: number): void {
    this.rows++;
    if (anchorMonth < this.firstMonth) this.firstMonth = anchorMonth;
    this.pending += `${line}\n`;
    if (this.pending.length > flushAt) this.flush();
  }

  close(): void {
    this.flush();
    closeSync(this.handle);
  }

  private flush(): void {
    writeSync(this.handle, this.pending);
    this.pending = '';
  }
}

/**
 * The files of one feed, one per release, filled in one pass over the months: a row whose content changes
 * over time goes into each release as that release's readers would have known it.
 */
export class ReleaseFiles {
  private readonly files: CsvFile[];
  private readonly paths: string[];
  private readonly plan: Plan;
  private readonly feed: string;

  constructor(plan: Plan, out: string, feed: string, columns: readonly string[]) {
    this.plan = plan;
    this.feed = feed;
    this.paths = plan.releaseMonths.map(
      (_, index) => `release-${String(index + 1).padStart(2, '0')}/${feed}.csv`,
    );
    this.files = this.paths.map((path) => new CsvFile(join(out, path), columns.join(',')));
  }

  /** Writes a row that never changes, in the release of the month in which it became known. */
  add(line: string, anchorMonth: number, knownMonth: number): void {
    const release = releaseOf(this.plan, knownMonth);
    if (release >= 0) this.files[release].add(line, anchorMonth);
  }

  /**
   * Writes a row that changes: once per release in which something about it became known, as it then stood.
   * @param knownMonths ascending month numbers at which its content changes, the first being its first showing
   */
  addVersions(knownMonths: readonly number[], anchorMonth: number, render: (asAt: number) => string): void {
    for (let index = 0; index < knownMonths.length; index++) {
      const release = releaseOf(this.plan, knownMonths[index]);
      if (release < 0) return;
      const isLastInRelease =
        index + 1 === knownMonths.length || releaseOf(this.plan, knownMonths[index + 1]) !== release;
      if (isLastInRelease) this.files[release].add(render(knownMonths[index]), anchorMonth);
    }
  }

  /** Closes the files and lists them, one per release. */
  close(): ManifestFile[] {
    return this.files.map((file, index) => {
      file.close();
      const month = this.plan.releaseMonths[index];
      const first = index === 0 ? this.plan.from : Math.min(file.firstMonth, month);
      const covers = `${monthName(first)}..${monthName(month)}`;
      return { feed: this.feed, path: this.paths[index], covers, rows: file.rows };
    });
  }
}
