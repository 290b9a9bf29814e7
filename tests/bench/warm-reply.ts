import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type { BenchDatabase } from './bench-database.ts';
import { median } from './report.ts';

/** Requests per second of a prepared series reply, and of a bare route with the same bytes. */
export interface WarmRates {
  product: number;
  bare: number;
  bytes: number;
}

const address = '/api/v1/releases/1/series?metric=response.time&grade=2&domesticAbuse=true';
const rounds = 4;
const seconds = 3;

export async function measureWarm({ url }: BenchDatabase): Promise<WarmRates> {
  const server = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), [url, address], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  try {
    const ports = await portsOf(server);
    const product: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await rate(`http://127.0.0.1:${ports.bare}/bytes`));
      product.push(await rate(`http://127.0.0.1:${ports.product}${address}`));
    }
    return { product: median(product), bare: median(bare), bytes: ports.bytes };
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function portsOf(server: ChildProcess): Promise<{ product: number; bare: number; bytes: number }> {
  const [message] = await once(server, 'message');
  if (message.status !== 200) throw new Error(`The series was not given: status ${message.status}.`);
  return message;
}

async function rate(url: string): Promise<number> {
  const headers = { 'accept-encoding': 'br' };
  const result = await autocannon({ url, headers, connections: 8, duration: seconds });
  if (result.non2xx + result.errors > 0)
    throw new Error(`${url}: ${result.non2xx + result.errors} bad replies.`);
  return result.requests.average;
}
