import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSite, type Site } from '../support/site.ts';

let site: Site;
beforeAll(async () => {
  site = await openSite([13, 14]);
});
afterAll(() => site.close());

const figuresAsked = (addresses: readonly string[]) =>
  addresses.filter((address) => /\/releases\/\d+\/(board|measures|series)/.test(address));

test('a board row shows the API’s figure and leads to a measure page with the same one', async () => {
  const { page, context, visit } = await site.open();
  await visit('/board');
  const reply = await page.request.get(`${site.base}/api/v1/releases/2/board/2023-11`);
  const board = (await reply.json()) as {
    groups: { rows: { id: string; label: string; latest: { value: number } }[] }[];
  };
  const row = board.groups[0].rows.find(({ id }) => id === 'response-grade-2');
  const minutes = ((row?.latest.value ?? 0) / 60).toFixed(1);
  const line = page.getByRole('row').filter({ hasText: 'Grade 2 DA response' });
  expect(await line.innerText()).toContain(minutes);
  await line.getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /Response time/ }).waitFor();
  expect(await page.locator('main').innerText()).toContain(minutes);
  await context.close();
});

test('one request brings a page’s figures', async () => {
  const { page, context, visit } = await site.open();
  const asked: string[] = [];
  page.on('response', (response) => response.status() < 300 && asked.push(response.url()));
  await visit('/board');
  expect(figuresAsked(asked)).toHaveLength(1);
  asked.length = 0;
  await visit('/measures/response.time?grade=2');
  expect(figuresAsked(asked)).toHaveLength(1);
  await context.close();
});

test('a filter goes into the address and Back undoes it', async () => {
  const { page, context, visit } = await site.open({ width: 1440 });
  await visit('/measures/response.time?grade=2&domesticAbuse=true');
  await page
    .getByRole('radio', { name: '90th percentile' })
    .or(page.getByRole('button', { name: '90th percentile' }))
    .first()
    .click();
  await page.waitForURL(/statistic=p90/);
  await page.goBack();
  await page.waitForURL((url) => !url.search.includes('statistic=p90'));
  expect(new URL(page.url()).searchParams.get('grade')).toBe('2');
  await context.close();
});

test('a chart is read by keyboard, point by point', async () => {
  const { page, context, visit } = await site.open({ width: 1440 });
  await visit('/measures/response.time?grade=2&domesticAbuse=true');
  const figure = page
    .getByRole('figure')
    .or(page.getByRole('group'))
    .filter({ hasText: 'over time' })
    .first();
  const chart = figure.locator('[tabindex="0"]').first();
  await chart.focus();
  await page.keyboard.press('End');
  const last = await page.locator('[role="status"], [aria-live]').allInnerTexts();
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(async () => (await page.locator('[role="status"], [aria-live]').allInnerTexts()).join())
    .not.toBe(last.join());
  await context.close();
});

test('an older release says that a newer one is out', async () => {
  const { page, context, visit } = await site.open();
  await visit('/board?release=1');
  expect(await page.locator('body').innerText()).toMatch(/You are reading Release 1/);
  await context.close();
});

test('an error is told with its reason and a way to try again', async () => {
  const { page, context } = await site.open();
  let fail = true;
  await page.route('**/api/v1/releases/**/board/**', (route) =>
    fail
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          body: JSON.stringify({
            type: 'about:blank',
            title: 'Fault',
            status: 500,
            code: 'internal',
            detail: 'Something went wrong (reference 1234).',
          }),
        })
      : route.continue(),
  );
  await page.goto('/board');
  const again = page.getByRole('button', { name: /try again/i });
  await again.waitFor();
  fail = false;
  await again.click();
  await page.getByRole('row').filter({ hasText: 'Grade 2 DA response' }).waitFor();
  expect(await page.getByRole('button', { name: /try again/i }).count()).toBe(0);
  await context.close();
});
