// From a dropped file to a report, and every way in which that can go wrong: on the served page, with the real engine.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { dropFile, expect, open, test } from './fixtures';

const here = fileURLToPath(new URL('.', `file://${__dirname}/`));
const CDNOW = `${here}../data/cdnow_transactions.csv`;

/** A small shop: so many customers, each with three orders a month apart. */
function shop(customers: number, date = (month: number, day: number) => `2024-0${month}-${String(day).padStart(2, '0')}`): string {
  const lines = ['customer,date,amount'];
  for (let customer = 0; customer < customers; customer += 1) {
    for (const month of [1, 2, 3]) {
      lines.push(`C${customer},${date(month, 1 + (customer % 28))},${10 + customer}.50`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 2 });
const failure = (page: Page) => page.getByRole('alert');
const file = (page: Page) => page.locator('value-tiers .file');

test('a dropped file becomes a report, without a request', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await expect(file(page)).toHaveText('cdnow_transactions.csv: 2,357 customers, 6,919 rows');
  await expect(page.getByRole('heading', { name: '244,091.94 came in, 0.00 went back: 244,091.94 net.' })).toBeVisible();
  await expect(page.getByLabel('As of')).toHaveValue('1998-06-30');
  await expect(page.getByText('Processed in this tab. 0 network requests since you opened the file.')).toBeVisible();
  expect(traffic.since()).toEqual([]);
});

test('the sample is made on the spot', async ({ page, traffic }) => {
  await open(page, traffic);
  await page.getByRole('button', { name: 'Try with sample data' }).click();
  await expect(file(page)).toHaveText(/^sample-shop\.csv: [\d,]+ customers, [\d,]+ rows$/);
  expect(traffic.since()).toEqual([]);
});

test('an earlier as-of date gives another report, and back', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await expect(file(page)).toBeVisible();
  await page.getByLabel('As of').fill('1997-09-30');
  await expect(page.getByRole('rowheader', { name: 'after the as-of date' })).toBeVisible();
  await expect(page.getByRole('heading', { name: /came in/ })).not.toHaveText(/244,091\.94 net/);
  await page.getByRole('button', { name: 'Last day in the file' }).click();
  await expect(page.getByRole('heading', { name: /244,091\.94 net/ })).toBeVisible();
});

test('customers are searched, sorted, filtered, and explained', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  const table = page.getByRole('table', { name: /^Customers \d/ });
  const net = table.getByRole('columnheader', { name: 'Net spend' });
  await expect(net).toHaveAttribute('aria-sort', 'descending');
  await expect(table.locator('tbody tr').first()).toContainText('6,552.70');
  await net.getByRole('button').click();
  await expect(net).toHaveAttribute('aria-sort', 'ascending');
  await expect(table.locator('tbody tr').first()).not.toContainText('6,552.70');

  await page.getByLabel('Search customer').fill('1901');
  await expect(page.getByText('1 customer in this list')).toBeVisible();
  await table.getByRole('button', { name: '1901' }).click();
  const card = page.locator('value-tiers dialog');
  await expect(card).toContainText(/orders \(frequency \d of 5\).*so /s);
  await card.getByRole('button', { name: 'Close' }).click();

  await page.getByRole('button', { name: 'Show all customers' }).click();
  await expect(page.getByText('2,357 customers in this list')).toBeVisible();
  const segment = page.locator('value-tiers [data-section="customers"]').getByRole('combobox', { name: 'Segment', exact: true });
  await segment.selectOption({ label: 'Champions' });
  await expect(page.getByText('2,357 customers in this list')).toHaveCount(0);
  await expect(table.locator('tbody tr').first()).toContainText('Champions');

  await page.getByLabel('Per page').selectOption('100');
  await expect(table.locator('tbody tr')).toHaveCount(100);
});

test('the list on the screen is downloaded, every customer of it', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await expect(file(page)).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download this list (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('cdnow_transactions-list.csv');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  const [header, ...rows] = text.slice(1).trimEnd().split(/\r?\n/);
  expect(header?.startsWith('customer,')).toBe(true);
  expect(rows.length).toBe(2357);
  expect(traffic.since()).toEqual([]);
});

test('settings are saved and restored, and make the same report', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await expect(file(page)).toBeVisible();
  await page.getByLabel('As of').fill('1997-09-30');
  await expect(page.getByRole('button', { name: 'Last day in the file' })).toBeVisible();
  const report = () => page.locator('value-tiers').evaluate((widget) => JSON.stringify(Reflect.get(widget, 'report')));
  const before = await report();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save settings' }).click(),
  ]);
  const settings = await download.path();
  await page.getByRole('button', { name: 'Last day in the file' }).click();
  await expect.poll(report).not.toBe(before);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Restore settings' }).click(),
  ]);
  await chooser.setFiles(settings);
  await expect(page.getByText('Settings restored.')).toBeVisible();
  await expect.poll(report).toBe(before);
});

