import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type { BenchDatabase } from './bench-database.ts';
import { median } from './report.ts';

/** A prepared series reply beside a bare route at the same address with the same bytes and headers. */
export interface WarmRates {
  /** Requests a second of the product ÷ those of the bare route: median of the rounds. */
  ratio: number;
  /** Requests a second of the product: median of the rounds. */
  product: number;
  bytes: number;
}

const address = '/api/v1/releases/1/series?metric=response.time&grade=2&domesticAbuse=true';
const rounds = 7;
const seconds = 2;

export async function measureWarm({ url }: BenchDatabase): Promise<WarmRates> {
  const server = fork(fileURLToPath(new URL('./serve.ts', import.meta.url)), [url, address], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  try {
    const ports = await portsOf(server);
    const askBare = () => rate(`http://127.0.0.1:${ports.bare}${address}`);
    const askProduct = () => rate(`http://127.0.0.1:${ports.product}${address}`);
    await askBare();
    await askProduct();
    const ratios: number[] = [];
    const product: number[] = [];
    // The load of a shared machine drifts: neighbours are compared, and each goes first in turn.
    for (let round = 0; round < rounds; round++) {
      const before = round % 2 === 0 ? await askBare() : null;
      const own = await askProduct();
      product.push(own);
      ratios.push(own / (before ?? (await askBare())));
    }
    return { ratio: median(ratios), product: median(product), bytes: ports.bytes };
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
  return result.requests.total / result.duration;
}
