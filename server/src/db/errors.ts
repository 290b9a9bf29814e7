/** The database cannot be used. The message is a sentence or two for the person who started the program. */
export class DatabaseUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatabaseUnavailable';
  }
}

/** True where a query failed because its connection, or the server behind it, went away. */
export function isConnectionLoss(error: unknown): boolean {
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return /^(ECONN|EPIPE|57P0|08)/.test(code) || message.startsWith('Connection terminated');
}