test.describe('a file that is not sure', () => {
  test('is checked, and the count follows each choice', async ({ page, traffic }) => {
    await open(page, traffic);
    // Every day at most 12: both orders are possible.
    const text = shop(10, (month, day) => `0${month}/${String(1 + (day % 12)).padStart(2, '0')}/2024`);
    await dropFile(page, { name: 'orders.csv', text });
    await expect(heading(page, 'Is this what your columns mean?')).toBeVisible();
    await expect(page.getByText('30 of 30 rows usable, from 10 customers.')).toBeVisible();

    const amount = page.getByRole('combobox', { name: /^Amount paid/ });
    await amount.selectOption({ index: 0 });
    await expect(page.getByText('Still needed: Amount paid.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Make the report' })).toBeDisabled();
    await amount.selectOption({ index: 3 });
    await expect(page.getByText('30 of 30 rows usable, from 10 customers.')).toBeVisible();

    await page.getByRole('button', { name: /is 2 Jan 2024$|is 1 Feb 2024$/ }).first().click();
    await page.getByRole('button', { name: 'Make the report' }).click();
    await expect(file(page)).toHaveText('orders.csv: 10 customers, 30 rows');
    expect(traffic.since()).toEqual([]);
  });

  test('a sure one is checked when a person wants to, and left again', async ({ page, traffic }) => {
    await open(page, traffic);
    await dropFile(page, CDNOW);
    await page.getByRole('button', { name: 'Change columns' }).click();
    await expect(heading(page, 'Is this what your columns mean?')).toBeVisible();
    await expect(page.getByText('6,919 of 6,919 rows usable, from 2,357 customers.')).toBeVisible();
    await page.getByRole('button', { name: 'Back' }).click();
    await expect(file(page)).toHaveText('cdnow_transactions.csv: 2,357 customers, 6,919 rows');
  });
});

test.describe('what goes wrong gets a sentence, and the next file works', () => {
  const cases: [name: string, text: string, sentence: RegExp][] = [
    ['empty.csv', '', /The file is empty\./],
    ['blank.csv', '\n\n\n', /The file is empty\./],
    ['header.csv', 'customer,date,amount\n', /a header but no rows/],
    ['one.csv', 'notes\nhello\nworld\nagain\n', /Only one column was found/],
    ['paper.csv', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n', /not a table in text form \(it looks like pdf\)/],
    ['zeros.csv', '\u0000'.repeat(300_000), /not a table in text form/],
  ];
  for (const [name, text, sentence] of cases) {
    test(name, async ({ page, traffic }) => {
      await open(page, traffic);
      await dropFile(page, { name, text });
      await expect(failure(page)).toHaveText(sentence);
      await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
      await dropFile(page, { name: 'good.csv', text: shop(5) });
      await expect(file(page)).toHaveText('good.csv: 5 customers, 15 rows');
      await expect(failure(page)).toHaveText('');
    });
  }

  test('a file without a customer column asks for it', async ({ page, traffic }) => {
    await open(page, traffic);
    await dropFile(page, { name: 'no-one.csv', text: 'when,paid\n2024-01-01,10.5\n2024-01-02,20.5\n2024-02-03,7.25\n' });
    await expect(heading(page, 'Is this what your columns mean?')).toBeVisible();
    await expect(page.getByText(/^Still needed: Customer/)).toBeVisible();
  });

  test('a bad second file leaves the report of the first', async ({ page, traffic }) => {
    await open(page, traffic);
    await dropFile(page, CDNOW);
    await expect(file(page)).toBeVisible();
    await dropFile(page, { name: 'empty.csv', text: '' });
    await expect(failure(page)).toHaveText(/The file is empty\./);
    await expect(file(page)).toHaveText('cdnow_transactions.csv: 2,357 customers, 6,919 rows');
    // Its engine still answers.
    await page.getByLabel('Search customer').fill('1901');
    await expect(page.getByText('1 customer in this list')).toBeVisible();
  });

  test('an engine that dies is replaced', async ({ page, traffic }) => {
    await page.addInitScript(() => {
      const Native = Worker;
      // Every Worker can be made to die by the test, as memory that runs out would.
      const workers: Worker[] = [];
      Reflect.set(window, 'workers', workers);
      Reflect.set(window, 'Worker', class extends Native {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          workers.push(this);
        }
      });
    });
    await open(page, traffic);
    await page.evaluate(() => {
      const workers = Reflect.get(window, 'workers') as Worker[];
      const last = workers.at(-1);
      const post = last?.postMessage.bind(last);
      if (!last || !post) throw new Error('no worker');
      last.postMessage = ((message: { call: string }, transfer: Transferable[]) => {
        if (message.call === 'finish') last.onerror?.(new ErrorEvent('error', { message: 'out of memory' }));
        else post(message, transfer);
      }) as Worker['postMessage'];
    });
    await dropFile(page, { name: 'first.csv', text: shop(5) });
    await expect(failure(page)).toHaveText(/stopped unexpectedly.*out of memory/);
    await dropFile(page, { name: 'second.csv', text: shop(5) });
    await expect(file(page)).toHaveText('second.csv: 5 customers, 15 rows');
    expect(traffic.since(), 'another Worker is made without a request').toEqual([]);
  });
});

