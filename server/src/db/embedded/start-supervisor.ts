import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DatabaseUnavailable } from '../errors.ts';
import { clusterPaths } from './paths.ts';
import type { ClusterOptions } from './run-cluster.ts';

/** Resolves when the new process owns the folder, or has found that another one does. */
export async function startSupervisor(options: ClusterOptions): Promise<void> {
  const program = fileURLToPath(new URL('./supervisor.ts', import.meta.url));
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const { PATH, HOME, TMPDIR } = process.env;
  const log = openSync(clusterPaths(options.folder).log, 'a', 0o600);
  const child = spawn(process.execPath, ['--import', tsx, program, JSON.stringify(options)], {
    cwd: '/',
    detached: true,
    env: { PATH, HOME, TMPDIR },
    stdio: ['ignore', log, log, 'ipc'],
  });
  closeSync(log);
  const outcome = await new Promise((resolve, reject) => {
    child
      .once('message', resolve)
      .once('error', reject)
      .once('exit', (code, signal) => resolve(code === null ? `by ${signal}` : `with code ${code}`));
  });
  if (outcome !== 'owner' && outcome !== 'held') {
    throw new DatabaseUnavailable(
      `The process that looks after the database ended ${outcome}. See server.log in ${options.folder}.`,
    );
  }
  if (child.connected) child.disconnect();
  child.unref();
}
