// Movement in time: what the section says against a recount of the file, the ways from a number to its customers, and the
// as-of date under a hand.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const here = fileURLToPath(new URL('.', `file://${__dirname}/`));
const CDNOW = `${here}../data/cdnow_transactions.csv`;
const moves = (page: Page) => page.locator('value-tiers [data-section="moves"]');
const part = (page: Page, heading: RegExp) =>
  moves(page).locator('.r-move-part', { has: page.getByRole('heading', { name: heading }) });

/** Comes near the section, as a reader does, and waits for what it asks. */
async function near(page: Page): Promise<void> {
  await moves(page).scrollIntoViewIfNeeded();
  await expect(moves(page).locator('.r-change, .r-off')).toBeVisible({ timeout: 20_000 });
}

/** Rows of the file: customer, day as 19970101, cents. */
function rows(): [string, string, number][] {
  return readFileSync(CDNOW, 'utf8').trim().split('\n').slice(1).map((line) => {
    const cells = line.split(',');
    return [cells[1] ?? '', cells[2] ?? '', Math.round(Number(cells[4]) * 100)];
  });
}
const money = (cents: number): string =>
  new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2 }).format(cents / 100);

test('the section says what a recount of the file says', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await near(page);
  const net = (from: string, to: string): number =>
    rows().reduce((sum, [, day, cents]) => sum + (day >= from && day <= to ? cents : 0), 0);
  const change = part(page, /^Net revenue fell from 173k to 71k, most of all by the number of customers$/);
  const figures = change.locator('.r-fall-text');
  await expect(figures.first()).toHaveText(money(net('19970101', '19970930')));
  await expect(figures.last()).toHaveText(money(net('19971001', '19980630')));
  const exact = (text: string): number => Math.round(Number(text.replace(/[+,]/g, '')) * 100);
  const all = (await figures.allTextContents()).map(exact);
  expect(all.slice(0, -1).reduce((sum, cents) => sum + cents, 0)).toBe(all.at(-1));

  // Of the customers who first bought in January, those who bought again in February.
  const first = new Map<string, string>();
  for (const [who, day] of rows()) if (day < (first.get(who) ?? '9')) first.set(who, day);
  const january = [...first].filter(([, day]) => day.startsWith('199701')).map(([who]) => who);
  const back = january.filter((who) => rows().some(([other, day]) => other === who && day.startsWith('199702')));
  const cohort = moves(page).locator('.r-cohorts tbody tr').first().locator('th, td');
  await expect(cohort.nth(0)).toHaveText('Jan 1997');
  await expect(cohort.nth(1)).toHaveText(String(january.length));
  await expect(cohort.nth(3)).toHaveText(`${Math.round((back.length / january.length) * 100)}%`);
  await moves(page).getByRole('radio', { name: 'Quarter' }).check();
  await expect(cohort.nth(0)).toHaveText('Q1 1997');
  await expect(cohort.nth(1)).toHaveText('2,357');
  expect(traffic.since()).toEqual([]);
});

test('the indicators of both periods: which moved by more than chance, and the table behind', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await near(page);
  const shifts = part(page, /^\d of 9 indicators changed by more than chance: .*Active customers/);
  await expect(shifts.locator('.r-shift-track')).toHaveCount(8);
  await shifts.locator('summary').click();
  const active = (from: string, to: string): number =>
    new Set(rows().filter(([, day]) => day >= from && day <= to).map(([who]) => who)).size;
  const row = shifts.getByRole('row', { name: /^Active customers/ });
  const cells = row.getByRole('cell');
  await expect(cells.nth(0)).toContainText(active('19970101', '19970930').toLocaleString('en-GB'));
  await expect(cells.nth(1)).toContainText(active('19971001', '19980630').toLocaleString('en-GB'));
  await expect(cells.nth(3)).toHaveText('Yes');
  await expect(shifts.getByRole('row', { name: /^Second order in 90 days/ })).toContainText('Too few customers to say');
});

