// The widget as a product: customers masked, reports and charts that leave as files, 400 % zoom, and what it survives.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { dropFile, expect, open, test } from './fixtures';

// A trace keeps copies of the page in the page, which would be taken for growth.
test.use({ trace: 'off' });

const here = fileURLToPath(new URL('.', `file://${__dirname}/`));
const CDNOW = `${here}../data/cdnow_transactions.csv`;
const file = (page: Page) => page.locator('value-tiers .file');

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const exportAs = (page: Page, name: string | RegExp) => async () => {
  await page.locator('value-tiers summary', { hasText: 'Export' }).click();
  await page.getByRole('button', { name }).click();
};

test('masked: no name on the screen nor in a list, the same pseudonym each time, and back', async ({ page, traffic }) => {
  const names = Array.from({ length: 40 }, (_, i) => `Person Number${i}`);
  const rows = names.flatMap((name, i) => [1, 2, 3].map((month) => `${name},2024-0${month}-${10 + (i % 18)},${10 + i}.50`));
  await open(page, traffic);
  await dropFile(page, { name: 'orders.csv', text: `customer,date,amount\n${rows.join('\n')}\n,2024-01-01,5\n` });
  await expect(file(page)).toBeVisible();
  const table = page.locator('value-tiers table.customers tbody th');
  await expect(table.first()).toContainText('Person Number39');

  const mask = page.getByRole('button', { name: 'Mask customers' });
  await mask.click();
  await expect(mask).toHaveAttribute('aria-pressed', 'true');
  await expect(table.first()).toHaveText(/^\s*[0-9A-Z]{5}-[0-9A-Z]{5}\s*$/);
  const pseudonym = (await table.first().textContent())?.trim() ?? '';
  const everything = () => page.locator('value-tiers').evaluate((widget) => widget.shadowRoot?.textContent ?? '');
  expect(await everything()).not.toContain('Person Number');
  await expect(page.getByText('Hidden while customers are masked.')).toBeVisible();
  for (const press of [exportAs(page, 'All customers (CSV)'), () => page.getByRole('button', { name: 'Download this list (CSV)' }).click()]) {
    const list = (await saved(page, press)).bytes.toString('utf8');
    expect(list).not.toContain('Person');
    expect(list.split('\r\n')[1]?.startsWith(`${pseudonym},`)).toBe(true);
  }
  await page.getByLabel('Search customer').fill(pseudonym.slice(0, 7).toLowerCase());
  await expect(page.getByText('1 customer in this list')).toBeVisible();
  await page.getByLabel('Search customer').fill('Person');
  await expect(page.getByText('0 customers in this list')).toBeVisible();
  await mask.click();
  await expect(table.first()).toContainText('Person Number39');
  await mask.click();
  await expect(table.first()).toContainText(pseudonym);
  expect(traffic.since()).toEqual([]);
});

test('the report leaves as a page of its own, without scripts, controls and customers', async ({ page, traffic, context }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'orders <b>.csv', text: readFileSync(CDNOW, 'utf8') });
  await expect(file(page)).toBeVisible();
  await expect(page.locator('value-tiers table.customers tbody tr').first()).toBeVisible();
  const { name, bytes } = await saved(page, exportAs(page, /^Report as a page/));
  expect(name).toBe('orders -b--report.html');
  const text = bytes.toString('utf8');
  expect(text).toContain("default-src 'none'");
  expect(text).not.toMatch(/<script|<button|<input|<select|\son[a-z]+=|href=|https?:/i);
  expect(text).toContain('orders &lt;b&gt;.csv: 2,357 customers, 6,919 rows');
  const copy = await context.newPage();
  const wrong: string[] = [];
  copy.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
  const asked: string[] = [];
  copy.on('request', (request) => { if (!request.url().startsWith('data:')) asked.push(request.url()); });
  await copy.setContent(text, { waitUntil: 'load' });
  await expect(copy.getByRole('heading', { name: '244,091.94 came in, 0.00 went back: 244,091.94 net.' })).toBeVisible();
  await expect(copy.locator('.r-flow')).toBeVisible();
  expect(await copy.locator('table.customers').count()).toBe(0);
  expect(wrong).toEqual([]);
  expect(asked).toEqual([]);
  expect(traffic.since()).toEqual([]);
});

test('a chart leaves as SVG and as PNG, with its finding', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await expect(file(page)).toBeVisible();
  const chart = (kind: string, place: number) => () => page.getByRole('button', { name: `Save chart as ${kind}` }).nth(place).click();
  const svg = await saved(page, chart('SVG', 0));
  expect(svg.name).toBe('cdnow_transactions-action-groups.svg');
  const text = svg.bytes.toString('utf8');
  expect(text).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
  expect(text).not.toMatch(/foreignObject|<script|style=/);
  // The bands, and the share of each group as text.
  expect(text.match(/<path/g)?.length).toBeGreaterThan(3);
  expect(text).toMatch(/>\d+(\.\d+)?\s?%</);
  const png = await saved(page, chart('PNG', 0));
  expect(png.name).toBe('cdnow_transactions-action-groups.png');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(png.bytes.readUInt32BE(16), 'two pixels for each').toBeGreaterThan(1200);
  expect(traffic.since()).toEqual([]);
});

