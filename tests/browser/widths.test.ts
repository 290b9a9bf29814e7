import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGES } from '../support/pages.ts';
import { openSite, type Site } from '../support/site.ts';

const WIDTHS = [390, 834, 1280, 1920];

let site: Site;
beforeAll(async () => {
  site = await openSite([13, 14]);
});
afterAll(() => site.close());

test.each(PAGES)('%s fits every width without horizontal scroll', async (address) => {
  const { page, context, visit } = await site.open();
  await visit(address);
  const overflow: Record<number, number> = {};
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    // Charts take the new width a frame later; what still overflows after that is a fault.
    const fits = page.waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, null, {
      timeout: 3000,
    });
    overflow[width] = await fits.then(
      () => 0,
      () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    );
  }
  expect(overflow).toEqual(Object.fromEntries(WIDTHS.map((width) => [width, 0])));
  await context.close();
});
