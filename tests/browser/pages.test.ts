import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGES } from '../support/pages.ts';
import { openSite, type Site } from '../support/site.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Themes differ in colours alone, so the dark one is asked about contrast; the long run asks it everything. */
function builderFor(page: Page, theme: 'light' | 'dark'): AxeBuilder {
  const builder = new AxeBuilder({ page });
  return theme === 'dark' && process.env.LONG !== '1'
    ? builder.withRules(['color-contrast'])
    : builder.withTags(TAGS);
}

let site: Site;
beforeAll(async () => {
  site = await openSite([13, 14]);
});
afterAll(() => site.close());

describe.each(PAGES)('%s', (address) => {
  test.each(['light', 'dark'] as const)('has no accessibility violations in the %s theme', async (theme) => {
    const { page, context, visit, faults } = await site.open({ theme });
    await visit(address);
    const { violations } = await builderFor(page, theme).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`)).toEqual([]);
    expect(faults).toEqual([]);
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
