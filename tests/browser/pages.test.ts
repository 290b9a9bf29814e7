import AxeBuilder from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WIDTHS = [390, 834, 1280, 1920];
const PAGES = [
  '/board',
  '/measures',
  '/measures/response.time?grade=2&domesticAbuse=true',
  '/measures/satisfaction.overall',
  '/measures/outcomes.attrition?domesticAbuse=true',
  '/measures/orders.issued',
  '/measures/response.domestic-gap?grade=2',
  '/measures/outcomes.mix',
  '/measures/outcomes.by-age',
  '/measures/cps.overdue',
  '/attrition?domesticAbuse=true',
  '/attrition?basis=closed&show=number',
  '/measures/published.outcome-share',
  '/areas',
  '/areas?metric=response.time&grade=2&domesticAbuse=true&second=none&areaSet=WM26',
  '/areas/WM18-SHR',
  '/methods',
  '/releases',
  '/releases/1',
  '/no-such-page',
];

let site: Site;
beforeAll(async () => {
  site = await openSite([13, 14]);
});
afterAll(() => site.close());

describe.each(PAGES)('%s', (address) => {
  test.each(['light', 'dark'] as const)('has no accessibility violations in the %s theme', async (theme) => {
    const { page, context, visit, faults } = await site.open({ theme });
    await visit(address);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('fits every width without horizontal scroll', async () => {
    const { page, context, visit } = await site.open();
    await visit(address);
    const overflow: Record<number, number> = {};
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      // Charts take the new width a frame later; what still overflows after that is a fault.
      const fits = page.waitForFunction(
        () => document.documentElement.scrollWidth <= window.innerWidth,
        null,
        { timeout: 3000 },
      );
      overflow[width] = await fits.then(
        () => 0,
        () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
      );
    }
    expect(overflow).toEqual(Object.fromEntries(WIDTHS.map((width) => [width, 0])));
    await context.close();
  });
});

test('prints "synthetic" inside every figure and table of figures', async () => {
  const { page, context, visit } = await site.open();
  await visit('/measures/response.time?grade=2&domesticAbuse=true');
  const figures = await page.getByRole('figure').or(page.locator('figure')).allInnerTexts();
  expect(figures.length).toBeGreaterThan(2);
  expect(figures.filter((text) => !/synthetic/i.test(text))).toEqual([]);
  await visit('/board');
  expect(await page.getByRole('table', { name: /measures/ }).innerText()).toMatch(/synthetic/i);
  await context.close();
});

test('every metric of the catalogue has a page', async () => {
  const { page, context, visit, faults } = await site.open();
  const catalogue = await page.request.get(`${site.base}/api/v1/metrics`);
  const { metrics } = (await catalogue.json()) as { metrics: { id: string; label: string }[] };
  const headings: string[] = [];
  for (const { id } of metrics) {
    await visit(`/measures/${id}`);
    headings.push(await page.locator('h1').first().innerText());
  }
  expect(headings).toEqual(metrics.map(({ label }) => label));
  expect(faults).toEqual([]);
  await context.close();
});