test('at 400 % zoom nothing is cut off and the keyboard reaches everything', async ({ page, traffic }) => {
  // 1280 by 1024 at 400 % is 320 by 256.
  await page.setViewportSize({ width: 320, height: 256 });
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await expect(file(page)).toBeVisible();
  await expect(page.locator('value-tiers table.customers tbody tr').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  // What has the focus is on the screen, and not under anything else (2.4.11).
  await page.evaluate(() => window.scrollTo(0, 0));
  const hidden: string[] = [];
  const met = new Set<string>();
  for (let presses = 0; presses < 70; presses += 1) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(() => {
      const element = document.activeElement?.shadowRoot?.activeElement;
      if (!element) return undefined;
      const box = element.getBoundingClientRect();
      const x = Math.min(Math.max(box.left + Math.min(box.width / 2, 20), 1), innerWidth - 1);
      const y = Math.min(Math.max(box.top + Math.min(box.height / 2, 10), 1), innerHeight - 1);
      const top = document.activeElement?.shadowRoot?.elementFromPoint(x, y);
      // A radio button's ring is around its name.
      const around = [element, element.closest('label'), element.nextElementSibling].flatMap((each) => (each ? [getComputedStyle(each)] : []));
      return {
        name: `${element.tagName} ${element.textContent?.trim().slice(0, 40) ?? ''}`,
        seen: box.bottom > 0 && box.top < innerHeight && (top === element || element.contains(top ?? null) || (top?.contains(element) ?? false)),
        ring: around.some(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none'),
      };
    });
    if (!found) break;
    met.add(found.name);
    if (!found.seen || !found.ring) hidden.push(`${found.name}: ${found.seen ? 'no ring' : 'covered'}`);
  }
  expect(met.size).toBeGreaterThan(20);
  expect(hidden).toEqual([]);
});

test.describe('it survives', () => {
  const shop = (customers: number, rows: number): string =>
    `customer,date,amount\n${Array.from({ length: rows }, (_, i) => `C${i % customers},2024-0${1 + (i % 9)}-1${i % 10},${i % 500}.25`).join('\n')}\n`;

  test('a second file while the first one runs: the second is shown, and only it', async ({ page, traffic }) => {
    await open(page, traffic);
    const reports = await page.locator('value-tiers').evaluate(async (widget, [first, second]) => {
      const customers: number[] = [];
      document.addEventListener('value-tiers-report', (event) => {
        customers.push(((event as CustomEvent).detail as { report: { totals: { customers: number } } }).report.totals.customers);
      });
      const begun = new Promise((resolve) => document.addEventListener('value-tiers-progress', resolve, { once: true }));
      Reflect.set(widget, 'file', new File([first ?? ''], 'first.csv'));
      await begun;
      Reflect.set(widget, 'file', new File([second ?? ''], 'second.csv'));
      while (customers.length === 0) await new Promise((later) => setTimeout(later, 50));
      // As long as the first one would have taken.
      await new Promise((later) => setTimeout(later, 1500));
      return customers;
    }, [shop(50_000, 400_000), shop(30, 90)]);
    expect(reports).toEqual([30]);
    await expect(file(page)).toHaveText('second.csv: 30 customers, 90 rows');
    expect(traffic.since()).toEqual([]);
  });

  test('ten files one after another: no more Workers, memory or nodes than after the second', async ({ page, traffic }) => {
    await open(page, traffic);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const state = async () => {
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? 0;
      return { heap: of('JSHeapUsedSize'), nodes: of('Nodes'), workers: page.workers().length };
    };
    let second = await state();
    for (let round = 1; round <= 10; round += 1) {
      await dropFile(page, { name: `file-${round}.csv`, text: shop(2000 + round, 20_000) });
      await expect(file(page)).toContainText(`file-${round}.csv:`, { timeout: 15_000 });
      await expect(page.locator('value-tiers table.customers tbody tr').first()).toBeVisible();
      if (round === 2) second = await state();
    }
    const last = await state();
    expect(last.workers).toBeLessThanOrEqual(second.workers);
    // A report that stays behind is 9,000 nodes and half a megabyte.
    expect(last.nodes).toBeLessThan(second.nodes + 5000);
    expect(last.heap).toBeLessThan(second.heap + 2_000_000);
    expect(traffic.since()).toEqual([]);
  });
});

test('the host page sets the day and the currency of every file, and hears which file a person saves', async ({ page, traffic }) => {
  await open(page, traffic);
  const widget = page.locator('value-tiers');
  await widget.evaluate((element) => {
    element.setAttribute('as-of', '2024-02-15');
    element.setAttribute('currency', 'EUR');
    const heard: unknown[] = [];
    Reflect.set(window, 'heard', heard);
    element.addEventListener('value-tiers-export', (event) => heard.push((event as CustomEvent).detail));
  });
  const rows = Array.from({ length: 30 }, (_, i) => `c${i},2024-0${1 + (i % 3)}-10,${10 + i}.00,${i % 3 === 0 ? 'EUR' : 'USD'}`);
  await dropFile(page, { name: 'orders.csv', text: `customer,date,amount,currency\n${rows.join('\n')}\n` });
  await expect(file(page)).toBeVisible();
  const report = () => widget.evaluate((element) => (element as unknown as { report: { as_of: string; totals: { net: string; orders: number } } }).report);
  // Ten rows are in euros, all of January: 10 + 13 + … + 37.
  expect(await report()).toMatchObject({ as_of: '2024-02-15', totals: { net: '235.00', orders: 10 } });
  await widget.evaluate((element) => element.setAttribute('as-of', '2024-01-31'));
  await expect.poll(async () => (await report()).as_of).toBe('2024-01-31');
  await saved(page, exportAs(page, 'All customers (CSV)'));
  expect(await page.evaluate(() => Reflect.get(window, 'heard'))).toEqual([{ name: 'orders-customers.csv', type: 'text/csv' }]);
});
