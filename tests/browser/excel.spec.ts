// Workbooks: opened by a module of their own, one sheet of them read like any text, and never a request.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { dropFile, expect, open, test } from './fixtures';

const here = fileURLToPath(new URL('.', `file://${__dirname}/`));
const book = (name: string) => `${here}../data/excel/${name}`;

const failure = (page: Page) => page.getByRole('alert');
const file = (page: Page) => page.locator('value-tiers .file');
const sheet = (page: Page) => page.getByRole('combobox', { name: 'Sheet', exact: true });
const make = (page: Page) => page.getByRole('button', { name: 'Make the report' });
const report = (page: Page) =>
  page.locator('value-tiers').evaluate((widget) => JSON.stringify({ ...Reflect.get(widget, 'report'), input: undefined }));

test('every kind of workbook gives the report of its text, without a request', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, book('cdnow.csv'));
  await expect(file(page)).toHaveText('cdnow.csv: 1,000 customers, 2,891 rows');
  const expected = await report(page);
  for (const name of ['cdnow.xlsx', 'cdnow_1904.xlsx', 'cdnow.xls', 'cdnow.xlsb', 'cdnow.ods']) {
    await dropFile(page, book(name));
    await expect(file(page)).toHaveText(`${name} · Orders: 1,000 customers, 2,891 rows`);
    expect(await report(page), name).toBe(expected);
  }
  await expect(page.getByText('Processed in this tab. 0 network requests since you opened the file.')).toBeVisible();
  expect(traffic.since()).toEqual([]);
});

test('a file is what its bytes are, whatever it is called', async ({ page, traffic }) => {
  await open(page, traffic);
  const rows = 'mr1,2024-01-05,20.50|mr2,2024-02-06,30|mr1,2024-03-07,9.99'.split('|').map((row) => row.split(','));
  const cells = (row: string[]) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  const html = `<html><table>${[['customer', 'date', 'amount'], ...rows].map(cells).join('')}</table></html>`;
  const text = `customer,date,amount\n${rows.map((row) => row.join(',')).join('\n')}\n`;
  for (const [name, bytes, expected] of [
    ['orders.csv', readFileSync(book('cdnow.xlsx')), 'orders.csv · Orders: 1,000 customers, 2,891 rows'],
    ['export.xls', Buffer.from(html), 'export.xls · 1: 2 customers, 3 rows'],
    ['text.xlsx', Buffer.from(text), 'text.xlsx: 2 customers, 3 rows'],
    ['orders.txt', readFileSync(book('orders_2003.xml')), 'orders.txt · Orders: 76 customers, 200 rows'],
  ] as const) {
    await dropFile(page, { name, bytes });
    await expect(file(page)).toHaveText(expected);
  }
  expect(traffic.since()).toEqual([]);
});

test('the sheet is chosen where several could be meant, and another one is read', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, book('sheets.xlsx'));
  await expect(page.getByRole('heading', { name: 'Is this what your columns mean?' })).toBeVisible();
  await expect(sheet(page).locator('option:checked')).toHaveText('Orders 2024 (8 rows, 6 columns)');
  await expect(sheet(page).locator('option')).toHaveText([
    'Read me (2 rows, 1 column)', 'Orders 2024 (8 rows, 6 columns)', 'Refunds (3 rows, 3 columns)',
    'Rates (hidden; 21 rows, 2 columns)',
  ]);
  await expect(page.getByText('More than one sheet has rows with dates')).toBeVisible();
  await expect(page.getByText('5 of 6 rows usable, from 4 customers. Set aside: 1 no amount.')).toBeVisible();
  // How the text between was written is not asked.
  await expect(page.getByRole('combobox', { name: 'Encoding' })).toHaveCount(0);

  await sheet(page).selectOption({ label: 'Refunds (3 rows, 3 columns)' });
  await expect(page.getByText('2 of 2 rows usable, from 2 customers.')).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Paid' })).toBeVisible();
  // A sheet that is no table says so, and the next choice works.
  await sheet(page).selectOption({ label: 'Read me (2 rows, 1 column)' });
  await expect(page.getByText('This sheet holds no table with customers, dates and amounts.')).toBeVisible();
  await expect(make(page)).toHaveCount(0);
  await sheet(page).selectOption({ label: 'Orders 2024 (8 rows, 6 columns)' });
  await make(page).click();
  await expect(file(page)).toHaveText('sheets.xlsx · Orders 2024: 4 customers, 6 rows');
  await expect(page.getByRole('heading', { name: /1,234,600\.18 came in, 5\.50 went back: 1,234,594\.68 net\./ })).toBeVisible();

  // The line of a row that was set aside is its row in the sheet.
  await page.getByText('Show them').click();
  await expect(page.getByRole('row', { name: /^7 no amount/ })).toBeVisible();

  // Settings keep the sheet, and the check can be opened again.
  const settings = await page.locator('value-tiers').evaluate((widget) =>
    (widget as unknown as { save(): { sheet?: string } }).save());
  expect(settings.sheet).toBe('Orders 2024');
  await page.getByRole('button', { name: 'Change columns' }).click();
  await sheet(page).selectOption({ label: 'Refunds (3 rows, 3 columns)' });
  await make(page).click();
  await expect(file(page)).toHaveText('sheets.xlsx · Refunds: 2 customers, 2 rows');
  await page.locator('value-tiers').evaluate((widget, kept) =>
    (widget as unknown as { restore(kept: object): Promise<void> }).restore(kept), settings);
  await expect(file(page)).toHaveText('sheets.xlsx · Orders 2024: 4 customers, 6 rows');
  expect(traffic.since()).toEqual([]);
});

