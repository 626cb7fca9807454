// The watched page sees what it is there for.
import { expect, open, test } from './fixtures';

test.beforeEach(async ({ page, traffic, wrong }) => {
  await open(page, traffic);
  expect(wrong, 'nothing is wrong with the page itself').toEqual([]);
});

/** Waits until something went wrong, takes it out, and gives it. */
async function taken(wrong: string[]): Promise<string> {
  await expect.poll(() => wrong.length).toBeGreaterThan(0);
  // A breach is told twice, by the event and by the console.
  await new Promise((done) => setTimeout(done, 100));
  return wrong.splice(0).join('\n');
}

test('a console error', async ({ page, wrong }) => {
  await page.evaluate(() => console.error('on purpose'));
  expect(await taken(wrong)).toContain('console: on purpose');
});

test('an uncaught error', async ({ page, wrong }) => {
  await page.evaluate(() => void setTimeout(() => Promise.reject(new Error('on purpose'))));
  expect(await taken(wrong)).toContain('uncaught: on purpose');
});

test('an inline style, which the policy forbids', async ({ page, wrong }) => {
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'));
  expect(await taken(wrong)).toContain('policy: style-src-attr blocked inline');
});

test('an image from another host', async ({ page, wrong }) => {
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://value-tiers.invalid/x.png';
    document.body.append(image);
  });
  expect(await taken(wrong)).toContain('policy: img-src blocked https://value-tiers.invalid/x.png');
});

test('a file that is not there', async ({ page, wrong }) => {
  await page.evaluate(() => fetch('./none').then(() => undefined));
  expect(await taken(wrong)).toContain('404 for');
});

test('a request after the page has loaded, its own server or not', async ({ page, address, traffic }) => {
  expect(traffic.since()).toEqual([]);
  await page.evaluate(() => fetch('./?again').then(() => undefined));
  expect(traffic.since()).toEqual([`${address}?again`]);
  traffic.mark();
  expect(traffic.since()).toEqual([]);
});

test('the script of a new worker', async ({ page, address, traffic, wrong }) => {
  await page.evaluate(() => void new Worker('./none.js', { type: 'module' }));
  expect(await taken(wrong)).toContain('404 for');
  expect(traffic.since()).toEqual([`${address}none.js`]);
});
