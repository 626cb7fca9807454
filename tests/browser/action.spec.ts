// From report to action: findings by goal and the one page for paper, a budget, the agenda, plays in own words.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { bringAxe, dropFile, expect, open, test, violations } from './fixtures';

const cdnow = readFileSync(fileURLToPath(new URL('../data/cdnow_transactions.csv', `file://${__filename}`))).toString();
const section = (page: Page, id: string): Locator => page.locator(`value-tiers [data-section="${id}"]`);
const title = (page: Page, id: string): Locator => section(page, id).getByRole('heading', { level: 3 }).first();

test('a goal brings its findings to the front, and one page of them is printed', async ({ page, traffic }) => {
  await page.addInitScript(() => { window.print = () => Reflect.set(window, 'printed', document.querySelector('value-tiers')?.shadowRoot?.querySelector('.r-brief')?.textContent); });
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: cdnow });
  const findings = section(page, 'answer').locator('.r-finding');
  await expect(findings).toHaveCount(5);
  await section(page, 'answer').getByRole('radio', { name: 'Grow the middle' }).check();
  await expect(findings.first()).toContainText('For your goal');
  const sentence = await findings.first().locator('.r-sentence').innerText();
  await section(page, 'answer').getByRole('button', { name: 'Print one page' }).click();
  await expect.poll(() => page.evaluate(() => String(Reflect.get(window, 'printed')))).toContain(sentence);
  expect(traffic.since()).toEqual([]);
});

test('a budget is split under the person’s own figures', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: cdnow });
  const plan = section(page, 'plan');
  await plan.scrollIntoViewIfNeeded();
  await expect(title(page, 'plan')).toHaveText(/is at stake: say what a contact costs/);
  await plan.getByLabel('Budget', { exact: true }).fill('100');
  const save = plan.getByRole('group', { name: 'Save' });
  await save.getByLabel('Cost per contact').fill('2');
  await save.getByLabel('Response, %').fill('20');
  await plan.getByRole('button', { name: 'Split the budget' }).click();
  // Two a contact: fifty contacts, all of them in the one group that has figures.
  await expect(title(page, 'plan')).toHaveText(/^Of a budget of 100.00, 100.00 would keep .* if your figures hold$/);
  await expect(plan).toContainText(/50 of [\d,]+ customers contacted/);
});

test('the agenda follows the contacts a day; a play in own words is kept, restored and shown', async ({ page, traffic }) => {
  await open(page, traffic);
  await dropFile(page, { name: 'cdnow.csv', text: cdnow });
  const agenda = section(page, 'agenda');
  await agenda.scrollIntoViewIfNeeded();
  await expect(title(page, 'agenda')).toHaveText(/^50 contacts in 5 working days reach .* at stake; 2,266 more are waiting$/);
  await expect(agenda).toContainText('23 customers due to order');
  await agenda.getByLabel('Contacts a day').fill('20');
  await agenda.getByLabel('Contacts a day').press('Tab');
  await expect(title(page, 'agenda')).toHaveText(/^100 contacts in 5 working days/);
  const name = agenda.locator('[data-lane="contacts"] tbody th button').first();
  await name.click();
  await expect(page.locator('value-tiers dialog').getByRole('heading', { level: 3 })).toHaveText(await name.innerText());
  await page.keyboard.press('Escape');

  const play = agenda.locator('.r-play').first();
  await play.locator('summary').click();
  await play.getByRole('textbox').fill('Write by hand <b>first</b>.');
  await play.getByRole('button', { name: 'Keep' }).click();
  await expect(play.locator('.r-do dd')).toHaveText('Write by hand <b>first</b>.');
  const settings = await page.locator('value-tiers').evaluate((widget) => (widget as unknown as { save(): object }).save());
  await play.locator('summary').click();
  await play.getByRole('button', { name: 'Back to the playbook' }).click();
  await expect(play.locator('.r-do dd')).not.toContainText('by hand');
  await page.locator('value-tiers').evaluate((widget, given) => (widget as unknown as { restore(settings: object): Promise<void> }).restore(given), settings);
  await agenda.scrollIntoViewIfNeeded();
  await expect(agenda.locator('.r-play').first().locator('.r-do dd')).toHaveText('Write by hand <b>first</b>.');
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
    for (const id of ['agenda', 'plan']) {
      await section(page, id).scrollIntoViewIfNeeded();
      await expect(title(page, id)).toHaveText(/\d/);
      for (const summary of await section(page, id).locator('summary').all()) await summary.click();
    }
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test('first orders are followed up after so many days, and each step is a list', async ({ page, traffic }) => {
  const day = (back: number): string => new Date(Date.UTC(2024, 2, 31) - back * 86_400_000).toISOString().slice(0, 10);
  // A first order on each of 41 days; every third customer has ordered again on the last.
  const rows = Array.from({ length: 41 }, (_, back) => {
    const customer = `c${String(back).padStart(2, '0')}`;
    return `${customer},${day(back)},20.00\n${back % 3 === 0 && back > 0 ? `${customer},${day(0)},5.00\n` : ''}`;
  });
  await open(page, traffic);
  await dropFile(page, { name: 'orders.csv', text: `customer,date,amount\n${rows.join('')}` });
  const agenda = section(page, 'agenda');
  await agenda.scrollIntoViewIfNeeded();
  const lane = agenda.locator('[data-lane="follow_ups"]').last();
  await expect(lane.getByRole('heading')).toHaveText('13 first orders to follow up');
  const step = lane.getByRole('listitem').filter({ hasText: /^\s*14 days/ });
  await expect(step).toContainText('2 customers left out, who ordered again');
  await agenda.getByLabel('Days after a first order').fill('a week');
  await agenda.getByLabel('Days after a first order').press('Tab');
  await expect(lane.getByRole('heading')).toHaveText('13 first orders to follow up');
  await agenda.getByLabel('Days after a first order').fill('14, 7');
  await agenda.getByLabel('Days after a first order').press('Tab');
  await expect(lane.getByRole('heading')).toHaveText('12 first orders to follow up');
  await step.getByRole('button').click();
  await expect(page.locator('value-tiers [data-section="customers"]').getByRole('status').first()).toContainText('5 customers in this list');
  expect(traffic.since()).toEqual([]);
});