test('cancel works at once, again and again, without a request', async ({ page, traffic }) => {
  await open(page, traffic);
  const rows = Array.from({ length: 400_000 }, (_, i) => `C${i % 50_000},2024-0${1 + (i % 9)}-1${i % 10},${i % 500}.25`);
  const text = `customer,date,amount\n${rows.join('\n')}\n`;
  for (let round = 0; round < 3; round += 1) {
    await dropFile(page, { name: 'large.csv', text });
    const cancel = page.getByRole('button', { name: 'Cancel' });
    await cancel.click();
    await expect(page.getByText('Cancelled.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose a file' })).toBeVisible();
  }
  await dropFile(page, { name: 'large.csv', text });
  await expect(file(page)).toHaveText('large.csv: 50,000 customers, 400,000 rows', { timeout: 30_000 });
  expect(traffic.since()).toEqual([]);
});

test('wiping leaves nothing of the file', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'orders.csv', text: shop(5) });
  await page.getByRole('button', { name: 'Wipe' }).click();
  await expect(page.getByText('Nothing of the file is left in this page.')).toBeVisible();
  const left = await page.locator('value-tiers').evaluate((widget) => ({
    report: Reflect.get(widget, 'report'), file: Reflect.get(widget, 'file'), text: widget.shadowRoot?.textContent,
    stored: localStorage.length + sessionStorage.length,
  }));
  expect(left.report).toBeUndefined();
  expect(left.file).toBeUndefined();
  expect(left.text).not.toContain('orders.csv');
  expect(left.stored).toBe(0);
});

test('cells are text, whatever they hold', async ({ page, traffic }) => {
  await open(page, traffic);
  const evil = '<img src=x onerror=alert(1)>';
  const text = shop(4).replaceAll('C1,', `${evil},`);
  await dropFile(page, { name: `${'<b>'}orders.csv`, text });
  await expect(file(page)).toContainText('4 customers, 12 rows');
  // In the table and among the key accounts, which are asked for when they come near the screen.
  await page.locator('value-tiers [data-section="worth"]').scrollIntoViewIfNeeded();
  await expect(page.getByRole('button', { name: evil })).toHaveCount(2);
  expect(await page.locator('value-tiers').evaluate((widget) => widget.shadowRoot?.querySelectorAll('img').length)).toBe(0);
  await expect(file(page)).toContainText('<b>orders.csv');
  expect(traffic.since()).toEqual([]);
});

test('several files: a customer list dropped with two files of orders is joined, and both sides are counted', async ({ page, traffic }) => {
  await open(page, traffic);
  const list = 'customer,city,age\nC0,Oslo,30\nc1 ,Rome,41\nC2,Lima,52\nX9,Bonn,63\n';
  const more = 'customer,date,amount\nC4,2024-04-01,7.00\nC7,2024-04-02,9.00\n';
  await dropFile(page, { name: 'list.csv', text: list }, { name: 'orders.csv', text: shop(5) }, { name: 'more.csv', text: more });
  await expect(file(page)).toHaveText('orders.csv, more.csv and list.csv: 6 customers, 17 rows');
  await expect(page.getByText('list.csv, by customer: of 4 rows 3 belong to 3 customers, 1 to nobody in the orders; 3 customers have no row in it.')).toBeVisible();
  await page.getByRole('button', { name: 'Change columns' }).click();
  await expect(page.getByText('more.csv: more orders, read as one with the first file.')).toBeVisible();
  await page.getByLabel('Column of list.csv that names the customer').selectOption({ label: 'city (Oslo, Rome, Lima …)' });
  await page.getByRole('button', { name: 'Make the report' }).click();
  await expect(page.getByText(/^list\.csv: no column names a customer of the orders/)).toBeVisible();
  expect(traffic.since()).toEqual([]);
});

