// Risk on the page: what the report says of who may leave, in words a reader can act on, and the way to the lists.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const data = (name: string) => readFileSync(fileURLToPath(new URL(`../data/${name}`, `file://${__filename}`)));
const risk = (page: Page): Locator => page.locator('value-tiers [data-section="risk"]');

test('who is at risk, how the warning did, and the list by money at stake', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: data('cdnow_transactions.csv').toString() });
  await expect(risk(page).getByRole('heading', { level: 3 })).toHaveText(/^[\d,]+ customers are at high risk and \d+ to be watched/);
  await expect(risk(page)).toContainText('no better than recency alone');
  await expect(risk(page)).toContainText('2,128 bought nothing in the 60 days after');
  await expect(risk(page)).toContainText('A pattern in your data, not proof of the cause');
  // No category, survey, refund, discount or contact column: said, not guessed.
  await expect(risk(page).locator('.r-why .r-reasons li')).toHaveText([
    /^Category dropped/, /^Falling balance/, /^Service/, /^Product/, /^Price/, /^Unreachable/,
  ]);

  const amber = risk(page).locator('[data-band="amber"]');
  const count = (await amber.getByRole('button').innerText()).replace(/\D/g, '');
  await amber.getByRole('button').click();
  const customers = page.locator('value-tiers [data-section="customers"]');
  await expect(customers.getByRole('status').first()).toHaveText(`${count} customers in this list`);
  const money = customers.locator('tbody tr td:last-child');
  await expect(customers.getByRole('columnheader', { name: 'At stake' })).toHaveAttribute('aria-sort', 'descending');
  const sums = (await money.allInnerTexts()).map((text) => Number(text.replace(/,/g, '')));
  expect(sums).toEqual([...sums].sort((a, b) => b - a));
  await customers.locator('tbody th button').first().click();
  await expect(page.locator('value-tiers .card-body')).toContainText(/Risk \d+ of 100 \(watch\) of no purchase in 60 days/);
  expect(traffic.since()).toEqual([]);
});

test('a churn label is learned, and its drivers are shown', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'telco.csv', text: gunzipSync(data('telco_churn.csv.gz')).toString() });
  await expect(risk(page)).toContainText('Learned from the column Churn: ranks who left with an AUC of 0.84');
  await expect(risk(page)).toContainText('Contract: Month-to-month: 43% left, of the others 7%');
  // What was read as money has the name it has in the file.
  await expect(risk(page)).toContainText('TotalCharges up to');
});

test('other levels give other counts, without another pass over the file', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: data('cdnow_transactions.csv').toString() });
  const red = risk(page).locator('[data-band="red"] .r-big');
  const before = await red.innerText();
  await risk(page).getByText('Days ahead and levels').click();
  await risk(page).getByLabel('High risk from').fill('95');
  await risk(page).getByRole('button', { name: 'Recalculate' }).click();
  await expect(red).not.toHaveText(before);
  await expect(risk(page)).toContainText('risk 95 and more');
});

test('too little to warn is said', async ({ page, traffic }) => {
  await open(page, traffic);
  const once = Array.from({ length: 60 }, (_, i) => `c${i},2024-${String(1 + (i % 12)).padStart(2, '0')}-${String(10 + (i % 9))},10.00`);
  await dropFile(page, { name: 'once.csv', text: `customer,date,amount\n${once.join('\n')}\n` });
  await expect(risk(page).getByRole('heading', { level: 3 })).toHaveText('Not enough to say who may leave');
  await expect(risk(page)).toContainText('Nobody has come back yet');
});

for (const [lang, colorScheme] of [['en', 'light'], ['zh-Hant', 'dark']] as const) {
  test(`no violation that a machine can find, ${lang}, ${colorScheme}, 360 px`, async ({ page, traffic }) => {
    await bringAxe(page);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 360, height: 800 });
    await open(page, traffic);
    await page.locator('value-tiers').evaluate((widget, tag) => { (widget as HTMLElement).lang = tag; }, lang);
    await dropFile(page, { name: 'cdnow.csv', text: data('cdnow_transactions.csv').toString() });
    await risk(page).locator('.r-causes').waitFor();
    for (const summary of await risk(page).locator('summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}
