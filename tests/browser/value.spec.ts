// The forecast is shown only with its proof, and not at all as a figure to plan by where the proof fails.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const here = fileURLToPath(new URL('.', `file://${__dirname}/`));
const CDNOW = `${here}../data/cdnow_transactions.csv`;
const unpacked = (name: string) => ({ name, text: gunzipSync(readFileSync(`${here}../data/${name}.gz`)).toString('utf8') });
const forecast = (page: Page) => page.locator('value-tiers .r-forecast');
const behind = (page: Page, heading: RegExp) =>
  forecast(page).locator('.r-proof', { has: page.getByRole('heading', { name: heading }) });

/** Orders of the last part of the log, counted here from its rows: one a customer and day, as the published papers do. */
function ordersAfter(split: string): number {
  const rows = readFileSync(CDNOW, 'utf8').trim().split('\n').slice(1).map((line) => line.split(','));
  return new Set(rows.filter((row) => (row[2] ?? '') > split).map((row) => `${row[1]} ${row[2]}`)).size;
}

test('a forecast that passed: verdict, outlook with bands, and what really came', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await expect(forecast(page).getByText('This forecast passed the test on your own data')).toBeVisible();
  await expect(forecast(page).getByRole('heading', { name: /^If nothing changes, today’s 2,357 customers bring [\d.]+k in the next 12 months: between/ })).toBeVisible();
  await expect(forecast(page).getByText('Only customers who have ordered already.')).toBeVisible();
  const came = new Intl.NumberFormat('en-GB').format(ordersAfter('19980106'));
  await expect(forecast(page).getByRole('heading', { name: `${came} came:` })).toHaveText(/How good is this\? Of the last 175 days it said [\d,]+ orders; /);

  // The last row of the week's table is the total.
  const weeks = behind(page, /^Week by week/);
  await weeks.locator('summary').click();
  await expect(weeks.getByRole('row').last()).toHaveText(new RegExp(`^\\s*30 Jun 1998\\s*[\\d,.]+\\s*${came}\\s*$`));
  expect(traffic.since()).toEqual([]);
});

test('customers are sorted by what they are expected to bring; activity is never shown alone', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  const table = page.getByRole('table', { name: /^Customers \d/ });
  const head = table.getByRole('columnheader', { name: 'Expected value' });
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  const column = 1 + await head.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
  const values = table.locator(`tbody tr td:nth-child(${column})`);
  await expect(values.nth(1)).toHaveText(/^[\d,]+$/);
  const numbers = (await values.allTextContents()).map((text) => Number(text.replaceAll(',', '')));
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  expect(new Set(numbers).size).toBeGreaterThan(1);
  await table.locator('tbody th button').first().click();
  await expect(page.locator('value-tiers dialog .ahead')).toHaveText(
    /Next 12 months: [\d,.]+ expected from [\d.]+ orders\.\s+Chance of an order within 90 days: \d+%; to be active still, however slow: \d+%\./);
});

test('a forecast that failed is folded away behind the reason, and the usual gap stands in its place', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, unpacked('online_retail_slice.csv'));
  await expect(forecast(page).getByText('No forecast that can be trusted from this file')).toBeVisible({ timeout: 20_000 });
  await expect(forecast(page).getByText(/A simple rule predicted the part held back as well or better/)).toBeVisible();
  await expect(forecast(page).getByText(/^\d+ days between two orders$/)).toBeVisible();
  await expect(forecast(page).getByRole('heading', { name: /^If nothing changes/ })).toBeHidden();
  await expect(page.getByRole('columnheader', { name: 'Expected value' })).toHaveCount(0);
  await forecast(page).getByText('Show the forecast that did not pass, and its test').click();
  await expect(forecast(page).getByText('Do not plan with these figures.')).toBeVisible();
  await expect(forecast(page).getByRole('heading', { name: /^How good is this\?/ })).toBeVisible();
});

test('too little history says so in the words of the glossary, in every language', async ({ page, traffic }) => {
  await open(page, traffic);
  const rows = Array.from({ length: 60 }, (_, i) => `C${i % 20},2024-0${1 + (i % 3)}-0${1 + (i % 9)},${i + 1}.5`);
  await dropFile(page, { name: 'small.csv', text: `customer,date,amount\n${rows.join('\n')}\n` });
  for (const [lang, text] of [
    ['en', 'History too short to predict; showing the usual gap only'],
    ['zh-Hans', '历史数据过短，仅显示常规购买间隔'],
    ['zh-Hant', '歷史資料過短，僅顯示平常購買間隔'],
  ] as const) {
    await page.locator('value-tiers').evaluate((widget, tag) => { (widget as HTMLElement).lang = tag; }, lang);
    await expect(forecast(page).locator('.r-instead')).toContainText(text);
  }
});

