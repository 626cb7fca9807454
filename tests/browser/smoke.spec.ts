// The page opens, the widget is there, and opening it breaks no promise.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, open, test } from './fixtures';

test('the page opens and shows the widget', async ({ page, traffic }) => {
  await open(page, traffic);
  const widget = page.locator('value-tiers');
  await expect(widget).toBeVisible();
  const drawn = await widget.evaluate((element) => (element.shadowRoot?.childElementCount ?? 0) > 0);
  expect(drawn, 'the element is registered and has drawn itself').toBe(true);
  await expect(page).toHaveTitle(/\S/);
});

test('the page carries the policy that forbids the network', async ({ context, address }) => {
  // Not the watched page: the breach is meant.
  const page = await context.newPage();
  await page.goto(address);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("connect-src 'self'");
  const refused = await page.evaluate(async () => {
    // No machine has this name (RFC 2606), so that a page without the policy would fail here in another way.
    const breach = new Promise<string>((tell) => {
      document.addEventListener('securitypolicyviolation', (event) => {
        tell(event.effectiveDirective);
      });
    });
    await fetch('https://value-tiers.invalid/').catch(() => undefined);
    return breach;
  });
  expect(refused).toBe('connect-src');
});

test('what the page needs before it takes a file weighs at most 350 kB gzipped', async ({ context, address }) => {
  // Not the watched page: what comes in behind is kept from it for ever.
  const page = await context.newPage();
  const sizes: Promise<[string, number]>[] = [];
  await page.route(/_rest|report-|excel/, () => undefined);
  page.on('response', (response) => {
    sizes.push(response.body().then((body) => [new URL(response.url()).pathname, gzipSync(body, { level: 9 }).length]));
  });
  await page.goto(address);
  const looked = page.locator('value-tiers .check');
  const chosen = page.waitForEvent('filechooser');
  await page.locator('value-tiers .zone').click();
  await (await chosen).setFiles(join(__dirname, '../data/cdnow_transactions.csv'));
  await expect(looked.or(page.locator('value-tiers .working')).first()).toBeVisible();
  const weighed = await Promise.all(sizes);
  const total = weighed.reduce((sum, [, size]) => sum + size, 0);
  console.log(`first load: ${(total / 1e3).toFixed(1)} kB gzipped in ${weighed.length} files`);
  expect(weighed.some(([name]) => name.endsWith('.wasm')), 'the engine is among them').toBe(true);
  expect(total).toBeLessThanOrEqual(350_000);
});
