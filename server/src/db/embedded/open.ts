import { chmodSync, closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { DatabaseUnavailable } from '../errors.ts';
import { type Attachment, attach } from './attach.ts';
import { clusterPaths } from './paths.ts';
import type { ClusterOptions } from './run-cluster.ts';

export interface EmbeddedDatabase {
  /** Holds the password: never print it. */
  databaseUrl: string;
  /** Such as "18.4". */
  version: string;
  /** Lets go of the database; when nobody else uses it, resolves once PostgreSQL has stopped. */
  close(): Promise<void>;
}

export interface EmbeddedOptions extends Omit<ClusterOptions, 'folder'> {
  /**
   * Takes the new address after the supervisor died and the database was opened again. Without it a database that
   * is lost stays lost.
   */
  onMoved?: (databaseUrl: string) => void;
}

const reopensAllowed = 3;
const reopenWindowSeconds = 60;
const lostText = 'The built-in PostgreSQL has stopped. Start this program again to use it.';

/**
 * Uses the PostgreSQL of a data folder: attaches to the one that runs, or starts it.
 * @param dataDir the program's data folder; the server lives in `postgres` under it
 * @param notify one line for people at each step
 * @throws {DatabaseUnavailable} saying what to do
 */
export async function openEmbedded(
  dataDir: string,
  notify: (line: string) => void,
  { onMoved, ...options }: EmbeddedOptions = {},
): Promise<EmbeddedDatabase> {
  const cluster = { ...options, folder: makeFolder(dataDir) };
  let attached = await attach(cluster, notify);
  const { databaseUrl, version } = attached;
  let isClosing = false;
  let reopening = Promise.resolve();
  const losses: number[] = [];

  const watch = ({ ended }: Attachment): void => {
    void ended.then((hasDied) => {
      if (isClosing) return;
      losses.push(Date.now());
      const recent = losses.filter((at) => Date.now() - at < reopenWindowSeconds * 1000);
      if (hasDied && onMoved && recent.length <= reopensAllowed) reopening = reopen(onMoved);
      else notify(lostText);
    });
  };
  const reopen = async (moved: (databaseUrl: string) => void): Promise<void> => {
    notify('The process that looks after the database has ended; starting it again');
    try {
      attached = await attach(cluster, notify);
      moved(attached.databaseUrl);
      notify('The database is open again');
      watch(attached);
    } catch (error) {
      notify(`${(error as Error).message} ${lostText}`);
    }
  };

  watch(attached);
  const close = async (): Promise<void> => {
    isClosing = true;
    await reopening;
    await attached.leave();
  };
  return { databaseUrl, version, close };
}

function makeFolder(dataDir: string): string {
  const folder = path.resolve(dataDir, 'postgres');
  try {
    mkdirSync(path.dirname(folder), { recursive: true, mode: 0o700 });
    if (mkdirSync(folder, { recursive: true })) chmodSync(folder, 0o711);
    closeSync(openSync(clusterPaths(folder).log, 'a', 0o600));
    return realpathSync(folder);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new DatabaseUnavailable(
      `The data folder ${path.resolve(dataDir)} cannot be written (${code}). Set DATA_DIR to a folder of your own.`,
      { cause },
    );
  }
}
