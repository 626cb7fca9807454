// The page opens, the widget is there, and opening it breaks no promise.
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
