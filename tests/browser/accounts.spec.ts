// Key accounts and customers who cost more than they bring: counted here from the rows, and taken along as a list.
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

/** Forty customers, two orders each; every fifth costs more than it pays. */
const rows = Array.from({ length: 40 }, (_, i) => [10 + i * i, i % 5 === 0 ? 12 + i * i : 5]).flatMap(([pays = 0, costs = 0], i) => [
  { customer: `c${i}`, date: `2023-0${1 + (i % 9)}-11`, pays, costs },
  { customer: `c${i}`, date: `2024-0${1 + (i % 9)}-11`, pays: pays / 2, costs: costs / 2 },
]);
const text = ['customer,date,amount,cost', ...rows.map((row) => [row.customer, row.date, row.pays, row.costs].join(','))].join('\n');
const sum = (of: typeof rows): number => of.reduce((total, row) => total + row.pays, 0);

test('key accounts and losses are the file’s, and leave as lists', async ({ page, traffic }) => {
  await bringAxe(page);
  await open(page, traffic);
  await dropFile(page, { name: 'costs.csv', text });
  const worth = page.locator('value-tiers [data-section="worth"]');
  await worth.scrollIntoViewIfNeeded();
  const share = (of: typeof rows): string => `${((100 * sum(of)) / sum(rows)).toFixed(1)}%`;
  const largest = (n: number) => rows.filter((row) => Number(row.customer.slice(1)) >= 40 - n);
  const accounts = worth.locator('.r-accounts');
  await expect(accounts.getByRole('heading', { name: `The 20 largest customers bring ${share(largest(20))} of net revenue` })).toBeVisible();
  await expect(accounts.locator('.r-about')).toContainText(`would be ${share(largest(1))} lower; without the three largest, ${share(largest(3))}`);
  await expect(accounts.locator('li')).toHaveCount(20);
  await expect(accounts.locator('li').first()).toHaveText(/^\s*c39\s*share of net revenue: [\d.]+%\s*trend: [+-]\d+%\s*$/);

  const losses = worth.locator('.r-losses');
  await expect(losses.getByRole('heading', { name: /^8 of 40 customers cost more than they bring: -24/ })).toBeVisible();
  expect(await violations(page)).toEqual([]);

  await accounts.locator('li').first().getByRole('button').click();
  await expect(page.locator('value-tiers dialog').getByRole('heading', { name: 'c39' })).toBeVisible();
  await page.keyboard.press('Escape');
  await losses.getByRole('button', { name: 'Show 8 customers' }).click();
  const table = page.getByRole('table', { name: /^Customers \d/ });
  await expect(table.locator('tbody tr')).toHaveCount(8);
  expect(traffic.since()).toEqual([]);
});

test('referrals are a tree, and every name opens its card', async ({ page, traffic }) => {
  await bringAxe(page);
  await open(page, traffic);
  const lines = ['customer,date,amount,referred_by'];
  for (let i = 0; i < 40; i += 1) lines.push(`c${i},2024-01-${String(1 + (i % 28)).padStart(2, '0')},10.00,${i === 0 ? '' : i < 5 ? 'c0' : i < 9 ? 'c1' : i === 39 ? 'stranger' : ''}`);
  await dropFile(page, { name: 'referrals.csv', text: `${lines.join('\n')}\n` });
  const worth = page.locator('value-tiers [data-section="worth"]');
  await worth.scrollIntoViewIfNeeded();
  const referrals = worth.locator('.r-referrals');
  await expect(referrals.getByRole('heading', { name: /^8 customers came by a referral and brought 80, 20\.0% of net revenue$/ })).toBeVisible();
  await expect(referrals.locator('.r-about')).toContainText('2 customers brought them. Of 1 more the referrer is not in the file');
  await expect(referrals.locator('li')).toHaveText([/^\s*c0\s*.*80\s*.*8\s*$/, /^\s*c1\s*.*40\s*.*4\s*$/]);
  expect(await violations(page)).toEqual([]);
  await referrals.getByRole('button', { name: 'c1' }).click();
  await expect(page.getByRole('dialog')).toContainText('c1');
  expect(traffic.since()).toEqual([]);
});
