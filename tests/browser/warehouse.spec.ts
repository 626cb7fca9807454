// Data that stay in a warehouse: the queries on the page, and the report of a summary that came back.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const path = (name: string) => fileURLToPath(new URL(name, `file://${__filename}`));
const cdnow = () => readFileSync(path('../data/cdnow_transactions.csv')).toString();
const warehouse = (page: Page): Locator => page.locator('value-tiers [data-warehouse]');
const query = (page: Page, id: string): Locator => warehouse(page).locator(`[data-query="${id}"] textarea`);

test('the queries follow the engine and the table, and are copied', async ({ page, traffic, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
  await bringAxe(page);
  await page.setViewportSize({ width: 360, height: 800 });
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: cdnow() });
  await warehouse(page).getByText('Show the queries').click();
  await expect(query(page, 'summary')).toHaveValue(/^WITH[^]*FROM orders[^]*AS repeat_span_days/);
  await expect(query(page, 'score')).toHaveValue(/AS p_alive[^]*AS risk/);
  await warehouse(page).getByLabel('Engine').selectOption('bigquery');
  await warehouse(page).getByLabel('Table').fill('shop.orders; DROP TABLE x');
  await warehouse(page).getByLabel('Table').press('Tab');
  await expect(query(page, 'reconciliation')).toHaveValue(/FROM shop\.`orders; DROP TABLE x`/);
  await warehouse(page).getByRole('button', { name: 'Copy the summary' }).click();
  await expect(warehouse(page).locator('[data-query="summary"]').getByRole('status')).toHaveText('Copied.');
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(traffic.since()).toEqual([]);
});

test('a summary from a warehouse needs no mapping and scores where it is', async ({ page, traffic }) => {
  const header = 'customer,first_order,last_order,recency_days,orders,gross,refunds,net,repeat_days,repeat_span_days,age_days,'
    + 'repeat_paid_days,repeat_paid_amount,paid_days,paid_amount,gaps,gap_median,gap_p80,gap_last';
  // Every second customer came back once, after ten days; all began on days of 2023 and were seen until its end.
  const rows = Array.from({ length: 120 }, (_, i) => {
    const from = new Date(Date.UTC(2023, 0, 1 + i * 2));
    const last = new Date(from.getTime() + (i % 2) * 10 * 86_400_000);
    const day = (date: Date) => date.toISOString().slice(0, 10);
    const age = Math.round((Date.UTC(2023, 11, 31) - from.getTime()) / 86_400_000);
    const again = i % 2;
    return [
      `c${i}`, day(from), day(last), age - again * 10, 1 + again, `${30 + i}.00`, '5.00', `${25 + i}.00`, again, again * 10, age,
      again, again ? `${10 + i}.00` : '0.00', 1 + again, `${25 + i}.00`, again, again ? 10 : '', '', again ? 10 : '',
    ].join(',');
  });
  await open(page, traffic);
  await dropFile(page, { name: 'summary.csv', text: [header, ...rows, ''].join('\n') });
  const data = page.locator('value-tiers [data-section="data"]');
  // Refunds are not lost in the sum: 120 × 5.
  await expect(data).toContainText('600.00');
  await expect(data).toContainText('180');
  await warehouse(page).getByText('Show the queries').click();
  // There is nothing left to sum up.
  await expect(query(page, 'score')).toHaveValue(/^WITH[^]*AS p_alive/);
  await expect(query(page, 'summary')).toHaveCount(0);
  expect(traffic.since()).toEqual([]);
});
