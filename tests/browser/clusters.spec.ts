// Clusters on the page: computed when their view is shown, named, explained, overruled, and the way to the list.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Locator, Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const data = (name: string) => readFileSync(fileURLToPath(new URL(`../data/${name}`, `file://${__filename}`)));
const who = (page: Page): Locator => page.locator('value-tiers [data-section="who"]');
const show = (page: Page, name: string): Promise<void> => who(page).getByRole('radio', { name, exact: true }).check({ force: true });

test('clusters have names, rules and a list, and a person may overrule their number', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: data('cdnow_transactions.csv').toString() });
  await show(page, 'Clusters');
  const cards = who(page).locator('.r-cluster');
  await expect(who(page).getByRole('heading', { level: 3 }).first()).toHaveText(/^\d groups (stand apart|that flow)/);
  await expect(cards.last()).toContainText('One-time buyers');
  await expect(cards.first()).toContainText(/Mostly: .+ (over|up to) /);
  await expect(who(page).locator('.r-scatter')).toHaveAttribute('data-state', 'drawn');
  expect(await who(page).locator('.r-scatter canvas').evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    const inks = new Set<number>();
    for (let i = 0; i < data.length; i += 4) if ((data[i + 3] ?? 0) > 120) inks.add(((data[i] ?? 0) >> 5) * 64 + ((data[i + 1] ?? 0) >> 5) * 8 + ((data[i + 2] ?? 0) >> 5));
    return inks.size;
  })).toBeGreaterThanOrEqual(3);
  // The number of groups is that of the one that was chosen, and another one can be.
  await show(page, '6');
  await expect(cards).toHaveCount(7);
  await expect(who(page)).toContainText('You chose 6 groups');

  const third = cards.nth(2).getByRole('button');
  const count = (await third.innerText()).replace(/\D/g, '');
  await third.click();
  const customers = page.locator('value-tiers [data-section="customers"]');
  await expect(customers.getByRole('status').first()).toContainText(`${count} customers in this list`.replace(/\B(?=(\d{3})+ customers)/, ','));
  expect(traffic.since()).toEqual([]);
});

test('features are switched off and on again, and a label of those who left is no feature', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'telco.csv', text: gunzipSync(data('telco_churn.csv.gz')).toString() });
  await show(page, 'Clusters');
  const profile = who(page).locator('.r-cluster-profile tbody tr');
  await expect(profile).toHaveCount(3);
  await who(page).getByText('What customers are grouped by').click();
  const form = who(page).locator('.r-features');
  await expect(form.getByRole('checkbox', { name: /^Churn/ })).toBeDisabled();
  await form.getByRole('checkbox', { name: /^MonthlyCharges/ }).uncheck();
  await form.getByRole('checkbox', { name: /^Contract/ }).check();
  await form.getByRole('button', { name: 'Group by these' }).click();
  await expect(profile.filter({ hasText: 'Contract' })).toContainText('Month-to-month');
  await expect(profile).toHaveCount(3);
  // The choice is in the settings document.
  const saved = await page.locator('value-tiers').evaluate((widget) => (widget as unknown as { save(): { features?: string[] } }).save().features);
  expect(saved).toContain('as_is:Contract');
  await form.getByRole('button', { name: 'Choose automatically' }).click();
  await expect(profile.filter({ hasText: 'MonthlyCharges' })).toHaveCount(1);
});

test('no violation that a machine can find in clusters, zh-Hant, dark, 360 px', async ({ page, traffic }) => {
  await bringAxe(page);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, traffic);
  await page.locator('value-tiers').evaluate((widget) => { (widget as HTMLElement).lang = 'zh-Hant'; });
  await dropFile(page, { name: 'cdnow.csv', text: data('cdnow_transactions.csv').toString() });
  await who(page).locator('input[name="who"]').nth(2).check({ force: true });
  await expect(who(page).locator('.r-clusters')).toContainText('一次性顧客');
  for (const summary of await who(page).locator('summary').all()) await summary.click();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
});
