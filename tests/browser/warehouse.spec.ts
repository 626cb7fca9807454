// Data that stay in a warehouse: the queries on the page, and the report of a summary that came back.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from '@playwright/test';
import { dropFile, expect, open, test } from './fixtures';

const path = (name: string) => fileURLToPath(new URL(name, `file://${__filename}`));
const cdnow = () => readFileSync(path('../data/cdnow_transactions.csv')).toString();
const warehouse = (page: Page): Locator => page.locator('value-tiers [data-warehouse]');
const query = (page: Page, id: string): Locator => warehouse(page).locator(`[data-query="${id}"] textarea`);

test('the queries follow the engine and the table, and are copied', async ({ page, traffic, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => undefined);
  await page.addInitScript({ path: createRequire(path('../../www/package.json')).resolve('axe-core/axe.min.js') });
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
  const found = await page.evaluate(() => {
    const run = (Reflect.get(window, 'axe') as { run: (options: unknown) => Promise<AxeResults> }).run;
    return run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  expect(found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${JSON.stringify(target)}`))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  expect(traffic.since()).toEqual([]);
});

test('a summary gives the report of its orders', async ({ page, traffic }) => {
  const binary = ['release', 'debug'].map((kind) => path(`../../target/${kind}/value-tiers`)).find((file) => existsSync(file));
  test.skip(!binary, 'the command line is not built');
  const summary = execFileSync(binary ?? '', ['summary', path('../data/cdnow_transactions.csv')]).toString();
  await open(page, traffic);
  await dropFile(page, { name: 'summary.csv', text: summary });
  const data = page.locator('value-tiers [data-section="data"]');
  await expect(data).toContainText('6,696');
  await warehouse(page).getByText('Show the queries').click();
  // There is nothing left to sum up.
  await expect(query(page, 'score')).toHaveValue(/^WITH[^]*AS p_alive/);
  await expect(query(page, 'summary')).toHaveCount(0);
});