test('every number of the matrix opens its customers, and a customer the table', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await near(page);
  await moves(page).locator('.r-sankey-bar').first().hover();
  await expect(moves(page).locator('.r-tip')).toHaveText(/^High value, .+\n[\d,]+ customers$/);
  await moves(page).locator('.r-matrix summary').click();
  const matrix = moves(page).getByRole('table', { name: /^Migration matrix/ });
  const cell = matrix.getByRole('row', { name: /^High value/ }).getByRole('button').nth(1);
  const count = ((await cell.textContent()) ?? '').trim();
  await cell.click();
  const list = part(page, new RegExp(`^${count} customers: High value → Medium value$`));
  await expect(list.locator('tbody tr')).toHaveCount(10);
  await expect(list.locator('tbody tr').first()).toContainText(/No order for \d+ days|Smaller orders/);
  await list.getByRole('button', { name: 'Next' }).click();
  await expect(list.getByText(/^Page 2 of/)).toBeVisible();
  const customer = list.locator('tbody th button').first();
  const name = ((await customer.textContent()) ?? '').trim();
  await customer.click();
  await expect(page.locator('value-tiers .customers tbody th').filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })).toBeVisible();

  await moves(page).getByRole('button', { name: 'Back to risers and fallers' }).click();
  await expect(part(page, /^291 customers rose and brought/)).toBeVisible();
  await moves(page).getByRole('radio', { name: 'Segments' }).check();
  await expect(matrix.getByRole('columnheader', { name: 'Champions' })).toBeVisible();
  await moves(page).getByLabel('Compare with').fill('1997-02-15');
  await expect(moves(page).getByText('The change of revenue can’t be split')).toBeVisible();
  await expect(matrix.getByRole('rowheader', { name: 'No order yet' })).toBeVisible();
});

test('the as-of date under a hand: the page follows, and all of it once the hand rests', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  const slider = page.getByRole('slider', { name: 'Move the as-of date' });
  await expect(slider).toHaveAttribute('aria-valuetext', '30 Jun 1998');
  const kpis = page.locator('value-tiers [data-section="answer"]');
  await expect(page.locator('value-tiers .r-forecast .r-verdict')).toBeVisible();
  const before = await kpis.textContent();
  // As while it is dragged: input without change.
  await slider.evaluate((input: HTMLInputElement) => {
    input.value = '300';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await expect(page.locator('value-tiers [data-section="worth"]')).toHaveAttribute('aria-busy', 'true');
  await expect(kpis).not.toHaveText(before ?? '');
  await expect(page.getByLabel('As of', { exact: true })).toHaveValue('1997-10-28');
  // The forecast waits as it was.
  await expect(page.locator('value-tiers .r-forecast .r-verdict')).toBeVisible();
  const glance = await kpis.locator('.r-action .r-big').allTextContents();
  await slider.evaluate((input: HTMLInputElement) => input.dispatchEvent(new Event('change', { bubbles: true })));
  await expect(page.locator('value-tiers [data-section="worth"]')).toHaveAttribute('aria-busy', 'false');
  await expect(kpis.locator('.r-action .r-big')).toHaveText(glance);
  const asOf = await page.locator('value-tiers').evaluate((widget) => (widget as HTMLElement & { report: { as_of: string } }).report.as_of);
  expect(asOf).toBe('1997-10-28');
  await slider.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveAttribute('aria-valuetext', '27 Oct 1997');
  await page.getByRole('button', { name: 'Last day in the file' }).click();
  await expect(slider).toHaveAttribute('aria-valuetext', '30 Jun 1998');
  expect(traffic.since()).toEqual([]);
});

test('a customer table says that movement needs dates', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'telco.csv', text: gunzipSync(readFileSync(`${here}../data/telco_churn.csv.gz`)).toString('utf8') });
  const make = page.getByRole('button', { name: 'Make the report' });
  await expect(make.or(moves(page))).toBeVisible({ timeout: 20_000 });
  if (await make.isVisible()) await make.click();
  await expect(moves(page)).toContainText('Movement in time needs the date of every order.');
  await expect(page.getByRole('slider', { name: 'Move the as-of date' })).toHaveCount(0);
});

for (const lang of ['en', 'zh-Hans', 'zh-Hant'] as const) {
  test(`movement for everyone, ${lang}, at 360 pixels and wide, light and dark`, async ({ page, traffic }) => {
    await bringAxe(page);
    await open(page, traffic);
    await page.locator('value-tiers').evaluate((widget, tag) => { (widget as HTMLElement).lang = tag; }, lang);
    await dropFile(page, CDNOW);
    await near(page);
    await moves(page).evaluate((section) => {
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
