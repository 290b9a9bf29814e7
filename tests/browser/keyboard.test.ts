import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';

/** Pages with every kind of chart, and how many charts each has. */
const CHARTS = [
  ['/measures/response.time?grade=2&domesticAbuse=true', 4],
  ['/measures/response.domestic-gap', 2],
  ['/measures/outcomes.mix?domesticAbuse=true', 3],
  ['/areas', 3],
  ['/areas?metric=response.time&grade=2&domesticAbuse=true&second=none', 2],
  ['/attrition?domesticAbuse=true', 2],
] as const;

let site: Site;
beforeAll(async () => {
  site = await openSite([13, 14]);
});
afterAll(() => site.close());

const spoken = (page: Page) => page.locator('#announcer').innerText();

/** Presses a key and gives what is then said, once it is no longer what was said before. */
async function press(page: Page, key: string): Promise<string> {
  const before = await spoken(page);
  await page.keyboard.press(key);
  await expect.poll(() => spoken(page)).not.toBe(before);
  return spoken(page);
}

/** Focuses a chart as a keyboard does: a focus without one is taken for a click. */
async function tabTo(page: Page, chart: Locator) {
  await page.keyboard.press('Tab');
  await chart.focus();
  await page.locator('[data-tip]').waitFor();
}

const figureOf = (chart: Locator) => chart.locator('xpath=ancestor::figure');

describe.each(CHARTS)('%s', (address, count) => {
  test('reads each chart from one tab stop, in the figures of its table', async () => {
    const { page, context, visit, faults } = await site.open();
    await visit(address);
    const charts = page.getByRole('application');
    await expect.poll(() => charts.count()).toBe(count);
    for (const chart of await charts.all()) {
      expect(await chart.locator('[tabindex="0"], a, button, input').count()).toBe(0);
      await tabTo(page, chart);
      const first = await press(page, 'Home');
      const value = await page.locator('[data-tip] p:has(b) + p').innerText();
      expect(first).toContain(value);
      const number = value.replace(/ (minutes|days)$/, '').replace(/%$/, '');
      expect(number).not.toBe('');
      expect(
        await figureOf(chart)
          .locator('table')
          .allInnerTexts()
          .then((all) => all.join()),
      ).toContain(number);
      const second = await press(page, 'ArrowRight');
      expect(await press(page, 'ArrowLeft')).toBe(first);
      expect(second).not.toBe(first);
      await page.keyboard.press('Escape');
      await expect.poll(() => page.locator('[data-tip]').count()).toBe(0);
      await page.keyboard.press('Tab');
      expect(await chart.evaluate((element) => element.contains(document.activeElement))).toBe(false);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

test('a funnel and its interval rows say an area’s difference in the words of the table', async () => {
  const { page, context, visit } = await site.open();
  await visit('/areas');
  const charts = page.getByRole('application');
  await charts.first().waitFor();
  for (const chart of [charts.nth(0), charts.nth(2)]) {
    const row = figureOf(chart).getByRole('row').filter({ hasText: 'Shropshire' });
    const cells = await row.getByRole('cell').allInnerTexts();
    const [difference, flag] = cells.slice(-2);
    await tabTo(page, chart);
    await press(page, 'Home');
    const said = await press(page, 'ArrowRight');
    expect(said).toContain('Shropshire');
    expect(said).toContain(`against the other areas ${difference}`);
    expect(said).toContain(`beyond chance: ${flag}`);
  }
  await context.close();
});

test('small multiples say an area’s verdict on coming to it, and stay in the month', async () => {
  const { page, context, visit } = await site.open();
  await visit('/measures/response.time?grade=2&domesticAbuse=true');
  const chart = page.getByRole('application', { name: 'Response time by area' });
  await chart.waitFor();
  await tabTo(page, chart);
  const verdicts = figureOf(chart).getByRole('table', { name: /judged$/ });
  const verdict = await verdicts
    .getByRole('row', { name: /^Shropshire/ })
    .getByRole('cell')
    .last()
    .innerText();
  const home = await press(page, 'Home');
  expect(home).toMatch(/^Herefordshire, /);
  const down = await press(page, 'ArrowDown');
  expect(down).toMatch(/^Shropshire, /);
  expect(verdict).toMatch(/^Shropshire: /);
  expect(down).toContain(verdict);
  expect(await press(page, 'ArrowRight')).not.toContain(verdict);
  await context.close();
});

test('a gap’s interval is drawn through each point and said with it', async () => {
  const { page, context, visit } = await site.open();
  await visit('/measures/response.domestic-gap');
  const chart = page.getByRole('application').first();
  await chart.waitFor();
  const rows = figureOf(chart).getByRole('table').locator('tbody tr');
  const cells = await Promise.all((await rows.all()).map((row) => row.locator('th, td').allInnerTexts()));
  const bounded = cells.filter(([, , from, to]) => /\d/.test(from) && /\d/.test(to));
  expect(bounded.length).toBeGreaterThan(0);
  await expect.poll(() => chart.locator('[data-interval]').count()).toBe(bounded.length);
  const [period, value, from, to] = bounded[0];
  await tabTo(page, chart);
  await press(page, 'Home');
  let said = await press(page, 'End');
  for (const [later] of cells) {
    if (later === period) break;
    said = await press(page, 'ArrowLeft');
  }
  expect(said).toContain(`${value} minutes`);
  expect(said).toContain(`95% interval ${from} to ${to} minutes`);
  await context.close();
});
