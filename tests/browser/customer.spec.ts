// The card of a customer, and segments of one's own.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from '@playwright/test';
import { dropFile, expect, open, test } from './fixtures';

const cdnow = readFileSync(fileURLToPath(new URL('../data/cdnow_transactions.csv', `file://${__filename}`))).toString();
const section = (page: Page, id: string): Locator => page.locator(`value-tiers [data-section="${id}"]`);
const card = (page: Page): Locator => page.locator('value-tiers dialog');

const axe = async (page: Page): Promise<string[]> => {
  const found = await page.evaluate(async () => {
    const run = (Reflect.get(window, 'axe') as { run: (options: unknown) => Promise<AxeResults> }).run;
    return run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`));
};

test('a name opens the card by keyboard, Escape closes it, and the focus is back', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: cdnow });
  const name = section(page, 'customers').locator('tbody th button').first();
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading', { level: 3 })).toHaveText(await name.innerText());
  await expect(card(page)).toContainText(/orders from .* usually every \d+ days?/);
  await expect(card(page)).toContainText('What would move this customer');
  await expect(card(page)).toContainText(/One more order within \d+ days? \(by .*\): .*high value\./);
  await expect(card(page)).toContainText('There is no tier above');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(name).toBeFocused();

  // Masked: the card has no name either.
  await page.locator('value-tiers').getByRole('button', { name: 'Mask customers' }).click();
  await expect(name).toHaveText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await name.click();
  await expect(card(page).getByRole('heading', { level: 3 })).toHaveText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await card(page).getByRole('button', { name: 'Close' }).click();
  expect(traffic.since()).toEqual([]);
});

for (const [lang, colorScheme, width] of [['en', 'light', 1280], ['zh-Hant', 'dark', 360]] as const) {
  test(`no violation that a machine can find, ${lang}, ${colorScheme}, ${width} px`, async ({ page, traffic }) => {
    await page.addInitScript({ path: createRequire(fileURLToPath(new URL('../../www/package.json', `file://${__filename}`))).resolve('axe-core/axe.min.js') });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await open(page, traffic);
    await page.locator('value-tiers').evaluate((widget, tag) => { (widget as HTMLElement).lang = tag; }, lang);
    await dropFile(page, { name: 'cdnow.csv', text: cdnow });
    await section(page, 'customers').locator('tbody th button').nth(3).click();
    await card(page).waitFor();
    for (const summary of await card(page).locator('summary').all()) await summary.click();
    expect(await axe(page)).toEqual([]);
    expect(await card(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
  });
}
