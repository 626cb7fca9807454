// Tiers and thresholds on the page: levels and who is near one, every line to be moved, templates, and the simpler view that few data carry.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const cdnow = { name: 'cdnow.csv', text: readFileSync(fileURLToPath(new URL('../data/cdnow_transactions.csv', `file://${__filename}`))).toString() };
const section = (page: Page, id: string): Locator => page.locator(`value-tiers [data-section="${id}"]`);
const digits = async (of: Locator): Promise<string> => (await of.innerText()).replace(/\D/g, '');

test('levels open as lists, and follow the rule that cuts them', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, cdnow);
  const worth = section(page, 'worth');
  const high = worth.locator('[data-level="high"]');
  await worth.scrollIntoViewIfNeeded();
  await expect(worth.getByRole('heading', { name: /one order away from High value/ })).toBeVisible();
  const one = high.getByRole('button', { name: /one order away/ });
  const count = await digits(one);
  await one.click();
  await expect(section(page, 'customers').getByRole('status').first()).toHaveText(`${Number(count).toLocaleString('en-GB')} customers in this list`);

  await worth.getByText('Change the rule').click();
  await worth.getByLabel('High value: best …% of customers').fill('80');
  await expect(worth.getByText('some customers would be in two tiers')).toBeVisible();
  await worth.getByLabel('High value: best …% of customers').fill('10');
  await worth.getByLabel('High value: best …% of customers').press('Enter');
  await expect(high.locator('.r-big b')).toHaveText('236');
  await worth.getByLabel('Cut the tiers by').selectOption('money');
  await worth.getByLabel('High value: net spend from').fill('200');
  await worth.getByLabel('High value: net spend from').press('Enter');
  await expect(high).toContainText('on its line: above the keep-threshold, below the cut');
  await expect(worth.locator('.r-ruler').first()).toContainText('kept from 180.00');
  await worth.getByLabel('Review day whose tiers are kept').fill('1998-01-31');
  await worth.getByRole('button', { name: 'Calculate again' }).first().click();
  await expect(worth).toContainText('Levels of 31 Jan 1998 are kept down to the keep-threshold');
  expect(traffic.since()).toEqual([]);
});

test('a weight under the hand moves the tiers before it has come to rest', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, cdnow);
  const worth = section(page, 'worth');
  await worth.getByText('Change the rule').click();
  const net = worth.locator('.r-tier .r-big b').first();
  const before = await net.innerText();
  await worth.getByRole('slider').nth(2).evaluate((slider: HTMLInputElement) => {
    slider.value = '0';
    slider.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  });
  await expect(net).not.toHaveText(before);
});

test('thresholds are moved, checked to be a partition, and taken from a template', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, cdnow);
  const who = section(page, 'who');
  await who.getByRole('radio', { name: 'Segments' }).check();
  await who.getByText('Change the thresholds').click();
  await expect(who.locator('.r-ruler')).toHaveCount(3);
  const days = who.getByRole('group', { name: 'Days since the last order' }).getByRole('spinbutton');
  await days.first().fill('600');
  await expect(who.locator('output.r-fault')).toContainText('Thresholds have to rise');
  await days.first().fill('20');
  await expect(who.locator('.r-ruler').first()).toContainText('up to 20 days');
  await who.getByText('Templates for a trade').click();
  await who.getByRole('button', { name: 'Use: Bank' }).click();
  await expect(who).toContainText('The cycle is 30 days for everybody.');
  await who.getByRole('radio', { name: 'ABC' }).check();
  await expect(who.getByRole('heading', { level: 3 }).first()).toHaveText(/customers are A and bring \d+% of net revenue/);

  const few = Array.from({ length: 12 }, (_, i) => `c${i},2024-${String(1 + i).padStart(2, '0')}-10,${i + 1}0.00`);
  await open(page, traffic);
  await dropFile(page, { name: 'few.csv', text: `customer,date,amount\n${few.join('\n')}\n` });
  await expect(who).toContainText('Only 12 customers with an order: fifths of so few mean little');
  await expect(who.getByRole('radio', { name: 'ABC' })).toBeChecked();
});

test('no violation that a machine can find, 繁體, dark, 360 px', async ({ page, traffic }) => {
  await bringAxe(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, traffic);
  await page.locator('value-tiers').evaluate((widget) => { (widget as HTMLElement).lang = 'zh-Hant'; });
  await dropFile(page, cdnow);
  await section(page, 'worth').scrollIntoViewIfNeeded();
  await section(page, 'worth').locator('[data-level="high"]').waitFor();
  for (const id of ['who', 'worth']) {
    for (const summary of await section(page, id).locator('summary').all()) await summary.click();
  }
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});

test('every number of the stages and tiers opens its customers', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, cdnow);
  const who = section(page, 'who');
  await who.getByRole('radio', { name: 'Lifecycle' }).check();
  const matrix = who.getByRole('table', { name: /high-value customers (is|are) slowing, asleep or lost$/ });
  const cell = matrix.getByRole('row', { name: /^Mature/ }).getByRole('button').first();
  const count = (await cell.innerText()).trim();
  await cell.click();
  await expect(section(page, 'customers').getByRole('status').first()).toContainText(`${count} customers in this list`);
  expect(traffic.since()).toEqual([]);
});
