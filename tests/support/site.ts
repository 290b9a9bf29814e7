import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { buildApp } from '../../server/src/app.ts';
import { openReleaseStore } from '../../server/src/releases/store.ts';
import { buildClient } from '../../server/src/start/build-client.ts';
import { launchBrowser } from './browser.ts';
import { createTestDatabase } from './database.ts';
import { createDemoFiles } from './demo-database.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Site {
  readonly base: string;
  readonly browser: Browser;
  /** A page whose console errors and failed requests are gathered in `faults`. */
  open(options?: { width?: number; theme?: 'light' | 'dark' }): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly faults: string[];
  /** Opens an address and waits until its heading and its data are there. */
  visit(address: string): Promise<void>;
}

/** The dashboard as built, over a small demonstration, in a real browser. */
export async function openSite(releases: readonly number[]): Promise<Site> {
  await buildClient(root);
  const database = await createTestDatabase();
  const demo = await createDemoFiles(database);
  for (const number of releases) await demo.publishTo(number);
  const store = await openReleaseStore({ ...database, force: 'E23000016', notify: () => undefined });
  const clientDir = path.join(root, 'client', 'dist');
  const app = await buildApp({ config: { FORCE: 'E23000016' }, store, clientDir });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const browser = await launchBrowser();
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  return {
    base,
    browser,
    open: (options) => openPage(browser, base, options),
    close: async () => {
      await browser.close();
      await app.close();
      await store.close();
      await database.drop();
      await demo.remove();
    },
  };
}

async function openPage(
  browser: Browser,
  base: string,
  { width = 1280, theme = 'light' }: { width?: number; theme?: 'light' | 'dark' } = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: theme,
    baseURL: base,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  const visit = async (address: string) => {
    await page.goto(address);
    await page.locator('h1').first().waitFor();
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null);
    await page.waitForLoadState('networkidle');
  };
  return { page, context, faults, visit };
}
