import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';

const slowMs = 1500;

/** Sum of the layout shifts of the page so far, as the browser counts them. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });

const shiftOf = (page: Page) =>
  page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, one) => sum + one, 0));

describe('with releases', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite([13, 14]);
  });
  afterAll(() => site.close());

  test('the skip link leads past the header', async () => {
    const { page, context, visit } = await site.open();
    await visit('/board');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to main content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await context.close();
  });

  test('an unreachable server is said in words, and Try again brings the page', async () => {
    const { page, context } = await site.open();
    await page.route('**/api/v1/**', (route) => route.abort());
    await page.goto('/board');
    const alert = page.getByRole('alert');
    await alert.getByText(/server cannot be reached/).waitFor();
    await page.unroute('**/api/v1/**');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 1, name: 'November 2023' }).waitFor();
    expect(await alert.count()).toBe(0);
    await context.close();
  });

  test.each([
    '/board',
    '/measures/response.time?grade=2&domesticAbuse=true',
    '/attrition',
    '/areas',
    '/releases',
  ])('%s does not jump while its figures are on their way', async (address) => {
    const { page, context, visit } = await site.open({ width: 1440 });
    await watchShifts(page);
    await page.route('**/api/v1/**', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, slowMs));
      await route.continue();
    });
    await visit(address);
    // 0.1 is the most that counts as steady (web.dev, Cumulative Layout Shift).
    expect(await shiftOf(page)).toBeLessThan(0.1);
    await context.close();
  });

  test('a phone’s filters fill the screen, apply at once and are counted', async () => {
    const { page, context, visit } = await site.open({ width: 390 });
    await visit('/attrition');
    await page.getByRole('button', { name: 'Filters' }).click();
    const dialog = page.getByRole('dialog', { name: 'Filters' });
    await dialog.getByText('Number', { exact: true }).click();
    await page.waitForURL(/show=number/);
    await dialog.getByRole('button', { name: 'Show the figures' }).click();
    await page.getByRole('button', { name: 'Filters (1)' }).waitFor();
    expect(await dialog.isVisible()).toBe(false);
    await context.close();
  });

  test('the heads of the board stay in sight above its last row', async () => {
    const { page, context, visit } = await site.open({ width: 1440 });
    await visit('/board');
    await page.getByRole('link', { name: 'CPS charging rate, DA' }).scrollIntoViewIfNeeded();
    const head = await page.getByRole('columnheader', { name: 'Variation' }).boundingBox();
    expect(head?.y).toBeGreaterThanOrEqual(0);
    expect(head?.y).toBeLessThan(120);
    await context.close();
  });

  test('a name stays beside its numbers where a table scrolls sideways', async () => {
    const { page, context, visit } = await site.open({ width: 390 });
    await visit('/releases');
    const table = page.getByRole('region', { name: 'Release history' });
    const name = table.getByRole('rowheader').first();
    const before = await name.boundingBox();
    await table.evaluate((region) => {
      region.scrollLeft = region.scrollWidth;
    });
    expect(await table.evaluate((region) => region.scrollLeft)).toBeGreaterThan(50);
    expect((await name.boundingBox())?.x).toBe(before?.x);
    await context.close();
  });
});

describe('before the first release', () => {
  let site: Site;
  beforeAll(async () => {
    site = await openSite([]);
  });
  afterAll(() => site.close());

  test.each(['/board', '/measures/response.time', '/attrition', '/areas', '/areas/WM18-SHR', '/releases'])(
    '%s names the commands that lead to figures, and offers no filters',
    async (address) => {
      const { page, context, visit } = await site.open();
      await visit(address);
      const words = await page.locator('main').innerText();
      expect(words).toContain('There is nothing to show yet');
      expect(words).toContain('npm run release -- publish');
      expect(await page.getByRole('form', { name: 'Filters' }).count()).toBe(0);
      await context.close();
    },
  );
});
