// The offline page: one file, opened from a disk, in three browsers; its policy lets nothing out.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { firefox, inFirefox } from './firefox';
import { expect, test } from './fixtures';
import { journey, type Errand, type Seen } from './journey';
import { inWebkit, webkit } from './webkit';

const here = fileURLToPath(new URL('.', `file://${__dirname}/`));
const FILE = `${here}../../www/dist/value-tiers.html`;
const ADDRESS = pathToFileURL(FILE).href;

const errands: Errand[] = [
  { name: 'cdnow_transactions.csv', text: readFileSync(`${here}../data/cdnow_transactions.csv`, 'utf8') },
  { name: 'cdnow.xlsx', base64: readFileSync(`${here}../data/excel/cdnow.xlsx`).toString('base64') },
];

/** Every browser sees the same. */
function expectSeen(seen: Seen, { name }: Errand): void {
  const text = name.endsWith('.csv');
  expect(seen.file).toMatch(text ? /^cdnow_transactions\.csv: 2,357 customers, 6,919 rows$/ : /^cdnow\.xlsx.*: 1,000 customers, 2,891 rows$/);
  if (text) expect(seen.net).toBe('244091.94');
  expect(seen.exported).toBe(text ? 2358 : 1001);
  expect(seen.header).toMatch(/^customer,/);
  expect(seen.requests).toEqual([]);
  expect(seen.violations).toEqual([]);
  expect(seen.privacy).toContain('0 network requests since you opened the file.');
}

test('is one file of at most 1.5 MB that names no other', () => {
  expect(statSync(FILE).size).toBeLessThanOrEqual(1_500_000);
  const page = readFileSync(FILE, 'utf8');
  expect(page).toContain("default-src 'none'");
  expect(page.replace(/<script type="text\/plain".*?<\/script>/gs, '')).not.toMatch(/https?:|unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)/);
});

for (const errand of errands) {
  test(`Chromium: ${errand.name}`, async ({ context }) => {
    const asked: string[] = [];
    context.on('request', (request) => asked.push(request.url()));
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('console', (message) => { if (message.type() === 'error') wrong.push(message.text()); });
    await page.goto(ADDRESS);
    expectSeen(await page.evaluate(journey, errand), errand);
    expect(asked.filter((url) => !/^(blob|data):/.test(url))).toEqual([ADDRESS]);
    expect(wrong).toEqual([]);
  });

  test(`Firefox: ${errand.name}`, async () => {
    test.skip(!firefox, 'skipped: there is no Firefox on this machine');
    expectSeen(await inFirefox(ADDRESS, journey, errand), errand);
  });

  test(`WebKit: ${errand.name}`, async () => {
    test.skip(!webkit, 'skipped: WebKitWebDriver, MiniBrowser or Xvfb is not on this machine');
    expectSeen(await inWebkit(ADDRESS, journey, errand), errand);
  });
}

test('the browser refuses whatever the page might send', async ({ context }) => {
  const page = await context.newPage();
  await page.goto(ADDRESS);
  const refused = await page.evaluate(async () => {
    const told: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => told.push(event.effectiveDirective));
    await fetch('https://value-tiers.invalid/').catch(() => undefined);
    new Image().src = 'https://value-tiers.invalid/x.png';
    navigator.sendBeacon('https://value-tiers.invalid/', 'x');
    const script = document.createElement('script');
    script.textContent = 'globalThis.intruder = true';
    document.body.append(script);
    await new Promise((later) => setTimeout(later, 200));
    return { told, intruder: Reflect.has(globalThis, 'intruder') };
  });
  expect(refused.told).toEqual(expect.arrayContaining(['connect-src', 'img-src', 'script-src-elem']));
  expect(refused.intruder).toBe(false);
});
