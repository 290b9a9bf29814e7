import path from 'node:path';
import { ConfigError } from '../config.ts';
import { DatabaseUnavailable, isConnectionLoss } from '../db/errors.ts';

/** Exit codes that every command shares; `docs/operations.md` lists them. */
export const exitCodes = { done: 0, fault: 1, usage: 2, refused: 4, unreachable: 5 } as const;

/** Why a command could not end as it should, for a person and for a program. */
export interface Fault {
  exit: number;
  code: 'usage' | 'database-unavailable' | 'connection-lost' | 'unforeseen';
  /** One or two sentences; never a value of the data, which may be personal. */
  message: string;
}

/**
 * Puts a failure into words, whatever it is.
 * @param lost what became of the work, as the end of a sentence: "nothing of the file was kept"
 */
export function describeFault(error: unknown, lost: string): Fault {
  if (error instanceof ConfigError) return { exit: exitCodes.usage, code: 'usage', message: error.message };
  if (error instanceof DatabaseUnavailable)
    return { exit: exitCodes.unreachable, code: 'database-unavailable', message: error.message };
  if (isConnectionLoss(error)) {
    const message = `The connection to the database was lost: ${lost}. Try again once it is back.`;
    return { exit: exitCodes.unreachable, code: 'connection-lost', message };
  }
  const message = `This failed in a way that was not foreseen: ${lost}. Please report it with the reference ${referenceOf(error)}.`;
  return { exit: exitCodes.fault, code: 'unforeseen', message };
}

/** What a developer needs to find the fault: PostgreSQL's code and routine, or the kind of error and its line. */
function referenceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.cause instanceof Error) return referenceOf(error.cause);
  const { code, routine, table } = error as { code?: string; routine?: string; table?: string };
  if (code !== undefined) return [code, routine, table].filter((part) => part !== undefined).join('/');
  const [, file, line] = /\((?:file:\/\/)?([^()]+):(\d+):\d+\)/.exec(error.stack ?? '') ?? [];
  return file === undefined ? error.name : `${error.name}/${path.basename(file)}:${line}`;
}
