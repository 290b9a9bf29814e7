/** Faults whose message is written for the person who started the program. */
const toldInWords = new Set([
  'ConfigError',
  'DatabaseUnavailable',
  'HmacKeyError',
  'PortUnavailable',
  'ReleaseRefused',
]);

/** What to print when the program cannot go on: the message of a known fault, the whole of any other. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (toldInWords.has(error.name)) return error.message;
  return error.stack ?? error.message;
}
