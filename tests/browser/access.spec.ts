// For everyone: no violation of WCAG 2.2 AA that a machine can find, on every screen, in every language, light and dark;
// and the whole way to a report by keyboard alone.
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const AMBIGUOUS = `customer,date,amount\n${Array.from({ length: 60 }, (_, i) => `C${i % 20},0${1 + (i % 9)}/0${1 + (i % 7)}/2024,${i}.5`).join('\n')}\n`;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const lang of ['en', 'zh-Hans', 'zh-Hant'] as const) {
    test(`every screen, ${lang}, ${colorScheme}`, async ({ page, traffic }) => {
      await bringAxe(page);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await open(page, traffic);
      await page.locator('value-tiers').evaluate((widget, tag) => { (widget as HTMLElement).lang = tag; }, lang);
      expect(await violations(page), 'empty').toEqual([]);

      await dropFile(page, { name: 'orders.csv', text: '' });
      await expect(page.getByRole('alert')).not.toHaveText('');
      expect(await violations(page), 'failure').toEqual([]);

      await dropFile(page, { name: 'orders.csv', text: AMBIGUOUS });
      await expect(page.locator('value-tiers .question')).toBeVisible();
      expect(await violations(page), 'check').toEqual([]);
      await page.locator('value-tiers .button.primary').click();
      await expect(page.locator('value-tiers .file')).toBeVisible();

      await page.locator('value-tiers .customers tbody th button').first().click();
      expect(await violations(page), 'report').toEqual([]);
    });
  }
}

test('320 px wide: nothing is cut off', async ({ page, traffic }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await open(page, traffic);
  const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await beyond(), 'empty').toBe(0);
  await dropFile(page, { name: 'orders.csv', text: AMBIGUOUS });
  await expect(page.getByRole('button', { name: 'Make the report' })).toBeEnabled();
  expect(await beyond(), 'check').toBe(0);
  await page.getByRole('button', { name: 'Make the report' }).click();
  await expect(page.locator('value-tiers .file')).toBeVisible();
  expect(await beyond(), 'report').toBe(0);
});

test('from the empty page to a customer by keyboard', async ({ page, traffic }) => {
  await open(page, traffic);
  const focused = () => page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.textContent?.trim() ?? '');
  const tabTo = async (text: RegExp) => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if (text.test(await focused())) return;
    }
    throw new Error(`no way to ${text} by Tab`);
  };
  await tabTo(/^Try with sample data$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('value-tiers .file')).toBeVisible();
  // Whoever pressed the button goes on at the new heading, not at the top of the page.
  expect(await focused()).toBe('The answer');
  await page.getByRole('button', { name: 'Your customers' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(focused).toBe('Your customers');
  await tabTo(/^C\d+$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('value-tiers .why')).toBeVisible();
});
