import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { DatabaseUnavailable } from '../errors.ts';

/** Who runs PostgreSQL, in the form `spawn` takes; empty when it is the account we run under. */
export interface Account {
  uid?: number;
  gid?: number;
}

/**
 * PostgreSQL refuses to run as root, so root hands it to an unprivileged account: the owner of an
 * existing cluster, else `postgres`, else `nobody`. Anyone else runs it themselves.
 * @param clusterData the data folder, which need not exist yet
 */
export function serverAccount(clusterData: string): Account {
  const owner = statSync(clusterData, { throwIfNoEntry: false })?.uid;
  const self = process.getuid?.();
  if (self === undefined) return {};
  if (self !== 0) {
    if (owner !== undefined && owner !== self) {
      throw new DatabaseUnavailable(
        `The database in ${clusterData} belongs to user ${owner}, and this is user ${self}. ` +
          'Start as that user, or set DATA_DIR to another folder.',
      );
    }
    return {};
  }
  const candidates =
    owner === undefined || owner === 0 ? ['postgres', 'nobody'] : [String(owner), 'postgres', 'nobody'];
  const account = candidates.map(lookUp).find((found) => found !== undefined);
  if (account) return account;
  throw new DatabaseUnavailable(
    'PostgreSQL cannot run as root, and there is no "postgres" or "nobody" account to run it under. ' +
      'Start as an ordinary user, or set DATABASE_URL to a server of your own.',
  );
}

function lookUp(name: string): Account | undefined {
  const id = (flag: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}
