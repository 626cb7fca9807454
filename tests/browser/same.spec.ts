// The engine in the page and the engine on the command line give the same report, to the last digit.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { dropFile, expect, open, test } from './fixtures';

const root = fileURLToPath(new URL('../..', `file://${__dirname}/`));
const folder = mkdtempSync(join(tmpdir(), 'value-tiers-'));

/** A file in a folder of this run's own, so that what is packed in the repository has a path, too. */
function file(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

const data = (name: string) => readFileSync(join(root, 'tests/data', name));

/** Orders with Chinese headers and ids; enough for scores, tiers and models. */
function chinese(): string {
  const lines = ['会员号,订单付款时间,实付金额'];
  for (let order = 0; order < 900; order += 1) {
    const member = (order * order * 7919) % 211;
    const day = String(1 + ((order * 13) % 28)).padStart(2, '0');
    const month = String(1 + ((order * 5) % 12)).padStart(2, '0');
    lines.push(`会员${member},2023年${month}月${day}日,¥${((order * 37) % 400) + 5}.50`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

/** Text in an old encoding, by turning its decoder around: no library writes them any more. */
function encoded(text: string, label: string): Uint8Array {
  const decoder = new TextDecoder(label);
  const bytesOf = new Map<string, number[]>();
  const note = (bytes: number[]): void => {
    const character = decoder.decode(Uint8Array.from(bytes));
    if (!character.includes('\ufffd') && [...character].length === 1 && !bytesOf.has(character)) bytesOf.set(character, bytes);
  };
  for (let byte = 0; byte < 256; byte += 1) note([byte]);
  if (!['windows-1252', 'macintosh'].includes(label)) {
    for (let lead = 0x81; lead < 0xff; lead += 1) for (let trail = 0x40; trail < 0xff; trail += 1) note([lead, trail]);
  }
  return Uint8Array.from([...text].flatMap((character) => {
    const bytes = bytesOf.get(character);
    if (!bytes) throw new Error(`${label} has no ${character}`);
    return bytes;
  }));
}

/** The same orders with other headers and names. */
function orders(header: string, names: readonly string[]): string {
  const lines = chinese().trimEnd().split('\r\n').slice(1);
  const renamed = lines.map((line) => {
    const [member = '', date = '', amount = ''] = line.split(',');
    const number = Number(member.replace(/\D/g, ''));
    const day = date.replace(/[年月]/g, '-').replace('日', '');
    return `${names[number % names.length]} ${number},${day},${amount.replace('¥', '')}`;
  });
  return `${[header, ...renamed].join('\r\n')}\r\n`;
}

const traditional = (): string => orders('會員編號,訂單日期,實付金額', ['王小明', '陳怡君', '林志豪', '張家瑜', '體驗會員']);
const japanese = (): string => orders('顧客番号,注文日,金額', ['さくら', 'ひまわり', 'たろう商店', 'カタカナ', '東京支店']);
const western = (): string => orders('Kunde,Bestelldatum,Betrag', ['Müller', 'Café Noël', 'Señor Peña', 'Ångström', 'Français']);
const swapped = (bytes: Uint8Array): Uint8Array => bytes.map((_, i) => bytes[i ^ 1] ?? 0);

const files: readonly [string, () => Uint8Array][] = [
  ['cdnow_transactions.csv', () => data('cdnow_transactions.csv')],
  ['online_retail_slice.csv', () => gunzipSync(data('online_retail_slice.csv.gz'))],
  ['telco_churn.csv', () => gunzipSync(data('telco_churn.csv.gz'))],
  ['chinese_utf16.csv', () => Buffer.from(`\ufeff${chinese()}`, 'utf16le')],
  ['chinese_utf8.csv', () => Buffer.from(chinese())],
  ['chinese_utf16le_without_mark.csv', () => Buffer.from(chinese(), 'utf16le')],
  ['chinese_utf16be.csv', () => swapped(Buffer.from(`\ufeff${chinese()}`, 'utf16le'))],
  ['chinese_gb18030.csv', () => encoded(chinese().replaceAll('¥', ''), 'gb18030')],
  ['traditional_big5.csv', () => encoded(traditional(), 'big5')],
  ['japanese_shift_jis.csv', () => encoded(japanese(), 'shift_jis')],
  ['western_windows-1252.csv', () => encoded(western(), 'windows-1252')],
  ['western_macintosh.csv', () => encoded(western(), 'macintosh')],
];

async function reportOnPage(page: Page): Promise<unknown> {
  await expect(page.locator('value-tiers .file')).toBeVisible();
  return page.evaluate(() => {
    const widget = document.querySelector('value-tiers');
    const report: unknown = widget === null ? undefined : Reflect.get(widget, 'report');
    return JSON.parse(JSON.stringify(report)) as unknown;
  });
}

for (const [name, bytes] of files) {
  test(`${name} gives one report, in the page and on the command line`, async ({ page, traffic }) => {
    test.setTimeout(180_000);
    const path = file(name, bytes());
    const native = execFileSync('cargo', ['run', '--quiet', '--bin', 'value-tiers', '--', 'report', path], {
      cwd: root,
      maxBuffer: 64 << 20,
    });
    await open(page, traffic);
    await dropFile(page, path);
    const make = page.getByRole('button', { name: 'Make the report' });
    await expect(make.or(page.locator('value-tiers .file'))).toBeVisible({ timeout: 60_000 });
    // Where two encodings read as well, the page asks and the command line takes the likelier.
    if (await make.isVisible()) await make.click();
    const report = JSON.parse(native.toString()) as { input: { encoding: string } };
    expect(await reportOnPage(page)).toEqual(report);
    const label = /_(gb18030|big5|shift_jis|windows-1252|macintosh|utf16be|utf16le)/.exec(name)?.[1];
    if (label) expect(report.input.encoding).toBe(label.replace('utf16', 'utf-16'));
    expect(traffic.since()).toEqual([]);
  });
}

test('a large file gives one report, on one engine and on two', async ({ page, traffic }) => {
  test.setTimeout(120_000);
  const reports: unknown[] = [];
  for (const cores of [1, 2]) {
    await page.addInitScript((cores) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => cores, configurable: true });
      const asked = { ranges: 0 };
      Object.assign(window, { asked });
      const post = Worker.prototype.postMessage as (message: unknown, transfer: Transferable[]) => void;
      Object.assign(Worker.prototype, {
        postMessage(this: Worker, message: { call?: string }, transfer: Transferable[]) {
          if (message.call === 'take') asked.ranges += 1;
          post.call(this, message, transfer);
        },
      });
    }, cores);
    await open(page, traffic);
    await page.evaluate(async (text) => {
      const [header, ...rows] = text.split('\n');
      const body = `${rows.filter(Boolean).join('\n')}\n`;
      const file = new File([`${header}\n`, ...Array.from({ length: Math.ceil(70e6 / body.length) }, () => body)], 'large.csv');
      Object.assign(document.querySelector('value-tiers')!, { file });
    }, data('cdnow_transactions.csv').toString());
    await expect(page.locator('value-tiers .file')).toBeVisible({ timeout: 60_000 });
    reports.push(await reportOnPage(page));
    const taken = await page.evaluate(() => (window as unknown as { asked: { ranges: number } }).asked.ranges);
    expect(taken > 0, `${cores} cores`).toBe(cores > 1);
    expect(traffic.since()).toEqual([]);
  }
  expect(reports[1]).toEqual(reports[0]);
});
