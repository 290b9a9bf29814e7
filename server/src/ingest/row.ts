import { withholdPersonal } from './personal-data.ts';
import type { Problem, RowFault, Warning, WarningCode } from './problems.ts';

/** Takes the warnings of accepted rows. */
export interface WarningSink {
  add(warning: Warning): void;
}

/**
 * One row on its way from text to COPY text. A single object is used for a whole file, so that a row costs
 * no allocation; arrays are indexed by the slot of a stored column.
 */
export class Row {
  line = 0;
  /** COPY text of each stored column; null is an absent value. */
  readonly values: (string | null)[];
  /** UTC milliseconds of timestamps; NaN where absent. */
  readonly times: Float64Array;
  /** The later reading of a timestamp in the repeated hour of October; NaN elsewhere. */
  readonly laterTimes: Float64Array;
  problems: Problem[] = [];
  private warnings: Warning[] = [];

  constructor(slots: number) {
    this.values = new Array<string | null>(slots).fill(null);
    this.times = new Float64Array(slots).fill(Number.NaN);
    this.laterTimes = new Float64Array(slots).fill(Number.NaN);
  }

  start(line: number): void {
    this.line = line;
    this.values.fill(null);
    this.times.fill(Number.NaN);
    this.laterTimes.fill(Number.NaN);
    if (this.problems.length > 0) this.problems = [];
    if (this.warnings.length > 0) this.warnings = [];
  }

  /** Refuses the row. Returns null, so that a reader can return it as its value. */
  refuse(column: string | null, code: RowFault, message: string): null {
    this.problems.push({ line: this.line, column, code, message });
    return null;
  }

  warn(column: string | null, code: WarningCode, message: string): void {
    this.warnings.push({ line: this.line, column, code, message });
  }

  /** Hands over the warnings of a row that is taken. */
  reportWarnings(sink: WarningSink): void {
    for (const warning of this.warnings) sink.add(warning);
  }
}

/** A value as a message may show it: shortened, and not at all where it looks personal. */
export function quoted(value: string): string {
  const shown = withholdPersonal(value);
  return `"${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}"`;
}
