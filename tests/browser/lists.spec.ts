// What customers buy next, lists that leave as files, and a list that comes back: on the page, with nothing asked of the network.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Download, Locator, Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const here = fileURLToPath(new URL('.', `file://${__dirname}/`));
const next = (page: Page): Locator => page.locator('value-tiers [data-section="next"]');
const customers = (page: Page): Locator => page.locator('value-tiers [data-section="customers"]');
const RETAIL = { name: 'retail.csv', text: gunzipSync(readFileSync(`${here}../data/online_retail_slice.csv.gz`)).toString('utf8') };

async function near(page: Page): Promise<void> {
  await next(page).scrollIntoViewIfNeeded();
  await expect(next(page).locator('.r-next-steps, .r-off').first()).toBeVisible({ timeout: 20_000 });
}

async function saved(page: Page, press: Locator): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press.click()]) as [Download, void];
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}
const rows = (text: string): string[][] => text.replace(/^\uFEFF/, '').trim().split(/\r?\n/).map((line) => line.split(','));

test('what is bought next, and the list of those who have not bought it yet', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, RETAIL);
  await near(page);
  // Recounted from the rows: 20 of 23 with 22962 have bought 22963 too, as 24 of 555 have.
  await expect(next(page).getByRole('heading', { level: 3 }).first()).toHaveText('Who buys 22962 buys 22963 20.1 × as often as all customers do');
  await expect(next(page)).toContainText('366 of 555 customers placed a second order');
  await next(page).getByRole('button', { name: /22962 → 22963/ }).click();
  await expect(customers(page).getByRole('status').first()).toHaveText('3 customers in this list');
  await expect(customers(page).locator('.tag')).toHaveText('bought 22962, not yet 22963');
  // Another minimum: fewer rules, without another pass over the file.
  await near(page);
  const about = next(page).locator('.r-about').first();
  const before = await about.innerText();
  await next(page).getByText('Minimum and items left out').click();
  await next(page).getByLabel('Customers that a rule stands on at least').fill('30');
  await next(page).getByRole('button', { name: 'Recalculate' }).click();
  await expect(about).not.toHaveText(before);
  await expect(about).toContainText('stands on 30 at least');
  expect(traffic.since()).toEqual([]);
});

test('a list goes out with a hold-out, comes back with outcomes, and says what it has brought', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, RETAIL);
  await customers(page).scrollIntoViewIfNeeded();
  await customers(page).getByLabel('Hold-out, % by lot').fill('30');
  await customers(page).getByLabel('Hold-out, % by lot').press('Tab');
  const list = await saved(page, customers(page).getByRole('button', { name: 'Save list' }));
  expect(list.name).toMatch(/^retail-VT-[0-9A-Z]{5}-[0-9A-Z]{5}\.csv$/);
  const [head = [], ...members] = rows(list.text);
  expect(members).toHaveLength(560);
  const held = members.filter((row) => row[1] === 'hold_out');
  await expect(customers(page)).toContainText(`${held.length} of them held out`);
  const about = await saved(page, customers(page).getByRole('button', { name: 'Save how it came to be (JSON)' }));
  expect(JSON.parse(about.text)).toMatchObject({ hold_out: 0.3, seed: 1, held_out: held.length, files: [{ name: 'retail.csv' }] });

  // Half of the treated respond and bring 40, a tenth of those held out and bring 10.
  const count: Record<string, number> = { treated: 0, hold_out: 0 };
  const filled = members.map((row) => {
    const group = row[1] ?? '';
    const place = (count[group] = (count[group] ?? 0) + 1);
    const responds = place % (group === 'treated' ? 2 : 10) === 0;
    return [...row.slice(0, -2), responds ? '1' : '0', responds ? (group === 'treated' ? '40.00' : '10.00') : '0'].join(',');
  });
  const treated = members.length - held.length;
  const top = (): Promise<void> => page.evaluate(() => window.scrollTo(0, 0));
  await top();
  await dropFile(page, { name: 'back.csv', text: [head.join(','), ...filled].join('\n') });
  const lifts = page.locator('value-tiers .lifts');
  await expect(lifts.getByRole('heading', { level: 3 })).toHaveText(/VT-.*: [\d.]+ points more of the treated responded than of the held out; it brought/);
  await expect(lifts).toContainText(`${Math.floor(treated / 2)} of ${treated}`);
  await expect(lifts).toContainText(`${Math.floor(held.length / 10)} of ${held.length}`);
  // What a contact cost gives the return on it.
  await lifts.getByLabel('What a contact cost').fill('2');
  await lifts.getByLabel('What a contact cost').press('Tab');
  await expect(lifts).toContainText(`Return on a cost of ${(2 * treated).toLocaleString('en-GB', { minimumFractionDigits: 2 })}: `);
  // The report stays, and a list needs none.
  await expect(customers(page)).toBeVisible();
  await lifts.getByRole('button', { name: 'Close' }).click();
  await expect(lifts).toHaveCount(0);

  // Without outcomes, and with no orders after its day, it says what is missing.
  await top();
  await dropFile(page, { name: 'back.csv', text: list.text });
  const nothingLater = 'there are no orders after the day of the list';
  await expect(lifts.getByRole('heading', { level: 3 })).toContainText(nothingLater);
  await lifts.getByRole('button', { name: 'Close' }).click();

  // The same as a workbook, told by its name.
  await customers(page).getByRole('combobox', { name: 'File', exact: true }).selectOption('xlsx');
  const [book] = await Promise.all([page.waitForEvent('download'), customers(page).getByRole('button', { name: 'Save list' }).click()]);
  await top();
  await dropFile(page, { name: book.suggestedFilename(), bytes: readFileSync(await book.path()) });
  await expect(lifts.getByRole('heading', { level: 3 })).toContainText(nothingLater);
  expect(traffic.since()).toEqual([]);
});

for (const [lang, colorScheme, width] of [['zh-Hant', 'dark', 360], ['en', 'light', 1280]] as const) {
  test(`no violation that a machine can find, ${lang}, ${colorScheme}, ${width} px`, async ({ page, traffic }) => {
    await bringAxe(page);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await open(page, traffic);
    await page.locator('value-tiers').evaluate((widget, tag) => { (widget as HTMLElement).lang = tag; }, lang);
    await page.getByRole('button', { name: lang === 'en' ? /sample/i : /範例/ }).first().click();
    await near(page);
    await dropFile(page, {
      name: 'back.csv',
      text: `list_id,group,as_of,customer,responded,revenue\n${Array.from({ length: 60 }, (_, i) => `VT-A,${i % 3 ? 'treated' : 'hold_out'},2024-01-01,c${i},${i % 2},${i % 2 ? 12 + i : 0}`).join('\n')}\n`,
    });
    await page.locator('value-tiers .lifts table').waitFor();
    for (const summary of await next(page).locator('summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}

test('a list that is opened stays before the eyes while what is around it loads', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, RETAIL);
  await page.locator('value-tiers [data-section="answer"] .r-action').first().getByRole('button').click();
  // Until the sections around it are there, and none of them moves it any more.
  await expect(page.locator('value-tiers [data-section="plan"]')).not.toContainText('Working it out', { timeout: 20_000 });
  await page.waitForTimeout(1500);
  const top = await customers(page).evaluate((section) => section.getBoundingClientRect().top);
  expect(Math.abs(top)).toBeLessThan(120);
});
