// The npm package as portal owners use it: packed, installed and built in small projects of their own, each served under
// the strictest policy it can live with, and walked through like our own page.
import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import { journey } from './journey';

const here = fileURLToPath(new URL('.', `file://${__dirname}/`));
const www = `${here}../../www`;
const consumers = join(process.env['CARGO_TARGET_DIR'] ?? `${here}../../target`, 'consumers');
const ERRAND = { name: 'cdnow_transactions.csv', text: readFileSync(`${here}../data/cdnow_transactions.csv`, 'utf8') };

const STRICT = "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
const KINDS: Record<string, string> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm',
};

// As much of the package's types as is used here; that they are right is a test of its own.
interface Report {
  totals: { net: string };
}
type Analyse = (file: File, settings?: object) => Promise<{
  report: Report;
  customers(query: object): Promise<{ total: number; rows: { net: string }[] }>;
  dispose(): void;
}>;
interface Framed extends EventTarget {
  call(call: string, argument?: unknown): Promise<unknown>;
}

/** Serves folders, each from an origin of its own. */
class Hosts {
  #servers: Server[] = [];

  /** `change` writes into the pages, as whoever serves them would. */
  async serve(folder: string, policy: string, change = (page: string): string => page): Promise<string> {
    const server = createServer((request, response) => {
      const path = join(folder, normalize(new URL(request.url ?? '/', 'http://host').pathname).replace(/\/$/, '/index.html'));
      if (!existsSync(path) || !statSync(path).isFile()) {
        response.writeHead(404).end();
        return;
      }
      response.writeHead(200, {
        'content-type': KINDS[extname(path)] ?? 'application/octet-stream', 'content-security-policy': policy, 'cache-control': 'max-age=3600',
      });
      if (extname(path) === '.html') response.end(change(readFileSync(path, 'utf8')));
      else createReadStream(path).pipe(response);
    });
    this.#servers.push(server);
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  end(): void {
    for (const server of this.#servers) server.close();
  }
}

const test = base.extend<{ hosts: Hosts }, { built: string }>({
  built: [
    async ({}, use) => {
      execFileSync(process.execPath, [`${www}/pack/consumers.mjs`], { stdio: 'inherit' });
      await use(consumers);
    },
    { scope: 'worker', timeout: 300_000, auto: true },
  ],
  hosts: async ({}, use) => {
    const hosts = new Hosts();
    await use(hosts);
    hosts.end();
  },
});

/** What went wrong on a page, and every request after it stood still. */
function watch(context: BrowserContext): { wrong: string[]; asked: string[] } {
  const seen = { wrong: [] as string[], asked: [] as string[] };
  context.on('request', (request) => { if (!/^(blob|data):/.test(request.url())) seen.asked.push(request.url()); });
  context.on('console', (message) => { if (message.type() === 'error') seen.wrong.push(message.text()); });
  context.on('weberror', (error) => seen.wrong.push(error.error().message));
  return seen;
}

const walked = {
  file: 'cdnow_transactions.csv: 2,357 customers, 6,919 rows', net: '244091.94', exported: 2358, requests: [], violations: [],
  privacy: expect.stringContaining('0 network requests since you opened the file.') as unknown,
  header: expect.stringMatching(/^customer,/) as unknown,
};

/** Loads a page and waits until it asks for nothing more. */
async function still(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
}

for (const [name, folder, policy] of [
  ['Vite', 'vite/dist', STRICT],
  ['webpack', 'webpack/dist', STRICT],
  ['a plain script tag', 'plain', STRICT],
  ['everything in one script', 'inline', `${STRICT}; worker-src blob:`],
] as const) {
  test(`${name}: from a file to figures and a list`, async ({ context, page, hosts, built }) => {
    const seen = watch(context);
    await still(page, `${await hosts.serve(join(built, folder), policy)}/`);
    const before = seen.asked.length;
    expect(await page.evaluate(journey, ERRAND)).toEqual(walked);
    expect(seen.asked.slice(before)).toEqual([]);
    expect(seen.wrong).toEqual([]);
  });
}

test('several files one after another ask for nothing, and the element ends its Workers when it goes', async ({ context, page, hosts, built }) => {
  const seen = watch(context);
  await still(page, `${await hosts.serve(join(built, 'vite/dist'), STRICT)}/`);
  const before = seen.asked.length;
  const customers = await page.evaluate(async () => {
    const element = document.querySelector('value-tiers');
    if (!element) throw new Error('no element');
    const found: unknown[] = [];
    for (let size = 3; size < 7; size += 1) {
      const reported = new Promise<CustomEvent>((resolve) => element.addEventListener('value-tiers-report', (event) => resolve(event as CustomEvent), { once: true }));
      const rows = Array.from({ length: size * 3 }, (_, i) => ({ customer: `C${i % size}`, date: `2024-0${1 + Math.floor(i / size)}-15`, amount: 10.5 + i }));
      Reflect.set(element, 'rows', rows);
      found.push(((await reported).detail as { report: { totals: { customers: number } } }).report.totals.customers);
    }
    element.remove();
    return found;
  });
  expect(customers).toEqual([3, 4, 5, 6]);
  expect(seen.asked.slice(before)).toEqual([]);
  await expect.poll(() => page.workers().length).toBe(0);
  expect(seen.wrong).toEqual([]);
});

test('the engine without any page around it', async ({ context, page, hosts, built }) => {
  const seen = watch(context);
  await still(page, `${await hosts.serve(join(built, 'vite/dist'), STRICT)}/`);
  const got = await page.evaluate(async (text) => {
    const analyse = Reflect.get(window, 'analyse') as Analyse;
    const analysis = await analyse(new File([text], 'orders.csv'), { as_of: '1998-06-30' });
    const { total, rows } = await analysis.customers({ offset: 0, limit: 2, sort: 'net', descending: true });
    analysis.dispose();
    const failure = await analyse(new File([''], 'empty.csv')).then(() => 'none', (thrown: { failure: { code: string } }) => thrown.failure.code);
    return { net: analysis.report.totals.net, total, first: rows[0]?.net, failure };
  }, ERRAND.text);
  expect(got).toEqual({ net: '244091.94', total: 2357, first: '6552.70', failure: 'empty-file' });
  expect(seen.wrong).toEqual([]);
});

test('it has types, and is imported where there is no browser', ({ built }) => {
  const folder = join(built, 'vite');
  execFileSync(process.execPath, ['--input-type=module', '-e', `
    for (const entry of ['', '/element', '/engine', '/frame']) await import('value-tiers' + entry);
  `], { cwd: folder });
  execFileSync(process.execPath, [`${www}/node_modules/typescript/bin/tsc`, '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext',
    '--moduleResolution', 'bundler', '--noUncheckedSideEffectImports', 'false', 'main.ts'], { cwd: folder, stdio: 'inherit' });
});

test.describe('in a frame', () => {
  test('the portal commands it and hears of the report', async ({ context, page, hosts, built }) => {
    const seen = watch(context);
    const portal = await hosts.serve(join(built, 'portal'), '');
    const policy = readFileSync(`${www}/csp.txt`, 'utf8').trim();
    const frame = await hosts.serve(join(built, 'portal/node_modules/value-tiers/standalone'), policy,
      (text) => text.replace('name="value-tiers-origins" content=""', `name="value-tiers-origins" content="${portal}"`));
    await page.goto(`${portal}/?frame=${frame}/embed.html`, { waitUntil: 'networkidle' });
    const told = await page.evaluate(async (text) => {
      const widget = await (Reflect.get(window, 'widget') as Promise<Framed>);
      await widget.call('set', { lang: 'zh-Hant' });
      const reported = new Promise((resolve) => widget.addEventListener('report', resolve, { once: true }));
      await widget.call('file', new File([text], 'orders.csv'));
      await reported;
      const unknown = await widget.call('none').then(() => '', String);
      return { net: ((await widget.call('report')) as Report | undefined)?.totals.net, saved: typeof (await widget.call('save')), unknown };
    }, ERRAND.text);
    expect(told).toEqual({ net: '244091.94', saved: 'object', unknown: 'Error: Error: no such call' });
    await expect(page).toHaveTitle('2357 customers');
    const inside = page.frames()[1];
    await expect(page.frameLocator('iframe').locator('value-tiers')).toHaveAttribute('lang', 'zh-Hant');
    await page.evaluate(async () => (await (Reflect.get(window, 'widget') as Promise<Framed>)).call('wipe'));
    expect(await inside?.evaluate(journey, ERRAND)).toEqual(walked);
    expect(seen.wrong).toEqual([]);
  });

  test('a page of another origin gets no answer', async ({ page, hosts, built }) => {
    const stranger = await hosts.serve(join(built, 'portal'), '');
    const frame = await hosts.serve(join(built, 'portal/node_modules/value-tiers/standalone'), '',
      (text) => text.replace('name="value-tiers-origins" content=""', 'name="value-tiers-origins" content="https://portal.invalid"'));
    await page.goto(`${stranger}/?frame=${frame}/embed.html`, { waitUntil: 'networkidle' });
    const heard = await page.evaluate(async () => {
      const messages: unknown[] = [];
      addEventListener('message', ({ data }) => messages.push(data));
      await new Promise((later) => setTimeout(later, 1500));
      return messages;
    });
    expect(heard).toEqual([]);
    await expect(page.frameLocator('iframe').locator('value-tiers .zone')).toBeVisible();
  });
});
