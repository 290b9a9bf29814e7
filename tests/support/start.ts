import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

export interface StartedServer {
  process: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Resolves with the address once the port is open; rejects when the program ends first. */
  address: Promise<string>;
  /** Resolves with the exit code; null when a signal ended it. */
  ended: Promise<number | null>;
}

/**
 * Starts a server as `npm start` does.
 * @param program `server/src/main.ts`, or the one that loads a small demonstration
 */
export function startServer(
  env: Record<string, string>,
  program: 'server/src/main.ts' | 'tests/support/start-program.ts' = 'tests/support/start-program.ts',
): StartedServer {
  const child = spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const address = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      output += chunk;
      const [, found] = /dashboard is on (http:\/\/[\d.]+:\d+)/.exec(output) ?? [];
      if (found !== undefined && output.includes('Press Ctrl-C')) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then(() => reject(new Error(`The server ended:\n${output}`)));
  });
  address.catch(() => undefined);
  return { process: child, output: () => output, address, ended };
}
