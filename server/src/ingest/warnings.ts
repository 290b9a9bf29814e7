import type { Warning, WarningCode } from './problems.ts';
import type { WarningSink } from './row.ts';

const kept = 1000;

/** The first thousand warnings of an import, and how many there were of each kind. */
export class WarningList implements WarningSink {
  readonly first: Warning[] = [];
  private readonly counts = new Map<WarningCode, number>();

  add(warning: Warning): void {
    this.counts.set(warning.code, (this.counts.get(warning.code) ?? 0) + 1);
    if (this.first.length < kept) this.first.push(warning);
  }

  get total(): number {
    return [...this.counts.values()].reduce((sum, count) => sum + count, 0);
  }

  get byCode(): Record<string, number> {
    return Object.fromEntries(this.counts);
  }
}
