/** A release that cannot be made, for a reason a person can act on. */
export class ReleaseRefused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'ReleaseRefused';
    this.code = code;
  }
}
