import { createServer } from 'node:net';

/** The address cannot be listened on. The message is for the person who started the program. */
export class PortUnavailable extends Error {
  constructor(host: string, port: number, cause: NodeJS.ErrnoException) {
    super(explain(host, port, cause), { cause });
    this.name = 'PortUnavailable';
  }
}

function explain(host: string, port: number, { code, message }: NodeJS.ErrnoException): string {
  const other = port === 8080 ? 8081 : 8080;
  if (code === 'EADDRINUSE') {
    return `Port ${port} on ${host} is in use by another program. Stop that, or choose another: PORT=${other} npm start`;
  }
  if (code === 'EACCES') {
    return `Port ${port} needs rights this account does not have. Choose another: PORT=${other} npm start`;
  }
  return `The server cannot listen on ${host}:${port} (${message}). Check HOST and PORT.`;
}

/** Finds out before anything long begins. @throws {PortUnavailable} */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error) => reject(new PortUnavailable(host, port, error)));
    probe.listen(port, host, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
