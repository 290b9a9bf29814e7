import { existsSync } from 'node:fs';

/**
 * The data folder as PostgreSQL is told it, when it is started inside that folder. On Linux the link
 * reaches it even where the account may not pass the folders above (a project in a 0700 home), from
 * PostgreSQL 16 on.
 */
export function dataArgument(dataFolder: string): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : dataFolder;
}

/** Wraps a command so that it gets `signal` when we die; Linux only, elsewhere the next start cleans up. */
export function dieWithParent(command: string, args: string[], signal: 'INT' | 'KILL'): [string, string[]] {
  const setpriv = ['/usr/bin/setpriv', '/bin/setpriv'].find((file) => existsSync(file));
  if (process.platform !== 'linux' || !setpriv) return [command, args];
  return [setpriv, ['--pdeathsig', signal, '--', command, ...args]];
}