test('a customer table says why there is no forecast', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, unpacked('telco_churn.csv'));
  const make = page.getByRole('button', { name: 'Make the report' });
  await expect(make.or(forecast(page))).toBeVisible({ timeout: 20_000 });
  if (await make.isVisible()) await make.click();
  await expect(forecast(page)).toContainText(/value index stands alone/);
});

test('weights: slider, number and sum move together, and the tiers follow', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  const rule = page.locator('value-tiers [data-section="worth"] .r-rulebook').first();
  await rule.locator('> summary').click();
  const money = rule.getByRole('slider', { name: 'Weight: Money' });
  const high = page.locator('value-tiers .r-tier').first();
  const before = await high.locator('.r-facts').textContent();
  await expect(rule.locator('output[name="sum"]')).toHaveText('Sum 100');
  await money.fill('0');
  await expect(rule.getByRole('spinbutton', { name: 'Money' })).toHaveValue('0');
  await expect(rule.locator('output[name="sum"]')).toHaveText('Sum 50');
  await rule.getByRole('button', { name: 'Calculate again' }).click();
  await expect(high.locator('.r-facts')).not.toHaveText(before ?? '');
  await expect(money).toHaveValue('0');
});

test('three values side by side, and what a margin and a weight change', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  const values = page.locator('value-tiers .r-three');
  const high = values.getByRole('row').nth(1).getByRole('cell');
  await expect(values.getByRole('columnheader')).toHaveText([/Group/, /Existing value/, /Expected value, 12 months/, /Potential value/]);
  const [existing, expected, potential] = [high.nth(0).locator('b'), high.nth(1).locator('b'), high.nth(2).locator('b')];
  const before = [await existing.textContent(), await expected.textContent(), await potential.textContent()];
  const assumptions = forecast(page).locator('.r-rulebook');
  await assumptions.locator('> summary').click();
  await assumptions.getByLabel('Margin on revenue, %').fill('50');
  await assumptions.getByRole('button', { name: 'Recalculate' }).click();
  await expect(expected).not.toHaveText(before[1] ?? '');
  const number = (text: string | null): number => Number.parseFloat(text ?? '');
  expect(number(await expected.textContent()) / number(before[1] ?? '')).toBeCloseTo(0.5, 1);
  await expect(existing).toHaveText(before[0] ?? '');
  await expect(potential).toHaveText(before[2] ?? '');

  const rule = page.locator('value-tiers [data-section="worth"] .r-rulebook').first();
  await rule.locator('> summary').click();
  const pairs = rule.locator('.r-pairs');
  await pairs.locator('summary').click();
  await pairs.getByLabel('Recency against Money').selectOption('Money: extremely more');
  await pairs.getByLabel('Frequency against Money').selectOption('Money: extremely more');
  await pairs.getByRole('button', { name: 'Use these weights' }).click();
  await expect(pairs.getByRole('status')).toContainText('fit together (consistency ratio 0.00');
  await expect(rule.getByRole('spinbutton', { name: 'Money' })).toHaveValue('82');
  await expect(rule.getByRole('table', { name: /decides most: ten points move \d+ customers/ }).getByRole('row')).toHaveCount(5);
  expect(traffic.since()).toEqual([]);
});

for (const lang of ['en', 'zh-Hans', 'zh-Hant'] as const) {
  test(`the forecast and its proof for everyone, ${lang}, at 360 pixels and wide, light and dark`, async ({ page, traffic }) => {
    await bringAxe(page);
    await open(page, traffic);
    await page.locator('value-tiers').evaluate((widget, tag) => { (widget as HTMLElement).lang = tag; }, lang);
    await dropFile(page, CDNOW);
    await expect(forecast(page).locator('.r-test')).toBeVisible();
    await forecast(page).evaluate((section) => {
      for (const details of section.querySelectorAll('details')) details.open = true;
    });
    for (const [width, colorScheme] of [[1280, 'light'], [360, 'dark']] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(beyond, `nothing is cut off at ${width}`).toBe(0);
      expect(await violations(page)).toEqual([]);
    }
  });
}
