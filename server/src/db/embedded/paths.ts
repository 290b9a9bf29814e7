import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import path from 'node:path';

/** The database superuser of the built-in server. */
export const databaseUser = 'vawg';

/** Where things are under the folder that the supervisor owns (`DATA_DIR/postgres`). */
export interface ClusterPaths {
  folder: string;
  data: string;
  password: string;
  log: string;
}

export function clusterPaths(folder: string): ClusterPaths {
  return {
    folder,
    data: path.join(folder, 'cluster', 'data'),
    password: path.join(folder, 'cluster', 'password'),
    log: path.join(folder, 'server.log'),
  };
}

/** A name for the processes of this folder, the same at every start. */
export function clusterName(folder: string): string {
  return `vawg-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 16)}`;
}
