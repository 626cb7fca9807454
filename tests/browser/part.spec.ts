// A report of part of the customers: chosen on the page, every section of them, and back.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const packed = fileURLToPath(new URL('../data/online_retail_slice.csv.gz', `file://${__filename}`));
const text = gunzipSync(readFileSync(packed)).toString();

test('a value of a column limits the report, and back', async ({ page, traffic }) => {
  await bringAxe(page);
  await open(page, traffic);
  await dropFile(page, { name: 'retail.csv', text });
  const answer = page.locator('value-tiers [data-section="answer"]');
  const select = answer.getByRole('combobox', { name: 'Report of' });
  const option = select.locator('optgroup[label="Country"] option', { hasText: /^\s*Germany \(\d+\)\s*$/ });
  // Everybody of a country in the file, by its lines.
  const germans = new Set(text.split('\n').map((line) => line.trimEnd().split(',')).filter((cells) => cells.at(-1) === 'Germany').map((cells) => cells.at(-2)));
  germans.delete('');
  const before = await answer.innerText();
  await select.selectOption(await option.getAttribute('value'));
  await expect(answer.locator('.r-part-of')).toContainText(`Only customers with Country = Germany: ${germans.size} of 560.`);
  expect(await violations(page)).toEqual([]);
  const customers = page.locator('value-tiers [data-section="customers"]');
  await customers.scrollIntoViewIfNeeded();
  await expect(customers.getByRole('status').first()).toContainText(`${germans.size} customers`);
  await answer.getByRole('button', { name: 'Show everybody' }).click();
  await expect(answer.locator('.r-part-of')).toHaveCount(0);
  await expect(select).toHaveValue('');
  expect(await answer.innerText()).toBe(before);
  expect(traffic.since()).toEqual([]);
});
