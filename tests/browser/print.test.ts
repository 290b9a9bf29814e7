import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';

const PAGES = [
  '/board',
  '/measures',
  '/measures/response.time?grade=2&domesticAbuse=true',
  '/measures/response.domestic-gap',
  '/measures/outcomes.mix?domesticAbuse=true',
  '/measures/orders.issued',
  '/attrition?domesticAbuse=true',
  '/areas',
  '/areas?metric=response.time&grade=2&domesticAbuse=true&second=none',
  '/areas/WM18-SHR',
  '/methods',
  '/releases',
  '/releases/1',
];

/** A4 upright and on its side, in CSS pixels, without margins taken off. */
const PAPER = [794, 1123];

let site: Site;
beforeAll(async () => {
  site = await openSite([13, 14]);
});
afterAll(() => site.close());

/** Things to press or pick, and ways to other pages, that are on the paper. A number in a table is a figure still. */
const controls = (page: Page) =>
  page
    .locator('header nav, button:not(td button), select, input, [role="radiogroup"]')
    .filter({ visible: true })
    .allInnerTexts();

/** Figures and tables that reach over the edge of their page. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const edge = document.documentElement.clientWidth + 1;
    return [...document.querySelectorAll('main svg, main table, main figure')]
      .filter((element) => element.checkVisibility() && element.closest('.visually-hidden') === null)
      .filter((element) => element.getBoundingClientRect().right > edge)
      .map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
  });

describe.each(PAGES)('%s on paper', (address) => {
  test('has no controls, fits A4 and names its release and data', async () => {
    const { page, context, visit, faults } = await site.open({ width: 1440 });
    await visit(address);
    await page.emulateMedia({ media: 'print' });
    expect(await controls(page)).toEqual([]);
    for (const width of PAPER) {
      await page.setViewportSize({ width, height: 1000 });
      await expect
        .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: `at ${width}` })
        .toBeLessThanOrEqual(width);
      await expect.poll(() => cutOff(page)).toEqual([]);
    }
    expect(
      await page
        .getByText(/synthetic demonstration data/i)
        .filter({ visible: true })
        .count(),
    ).toBeGreaterThan(0);
    const foot = await page.locator('style[media="print"]').textContent();
    expect(foot).toMatch(
      /Synthetic demonstration data · West Mercia, Release \d+ · .* · SHA-256 [0-9a-f]{12}/,
    );
    expect(foot).toContain(address);
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('paper is white whatever the screen shows', async () => {
  const { page, context, visit } = await site.open({ theme: 'dark' });
  await visit('/measures/response.time?grade=2&domesticAbuse=true');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe('rgb(16, 23, 30)');
  await page.emulateMedia({ media: 'print' });
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await context.close();
});

test('rows and figures are kept whole, and table heads stand on every page', async () => {
  const { page, context, visit } = await site.open();
  await visit('/areas');
  await page.emulateMedia({ media: 'print' });
  const looks = (selector: string, property: 'breakInside' | 'display') =>
    page
      .locator(selector)
      .evaluateAll(
        (all, name) => [...new Set(all.map((element) => getComputedStyle(element)[name]))],
        property,
      );
  expect(await looks('main figure table tbody tr', 'breakInside')).toEqual(['avoid']);
  expect(await looks('main figure[role="group"]', 'breakInside')).toEqual(['avoid']);
  expect(await looks('main table thead', 'display')).toEqual(['table-header-group']);
  await context.close();
});