test('one bad file among several is named', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'orders.csv', text: shop(5) }, { name: 'notes.pdf', text: '%PDF-1.7\n%\u00e2\u00e3 not a table' });
  await expect(failure(page)).toContainText('notes.pdf: This is not a table');
});

test('currencies are asked about and never added up; repeated rows and customers written alike wait for a decision', async ({ page, traffic }) => {
  await open(page, traffic);
  const lines = ['e-mail,date,amount'];
  for (let order = 0; order < 20; order += 1) lines.push(`c${order % 6}@x.org,2024-01-${String(order + 1).padStart(2, '0')},€${order + 10}.00`);
  lines.push('C1@x.org,2024-02-01,€5.00', 'C1@x.org,2024-02-01,€5.00', 'c2@x.org,2024-02-02,USD 900.00');
  await dropFile(page, { name: 'mixed.csv', text: `${lines.join('\n')}\n` });
  const currencies = page.getByRole('group', { name: /There are several currencies \(EUR|There are several currencies/ });
  await expect(currencies.getByRole('button')).toHaveText(['EUR', 'USD']);
  await expect(page.getByText('1 row repeats another in every column that is read.')).toBeVisible();
  await currencies.getByRole('button', { name: 'EUR' }).click();
  await page.getByRole('button', { name: 'Count each once' }).click();
  await page.getByRole('button', { name: 'The same: merge them' }).click();
  await expect(page.getByRole('button', { name: 'The same: merge them' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Make the report' }).click();
  await expect(file(page)).toHaveText('mixed.csv: 6 customers, 23 rows');
  await expect(page.getByRole('heading', { name: /395\.00 net/ })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'in another currency' })).toBeVisible();
  await expect(page.getByRole('rowheader', { name: 'repeats another row' })).toBeVisible();
  expect(traffic.since()).toEqual([]);
});

test('a folder gets a sentence', async ({ page, traffic }) => {
  await page.addInitScript(() => {
    // A test can't drop a real folder; what the browser says of one is this.
    DataTransferItem.prototype.webkitGetAsEntry = () => ({ isDirectory: true }) as FileSystemEntry;
  });
  await open(page, traffic);
  await dropFile(page, { name: 'orders', text: '' });
  await expect(failure(page)).toHaveText(/That is a folder\./);
});

test('the language changes without reading the file again', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, CDNOW);
  await expect(file(page)).toBeVisible();
  for (const [language, text, section] of [
    ['简体中文', 'cdnow_transactions.csv：2,357 位客户，6,919 条记录', '客户名单'],
    ['繁體中文', 'cdnow_transactions.csv：2,357 位顧客，6,919 筆資料', '顧客名單'],
    ['English', 'cdnow_transactions.csv: 2,357 customers, 6,919 rows', 'Your customers'],
  ] as const) {
    await page.locator('value-tiers .head select').first().selectOption({ label: language });
    await expect(file(page)).toHaveText(text);
    await expect(heading(page, section)).toBeVisible();
  }
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  expect(traffic.since()).toEqual([]);
});

test('a host gives a file by code and hears of the report, never of a customer', async ({ page, traffic }) => {
  await open(page, traffic);
  const heard = await page.locator('value-tiers').evaluate(async (widget, text) => {
    const told: Record<string, unknown>[] = [];
    for (const type of ['value-tiers-progress', 'value-tiers-report', 'value-tiers-error']) {
      document.addEventListener(type, (event) => told.push({ type, detail: (event as CustomEvent).detail as unknown }));
    }
    const done = new Promise((resolve) => document.addEventListener('value-tiers-report', resolve, { once: true }));
    Reflect.set(widget, 'file', new File([text], 'orders.csv'));
    await done;
    return told;
  }, shop(40).replaceAll('C7,', 'Secret Person,'));
  expect(heard.map(({ type }) => type)).toContain('value-tiers-progress');
  expect(heard.at(-1)).toMatchObject({ type: 'value-tiers-report', detail: { report: { totals: { customers: 40 } } } });
  expect(JSON.stringify(heard)).not.toContain('Secret Person');
});

test('the larger sets give the published figures', async ({ page, traffic }) => {
  const retail = `${here}../../../shared/data/tx/online_retail_slice.csv`;
  test.skip(!existsSync(retail), 'skipped: the shared data is not beside the crate');
  await open(page, traffic);
  await dropFile(page, retail);
  await expect(file(page)).toHaveText('online_retail_slice.csv: 560 customers, 65,613 rows', { timeout: 20_000 });
  await expect(page.getByRole('row', { name: /no customer 17,779/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /831,628\.49 net\.$/ })).toBeVisible();
});
