// Groups side by side: a real file, divided another way, with the figures of the engine.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const cdnow = { name: 'cdnow.csv', text: readFileSync(fileURLToPath(new URL('../data/cdnow_transactions.csv', `file://${__filename}`))).toString() };

test('groups side by side follow the split and the measure', async ({ page, traffic }) => {
  await bringAxe(page);
  await open(page, traffic);
  await dropFile(page, cdnow);
  const who = page.locator('value-tiers [data-section="who"]');
  await who.getByRole('radio', { name: 'Side by side' }).check();
  const compare = who.locator('.r-compare');
  await expect(compare).toHaveAttribute('data-split', 'segments');
  await expect(compare.getByRole('heading', { name: /^Share of net revenue: / })).toBeVisible();
  await compare.getByLabel('Divide customers by').selectOption('tiers');
  await expect(compare).toHaveAttribute('data-split', 'tiers');
  const rows = compare.locator('.r-groups tbody tr');
  await expect(rows).toHaveCount(3);
  const counts = await rows.locator('td:nth-child(2)').allInnerTexts();
  expect(counts.reduce((sum, text) => sum + Number(text.replace(/\D/g, '')), 0)).toBe(2357);
  await compare.getByLabel('Compare by').selectOption('gap');
  await expect(compare.getByRole('heading', { name: /^Usual gap in days \(median\): / })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  expect(traffic.since()).toEqual([]);
});
