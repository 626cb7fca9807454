// The card of a customer, and segments of one's own.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const cdnow = readFileSync(fileURLToPath(new URL('../data/cdnow_transactions.csv', `file://${__filename}`))).toString();
const section = (page: Page, id: string): Locator => page.locator(`value-tiers [data-section="${id}"]`);
const card = (page: Page): Locator => page.locator('value-tiers dialog');

test('a name opens the card by keyboard, Escape closes it, and the focus is back', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: cdnow });
  const name = section(page, 'customers').locator('tbody th button').first();
  await name.focus();
  await page.keyboard.press('Enter');
  await expect(card(page).getByRole('heading', { level: 3 })).toHaveText(await name.innerText());
  await expect(card(page)).toContainText(/orders from .* usually every \d+ days?/);
  await expect(card(page)).toContainText('What would move this customer');
  await expect(card(page)).toContainText(/One more order within \d+ days? \(by .*\): .*high value\./);
  await expect(card(page)).toContainText('There is no tier above');
  await page.keyboard.press('Escape');
  await expect(card(page)).toHaveCount(0);
  await expect(name).toBeFocused();

  // Masked: the card has no name either.
  await page.locator('value-tiers').getByRole('button', { name: 'Mask customers' }).click();
  await expect(name).toHaveText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await name.click();
  await expect(card(page).getByRole('heading', { level: 3 })).toHaveText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await card(page).getByRole('button', { name: 'Close' }).click();
  expect(traffic.since()).toEqual([]);
});

test('a note on a customer stays while the file is open, leaves with the list, and comes back with it', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: cdnow });
  const name = section(page, 'customers').locator('tbody th button').first();
  const who = await name.innerText();
  const note = card(page).getByLabel('Note');
  await name.click();
  await note.fill('=calls, never mails ');
  await page.keyboard.press('Escape');
  await name.click();
  await expect(note).toHaveValue('=calls, never mails ');
  await page.keyboard.press('Escape');
  const [download] = await Promise.all([page.waitForEvent('download'), section(page, 'customers').getByRole('button', { name: /^Download/ }).click()]);
  const list = readFileSync(await download.path(), 'utf8');
  expect(list.split('\r\n')[0]).toMatch(/,note$/);
  expect(list).toMatch(new RegExp(`^${who},.*,"'=calls, never mails"\r?$`, 'm'));

  await dropFile(page, { name: 'cdnow.csv', text: cdnow }, { name: 'list.csv', text: list });
  await expect(section(page, 'data')).toContainText('list.csv');
  await name.click();
  await expect(card(page).getByRole('heading', { level: 3 })).toHaveText(who);
  await expect(note).toHaveValue('=calls, never mails');
  await page.keyboard.press('Escape');
  await page.locator('value-tiers').getByRole('button', { name: 'Mask customers' }).click();
  await expect(name).toHaveText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
  await name.click();
  await expect(note).toHaveCount(0);
  expect(traffic.since()).toEqual([]);
});

for (const [lang, colorScheme, width] of [['en', 'light', 1280], ['zh-Hant', 'dark', 360]] as const) {
  test(`no violation that a machine can find, ${lang}, ${colorScheme}, ${width} px`, async ({ page, traffic }) => {
    await bringAxe(page);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 900 });
    await open(page, traffic);
    await page.locator('value-tiers').evaluate((widget, tag) => { (widget as HTMLElement).lang = tag; }, lang);
    await dropFile(page, { name: 'cdnow.csv', text: cdnow });
    await section(page, 'customers').locator('tbody th button').nth(3).click();
    await card(page).waitFor();
    for (const summary of await card(page).locator('summary').all()) await summary.click();
    expect(await violations(page)).toEqual([]);
    expect(await card(page).evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(0);
  });
}

test('a segment of one’s own: counted while it is made, kept in the settings, a filter of the list', async ({ page, traffic }) => {
  await bringAxe(page);
  await page.setViewportSize({ width: 360, height: 900 });
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: cdnow });
  const own = section(page, 'who').locator('.r-own');
  await own.getByRole('button', { name: 'New segment' }).focus();
  await page.keyboard.press('Enter');
  await expect(own.getByLabel('Name')).toBeFocused();
  await page.keyboard.type('Steady & big');
  // Recounted from the rows: 1,139 of 2,357 customers bought on two days or more.
  await expect(own.getByRole('status')).toHaveText(/^1,139 customers \(48\.3%\)/);
  const before = await own.getByRole('status').innerText();
  await own.getByRole('button', { name: 'Add a condition' }).click();
  const second = own.getByRole('group', { name: 'Condition 2' });
  await second.getByLabel('What').selectOption({ label: 'Segment' });
  await expect(own.getByRole('status')).toHaveText('Fill in every condition to see who is in it.');
  await second.getByRole('checkbox', { name: 'Champions' }).check();
  await expect(own.getByRole('status')).toHaveText(/customers/);
  const narrowed = await own.getByRole('status').innerText();
  expect(narrowed).not.toBe(before);
  await own.getByRole('radio', { name: 'Any' }).check();
  await expect(own.getByRole('status')).toHaveText(before);
  await own.getByRole('radio', { name: 'All' }).check();
  await expect(own.getByRole('status')).toHaveText(narrowed);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  await own.getByRole('button', { name: 'Save segment' }).click();
  await expect(own.getByRole('button', { name: 'New segment' })).toBeFocused();
  await expect(own.getByRole('row', { name: /Steady & big/ })).toContainText('Orders is at least 2 and Segment is one of Champions');

  await own.getByRole('button', { name: 'Steady & big', exact: true }).click();
  const count = narrowed.split(' ')[0];
  await expect(section(page, 'customers').getByRole('status').first()).toHaveText(`${count} customers in this list`);

  // Saved and read again, beside one that asks for a column which this file has not.
  const settings = await page.locator('value-tiers').evaluate((widget) => (widget as unknown as { save(): object }).save());
  const tall = { name: 'Tall', matching: 'all', conditions: [{ column: 'Height', test: 'at_least', number: 180 }] };
  await page.locator('value-tiers').evaluate(async (widget, given) => {
    await (widget as unknown as { restore(settings: unknown): Promise<void> }).restore(given);
  }, { ...settings, own_segments: [...(settings as { own_segments: unknown[] }).own_segments, tall] });
  await expect(own.getByRole('row', { name: /Tall/ })).toContainText('This file has no column named Height.');
  await expect(own.getByRole('row', { name: /Steady & big/ })).toContainText(`${count}`);
  expect(traffic.since()).toEqual([]);
});
