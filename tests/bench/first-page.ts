import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { buildApp } from '../../server/src/app.ts';
import { openReleaseStore } from '../../server/src/releases/store.ts';
import { buildClient } from '../../server/src/start/build-client.ts';
import { launchBrowser } from '../support/browser.ts';
import type { BenchDatabase } from './bench-database.ts';
import { force } from './report.ts';

/** What a first visit to the board costs. */
export interface FirstPage {
  scriptKilobytes: number;
  largestPaintMs: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

export async function measureFirstPage({ db, pool }: BenchDatabase): Promise<FirstPage> {
  await buildClient(root);
  const store = await openReleaseStore({ db, pool, force, notify: () => undefined });
  const app = await buildApp({
    config: { FORCE: force },
    store,
    clientDir: path.join(root, 'client', 'dist'),
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const scripts: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.body());
    });
    await page.goto(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/board`);
    await page.getByRole('row').filter({ hasText: 'Grade 2 DA response' }).first().waitFor();
    await page.waitForLoadState('networkidle');
    const sizes = (await Promise.all(scripts)).map((body) => gzipSync(body).length);
    return {
      scriptKilobytes: sizes.reduce((sum, size) => sum + size, 0) / 1024,
      largestPaintMs: await page.evaluate(largestPaint),
    };
  } finally {
    await browser.close();
    await app.close();
    await store.close();
  }
}

/** Runs in the page. */
function largestPaint(): Promise<number> {
  return new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
      type: 'largest-contentful-paint',
      buffered: true,
    });
  });
}
