/** Why a whole file cannot be taken. */
export type FileFault =
  | 'duplicate-column'
  | 'empty-file'
  | 'file-changed'
  | 'line-too-long'
  | 'missing-column'
  | 'no-areas'
  | 'no-grades'
  | 'not-found'
  | 'not-text'
  | 'other-key'
  | 'personal-data'
  | 'real-and-synthetic'
  | 'target-tie'
  | 'unclosed-quote'
  | 'unknown-column'
  | 'unknown-parser';

/** Why a row cannot be taken. */
export type RowFault =
  | 'bad-boolean'
  | 'bad-count'
  | 'bad-date'
  | 'bad-filter'
  | 'bad-month'
  | 'bad-number'
  | 'bad-period'
  | 'bad-text'
  | 'bad-timestamp'
  | 'column-count'
  | 'dates-reversed'
  | 'duplicate-key'
  | 'identity-broken'
  | 'missing-hour'
  | 'missing-value'
  | 'negative-year'
  | 'no-target'
  | 'too-long'
  | 'threshold-mid-month'
  | 'threshold-filter'
  | 'unknown-area'
  | 'unknown-code'
  | 'unknown-dimension'
  | 'unknown-force'
  | 'unknown-member'
  | 'unknown-metric'
  | 'unknown-parent'
  | 'unknown-statistic'
  | 'unknown-unit';

/** What is worth a look although the row, or the file, was taken. */
export type WarningCode =
  | 'ambiguous-hour'
  | 'attended-without-arrival'
  | 'dates-differ'
  | 'decided-without-decision'
  | 'earlier-order-type'
  | 'empty-months'
  | 'exceeds-denominator'
  | 'in-future'
  | 'long-wait'
  | 'looks-like-total'
  | 'many-refused'
  | 'month-in-progress'
  | 'new-member'
  | 'no-rows'
  | 'older-publication'
  | 'out-of-order'
  | 'outcome-before-recording'
  | 'outcome-date-without-outcome'
  | 'outside-coverage'
  | 'outside-period'
  | 'percentages-ignored'
  | 'total-differs'
  | 'total-left-out'
  | 'windows-1252';

/** Something a person should read: where it is and what to do. Line 1 is the first line of the file. */
export interface Note<Code extends string> {
  line: number | null;
  column: string | null;
  code: Code;
  message: string;
}

export type Problem = Note<FileFault | RowFault>;
export type Warning = Note<WarningCode>;

/** The file is not taken: nothing of it was kept. */
export class FileRefused extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join(' '));
    this.name = 'FileRefused';
    this.problems = problems;
  }
}

/** Refuses a file for one reason. */
export function refuseFile(
  code: FileFault,
  message: string,
  at: { line?: number; column?: string } = {},
): FileRefused {
  return new FileRefused([{ line: at.line ?? null, column: at.column ?? null, code, message }]);
}

/** What was asked cannot be done: wrong words on the command line, not a fault of the file. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
