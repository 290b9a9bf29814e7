import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { difference, readTokens, seen, views } from '../../client/src/testing/colour-vision.ts';
import { openSite, type Site } from '../support/site.ts';

const VISIONS = ['achromatopsia', 'protanopia', 'deuteranopia', 'tritanopia'] as const;
/** `tokens.test.ts` holds the colours of both themes apart under every vision; the long run looks at both pages too. */
const themes = process.env.LONG === '1' ? (['light', 'dark'] as const) : (['light'] as const);
const tokens = readTokens(
  readFileSync(new URL('../../client/src/design/tokens.css', import.meta.url), 'utf8'),
);

let site: Site;
beforeAll(async () => {
  site = await openSite([13, 14]);
});
afterAll(() => site.close());

async function openSeen(address: string, type: (typeof VISIONS)[number], theme: 'light' | 'dark') {
  const opened = await site.open({ theme });
  const session = await opened.context.newCDPSession(opened.page);
  await session.send('Emulation.setEmulatedVisionDeficiency', { type });
  await opened.visit(address);
  return opened;
}

/** Least and most relative luminance in a picture of an element, and how far its colours are from grey (0 to 255). */
async function look(page: Page, picture: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const drawing = canvas.getContext('2d');
    if (!drawing) throw new Error('no canvas to read the picture from');
    drawing.drawImage(bitmap, 0, 0);
    const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
    const linear = (value: number) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    };
    let [darkest, lightest, colour] = [1, 0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = data.slice(at, at + 3);
      const luminance = 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
      darkest = Math.min(darkest, luminance);
      lightest = Math.max(lightest, luminance);
      colour = Math.max(colour, Math.max(red, green, blue) - Math.min(red, green, blue));
    }
    return { contrast: (lightest + 0.05) / (darkest + 0.05), colour };
  }, picture.toString('base64'));
}

describe.each(VISIONS)('seen with %s', (vision) => {
  test.each(themes)('every verdict of the board is a shape and a word in the %s theme', async (theme) => {
    const { page, context } = await openSeen('/board', vision, theme);
    const verdicts = page.getByRole('table', { name: /measures/ }).locator('tbody td span[title]:has(> svg)');
    const shapes = new Map<string, Set<string>>();
    for (const verdict of await verdicts.all()) {
      const word = (await verdict.innerText()).trim();
      expect(word).not.toBe('');
      const shape = await verdict
        .locator('svg')
        .evaluate((icon) => icon.innerHTML.replaceAll(/ class="[^"]*"/g, ''));
      shapes.set(shape, (shapes.get(shape) ?? new Set()).add(word));
    }
    expect(shapes.size).toBeGreaterThan(2);
    // `Shift ↑` and `Shift ↑, as intended` are one verdict; no shape stands for two.
    const meanings = [...shapes.values()].map(
      (words) => new Set([...words].map((word) => word.replace(/,.*/, ''))),
    );
    expect(meanings.filter(({ size }) => size > 1)).toEqual([]);
    const icon = verdicts.first().locator('svg');
    const seenAs = await look(page, await icon.screenshot());
    expect(seenAs.contrast).toBeGreaterThanOrEqual(3);
    await context.close();
  });

  test('every area beyond the limits has a mark that no other area has, and says so in words', async () => {
    const { page, context } = await openSeen('/areas', vision, 'light');
    const cells = page.getByRole('table', { name: /every area, twelve months/i }).locator('tbody td[title]');
    await cells.first().waitFor();
    const marks = await cells.evaluateAll((all) =>
      all.flatMap((cell) => {
        const mark = cell.querySelector('svg > :last-child');
        return mark ? [{ plain: mark.getAttribute('r') === '2.8', words: cell.textContent ?? '' }] : [];
      }),
    );
    const beyond = marks.filter(({ words }) => words.includes('beyond 9'));
    expect(beyond.length).toBeGreaterThan(0);
    expect(beyond.length).toBeLessThan(marks.length);
    expect(marks.filter(({ plain, words }) => plain === words.includes('beyond 9'))).toEqual([]);
    const picture = await cells.filter({ hasText: 'beyond 9' }).first().locator('svg').screenshot();
    expect((await look(page, picture)).contrast).toBeGreaterThanOrEqual(3);
    await context.close();
  });
});

test('the simulation without colour leaves none on the board', async () => {
  const { page, context } = await openSeen('/board', 'achromatopsia', 'light');
  expect((await look(page, await page.screenshot())).colour).toBeLessThanOrEqual(2);
  await context.close();
});

test.each(['light', 'dark'] as const)(
  'lines of one figure have each their own dash or lightness in the %s theme',
  async (theme) => {
    const { page, context, visit } = await site.open({ theme });
    await visit('/measures/orders.issued');
    const figure = page.locator('figure').last();
    await figure.locator('path.recharts-line-curve').first().waitFor({ state: 'attached' });
    const lines = await figure.locator('path.recharts-line-curve').evaluateAll((all) =>
      all.map((line) => ({
        stroke: line.getAttribute('stroke') ?? '',
        dash: line.getAttribute('stroke-dasharray') ?? '',
      })),
    );
    const looks = [
      ...new Map(lines.filter(({ dash }) => dash !== '3 3').map((one) => [one.stroke, one])).values(),
    ];
    expect(looks.length).toBeGreaterThan(2);
    const hex = (stroke: string) => tokens[theme][stroke.slice('var(--'.length, -1)] ?? '';
    const alike = looks.flatMap((one, index) =>
      looks
        .slice(index + 1)
        .filter(
          (other) =>
            other.dash === one.dash &&
            views.some((view) => difference(seen(hex(one.stroke), view), seen(hex(other.stroke), view)) < 10),
        ),
    );
    expect(alike).toEqual([]);
    await context.close();
  },
);

test('parts of a whole are named beside the chart, or in the order they are stacked', async () => {
  const { page, context, visit } = await site.open({ width: 1280 });
  await visit('/attrition?domesticAbuse=true');
  const chart = page.getByRole('application').first();
  await chart.waitFor();
  const named = await chart.locator('text').allTextContents();
  const parts = await page.locator('figure').first().getByRole('columnheader').allInnerTexts();
  const labels = parts.slice(2, -1);
  expect(labels).toHaveLength(6);
  expect(labels.filter((label) => !named.some((text) => text.startsWith(label)))).toEqual([]);
  await page.setViewportSize({ width: 500, height: 900 });
  await expect
    .poll(() => page.locator('figure').first().getByRole('listitem').allInnerTexts())
    .toEqual(labels);
  await context.close();
});
