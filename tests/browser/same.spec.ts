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

const files: readonly [string, () => Uint8Array][] = [
  ['cdnow_transactions.csv', () => data('cdnow_transactions.csv')],
  ['online_retail_slice.csv', () => gunzipSync(data('online_retail_slice.csv.gz'))],
  ['telco_churn.csv', () => gunzipSync(data('telco_churn.csv.gz'))],
  ['chinese_utf16.csv', () => Buffer.from(`\ufeff${chinese()}`, 'utf16le')],
  ['chinese_utf8.csv', () => Buffer.from(chinese())],
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
    expect(await reportOnPage(page)).toEqual(JSON.parse(native.toString()));
    expect(traffic.since()).toEqual([]);
  });
}
