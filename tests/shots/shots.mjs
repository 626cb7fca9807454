// Pictures of every view, in every language, light and dark, wide and narrow, and on paper. `cargo xtask shots` calls it with
// everything built and served; the pictures lie in OUT, one folder for each look.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { chromium } = createRequire(new URL('../../www/package.json', import.meta.url))('@playwright/test');
const { PAGE, FILE, OUT, VALUE_TIERS_CHROMIUM } = process.env;

const looks = ['en', 'zh-Hans', 'zh-Hant'].flatMap((lang) => ['light', 'dark'].flatMap((theme) => [1280, 360].map((width) => ({ lang, theme, width }))));
const QUESTION = `customer,date,amount\n${Array.from({ length: 60 }, (_, i) => `C${i % 20},0${1 + (i % 9)}/0${1 + (i % 7)}/2024,${i}.5`).join('\n')}\n`;

const browser = await chromium.launch({ executablePath: VALUE_TIERS_CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
let taken = 0;

for (const { lang, theme, width } of looks) {
  const folder = join(OUT, `${lang}-${theme}-${width}`);
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({
    viewport: { width, height: 800 }, locale: lang === 'en' ? 'en-GB' : lang === 'zh-Hans' ? 'zh-CN' : 'zh-TW', colorScheme: theme, reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.goto(PAGE, { waitUntil: 'load' });
  const widget = page.locator('value-tiers');
  await widget.locator('.sample button:not([disabled])').waitFor();
  const shot = async (name, target = page) => {
    await target.screenshot({ path: join(folder, `${name}.png`), ...(target === page ? { fullPage: true } : {}) });
    taken += 1;
  };
  const give = async (name, text) => widget.evaluate((element, [name, text]) => { element.file = new File([text], name); }, [name, text]);

  await shot('1-empty');
  await widget.locator('.foot summary').click();
  await shot('2-privacy', widget.locator('.foot'));
  await give('notes.csv', '');
  await widget.getByRole('alert').waitFor();
  await shot('3-failure');
  await give('orders.csv', QUESTION);
  await widget.locator('.question').first().waitFor();
  await shot('4-check');
  const input = page.locator('#shots');
  await page.evaluate(() => {
    const made = document.createElement('input');
    made.type = 'file';
    made.id = 'shots';
    made.hidden = true;
    document.body.append(made);
  });
  await input.setInputFiles(FILE);
  await widget.evaluate((element) => {
    element.file = document.querySelector('#shots').files[0];
    document.querySelector('#shots').remove();
  });
  await widget.locator('table.customers tbody tr').first().waitFor({ timeout: 60_000 });
  // Views that calculate when they come near the screen.
  for (const section of await widget.locator('[data-section]').all()) {
    await section.scrollIntoViewIfNeeded();
    await page.waitForTimeout(400);
  }
  for (const section of await widget.locator('[data-section]').all()) {
    await shot(`5-${await section.getAttribute('data-section')}`, section);
  }
  // The other faces of WHO.
  const faces = widget.locator('[data-section="who"] .r-switch').first().locator('label, button');
  for (let face = 1; face < await faces.count(); face += 1) {
    await faces.nth(face).click();
    await page.waitForTimeout(500);
    await shot(`6-who-${face + 1}`, widget.locator('[data-section="who"]'));
  }
  if (width === 1280 && theme === 'light') {
    await page.pdf({ path: join(folder, 'paper.pdf'), format: 'A4', printBackground: true });
    await page.emulateMedia({ media: 'print' });
    // As wide as A4 between its margins.
    await page.setViewportSize({ width: 718, height: 1000 });
    await shot('7-paper');
  }
  await context.close();
  console.log(`${lang}, ${theme}, ${width} px`);
}
await browser.close();
console.log(`${taken} pictures in ${OUT}`);
