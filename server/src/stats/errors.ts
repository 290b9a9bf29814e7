export type StatsErrorCode =
  | 'invalid-argument'
  | 'duplicate-date'
  | 'overlapping-periods'
  | 'unknown-rule-set'
  | 'peer-stops'
  | 'no-cases';

/** A call that has no statistical answer. The message says what is wrong and what to give instead. */
export class StatsError extends Error {
  readonly code: StatsErrorCode;

  constructor(code: StatsErrorCode, message: string) {
    super(message);
    this.name = 'StatsError';
    this.code = code;
  }
}

/** @throws StatsError `invalid-argument` unless the confidence lies strictly between 0 and 1. */
export function checkConfidence(confidence: number): void {
  if (!(confidence > 0 && confidence < 1)) {
    throw new StatsError(
      'invalid-argument',
      `A confidence level lies between 0 and 1, for example 0.95; got ${confidence}.`,
    );
  }
}