test.describe('a workbook that can not be read gets a sentence, and the next file works', () => {
  const whole = readFileSync(book('cdnow.xlsx'));
  // Cut within a sector: calamine panics, and the Worker with it.
  const panic = readFileSync(book('encrypted.xls')).subarray(0, 4400);
  const cases: [name: string, bytes: Buffer, sentence: RegExp][] = [
    ['encrypted.xlsx', readFileSync(book('encrypted.xlsx')), /protected by a password.*“CSV UTF-8”/],
    ['encrypted.xls', readFileSync(book('encrypted.xls')), /protected by a password/],
    ['half.xlsx', whole.subarray(0, whole.length / 2), /can’t be opened.*“CSV UTF-8”/],
    ['nothing.xlsx', readFileSync(book('nothing.xlsx')), /There is no filled cell/],
    ['panic.xls', panic, /can’t be opened/],
    // An archive of nothing.
    ['photos.zip', Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)]), /This is an archive\. Unpack it/],
    ['page.html', Buffer.from('<html><p>Please sign in</p></html>'), /not a table in text form \(it looks like html\)/],
  ];
  for (const [name, bytes, sentence] of cases) {
    test(name, async ({ page, traffic, wrong }) => {
      await open(page, traffic);
      await dropFile(page, { name, bytes });
      await expect(failure(page)).toHaveText(sentence);
      await dropFile(page, book('cdnow.xlsx'));
      await expect(file(page)).toHaveText('cdnow.xlsx · Orders: 1,000 customers, 2,891 rows');
      await expect(failure(page)).toHaveText('');
      expect(traffic.since()).toEqual([]);
      // A trap inside the module may be printed; nothing else may.
      expect(wrong.splice(0).filter((what) => !/unreachable|panicked|RuntimeError/.test(what))).toEqual([]);
    });
  }
});

test('the Worker of a workbook is ended, also when the workbook is given up', async ({ page, traffic }) => {
  await page.addInitScript(() => {
    const Native = Worker;
    const alive = new Set<Worker>();
    Reflect.set(window, 'alive', alive);
    Reflect.set(window, 'Worker', class extends Native {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        alive.add(this);
      }

      override terminate(): void {
        alive.delete(this);
        super.terminate();
      }
    });
  });
  const alive = () => page.evaluate(() => (Reflect.get(window, 'alive') as Set<Worker>).size);
  await open(page, traffic);
  const before = await alive();
  await dropFile(page, book('cdnow.xlsx'));
  await expect(file(page)).toBeVisible();
  // One engine holds the report, one is spare: none for the workbook.
  await expect.poll(alive).toBe(before + 1);
  await page.getByRole('button', { name: 'Wipe' }).click();
  await dropFile(page, book('cdnow.ods'));
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Cancelled.')).toBeVisible();
  await expect.poll(alive).toBe(before);
});

test('the large workbook has the figures of its text', async ({ page, traffic }) => {
  const retail = `${here}../../../shared/data/tx/online_retail_slice.xlsx`;
  test.skip(!existsSync(retail), 'skipped: the shared data is not beside the crate');
  await open(page, traffic);
  const begun = Date.now();
  await dropFile(page, retail);
  await expect(file(page)).toHaveText('online_retail_slice.xlsx · Online Retail: 560 customers, 65,613 rows', { timeout: 20_000 });
  console.log(`65,613 rows: ${Date.now() - begun} ms from the drop to the report`);
  await expect(page.getByRole('heading', { name: /831,628\.49 net\.$/ })).toBeVisible();
  expect(traffic.since()).toEqual([]);
});
