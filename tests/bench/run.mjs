// Drives one Chromium through all contenders, several times over, each time in another order and on a page of its
// own, and prints medians. `cargo xtask bench` calls it with everything built.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';

const { chromium } = createRequire(new URL('../../www/package.json', import.meta.url))('@playwright/test');
const { PAGE, PEERS, FILE, LIVES, NATIVE, PYTHON, REPEAT, RESULT, VALUE_TIERS_CHROMIUM } = process.env;

const ours = 'Value Tiers, whole report on the page';
const withoutModels = 'Value Tiers, report without models on the page';

// What went wrong, not where in this file.
process.on('uncaughtException', (error) => {
  console.error(error.message);
  process.exit(1);
});

/** Name → milliseconds, one for each repetition. */
const times = new Map();
/** Name → what was found; the same for all, or the run is worth nothing. */
const found = new Map();
/** Milliseconds of every main-thread task over 50 ms while our report was made. */
const longTasks = [];

function note(name, ms) {
  times.set(name, [...(times.get(name) ?? []), ms]);
}

function agree(name, { customers, orders, cents }) {
  const mine = `${customers} customers, ${orders} orders, ${cents} hundredths`;
  const [other] = found.entries();
  if (other && other[1] !== mine) {
    throw new Error(`${name} found ${mine}, but ${other[0]} found ${other[1]}`);
  }
  found.set(name, mine);
}

const browser = await chromium.launch({
  executablePath: VALUE_TIERS_CHROMIUM,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});

async function onPage(address, work) {
  // A context of its own: nothing is cached from the contender before.
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(address, { waitUntil: 'networkidle' });
    return await work(page);
  } finally {
    await context.close();
  }
}

async function fileOn(page, file = FILE) {
  const input = await page.evaluateHandle(() => {
    const made = document.createElement('input');
    made.type = 'file';
    return made;
  });
  await input.setInputFiles(file);
  return input;
}

async function peer(name, method) {
  const outcome = await onPage(PEERS, async (page) =>
    page.evaluate(([input, method]) => window.peers[method](input.files[0]), [await fileOn(page), method]),
  );
  note(name, outcome.ms);
  agree(name, outcome);
}

async function valueTiers(name, settings) {
  const { ms, tasks, totals } = await onPage(PAGE, async (page) =>
    page.evaluate(async ([input, settings]) => {
      await customElements.whenDefined('value-tiers');
      const element = document.querySelector('value-tiers');
      const tasks = [];
      const observer = new PerformanceObserver((list) => {
        tasks.push(...list.getEntries().map((entry) => entry.duration));
      });
      observer.observe({ type: 'longtask' });
      const outcome = await new Promise((resolve, reject) => {
        element.addEventListener('value-tiers-report', () => resolve({ ms: performance.now() - start }));
        element.addEventListener('value-tiers-error', (event) => reject(new Error(JSON.stringify(event.detail))));
        setTimeout(() => reject(new Error('no report after 120 s: does the page wait for an answer?')), 120_000);
        const start = performance.now();
        element.settings = settings;
        element.file = input.files[0];
      });
      // Drawing the report is part of what may not block.
      await new Promise((resolve) => setTimeout(resolve, 1000));
      tasks.push(...observer.takeRecords().map((entry) => entry.duration));
      return { ...outcome, tasks, totals: element.report.totals };
    }, [await fileOn(page), settings]),
  );
  note(name, ms);
  longTasks.push(...tasks);
  agree(name, {
    customers: totals.customers,
    orders: totals.orders,
    cents: Math.round(Number(totals.net) * 100),
  });
}

/** From a move of the as-of slider, of a weight or of a threshold to the frame in which the page shows the report of it. */
async function slider() {
  const { customers, days, weights, thresholds } = await onPage(PAGE, async (page) =>
    page.evaluate(async (input) => {
      await customElements.whenDefined('value-tiers');
      const element = document.querySelector('value-tiers');
      await new Promise((resolve) => {
        element.addEventListener('value-tiers-report', resolve);
        element.file = input.files[0];
      });
      const root = element.shadowRoot;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const moved = async (controlOf, shownOf, valueOf) => {
        await new Promise((resolve) => setTimeout(resolve, 3000));
        const [control, shown] = [controlOf(), shownOf()];
        const moves = [];
        for (let step = 1; step <= 12; step += 1) {
          const changed = new Promise((resolve) => {
            const observer = new MutationObserver(() => {
              observer.disconnect();
              resolve();
            });
            observer.observe(shown, { subtree: true, characterData: true, childList: true });
          });
          const start = performance.now();
          control.value = String(valueOf(step));
          control.dispatchEvent(new Event('input', { bubbles: true }));
          await changed;
          await frame();
          moves.push(performance.now() - start);
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        control.dispatchEvent(new Event('change', { bubbles: true }));
        return moves;
      };
      const find = (selector) => () => root.querySelector(selector);
      const weights = await moved(
        find('[data-section="worth"] input[name="slide-monetary"]'), find('[data-section="worth"] .r-tiers'), (step) => 50 + 4 * step,
      );
      const cut = find('[data-section="who"] .r-thresholds input[name^="monetary"]');
      const least = Number(cut().value);
      const thresholds = await moved(cut, find('[data-section="who"]'), (step) => least * (1 + step / 100));
      const day = find('.slider');
      const days = await moved(day, find('[data-section="answer"]'), (step) => Number(day().max) - 11 * step);
      return { customers: element.report.totals.customers.toLocaleString('en'), days, weights, thresholds };
    }, await fileOn(page)),
  );
  // The first moves still compile.
  for (const ms of days.slice(2)) {
    note(`As-of slider, ${customers} customers, page follows`, ms);
  }
  for (const ms of thresholds.slice(2)) {
    note(`Threshold moved, ${customers} customers, page follows`, ms);
  }
  for (const ms of weights.slice(2)) {
    note(`Weight slider, ${customers} customers, page follows`, ms);
  }
}

/** From the page's address to an engine that takes a file, nothing cached. */
async function opened() {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      window.ready = new Promise((tell) => document.addEventListener('value-tiers-ready', () => tell(performance.now()), { once: true }));
    });
    await page.goto(PAGE, { waitUntil: 'commit' });
    note('Value Tiers, page open to ready', await page.evaluate(() => window.ready));
  } finally {
    await context.close();
  }
}

const contenders = {
  opened,
  slider,

  valueTiers: () => valueTiers(ours, {}),
  // The same work as Papa Parse + ml-kmeans: recency, frequency, money and k = 3…8, with everything the page shows of them.
  valueTiersRfm: () => valueTiers(withoutModels, { models: false }),

  native() {
    const start = performance.now();
    const run = spawnSync(NATIVE, ['report', FILE], { maxBuffer: 1 << 28 });
    note('Value Tiers, native, whole report', performance.now() - start);
    if (run.status !== 0) {
      throw new Error(`${NATIVE} report: ${run.stderr}`);
    }
    const { totals } = JSON.parse(run.stdout.toString());
    agree('native', {
      customers: totals.customers,
      orders: totals.orders,
      cents: Math.round(Number(totals.net) * 100),
    });
  },

  papa: () => peer('Papa Parse + Map, RFM', 'papa'),
  papaKmeans: () => peer('Papa Parse + Map + ml-kmeans, RFM and k = 3…8', 'papaKmeans'),
  udsv: () => peer('uDSV + Map, RFM', 'udsv'),

  async duckdb() {
    const { start, cold, warm } = await onPage(PEERS, async (page) =>
      page.evaluate(
        async (input) => ({
          start: await window.peers.duckdbStart(),
          cold: await window.peers.duckdbRfm(input.files[0]),
          warm: await window.peers.duckdbRfm(input.files[0]),
        }),
        await fileOn(page),
      ),
    );
    note('DuckDB-WASM, start', start);
    note('DuckDB-WASM, RFM query, cold', cold.ms);
    note('DuckDB-WASM, RFM query, warm', warm.ms);
    note('DuckDB-WASM, start + cold query', start + cold.ms);
    agree('DuckDB, cold', cold);
    agree('DuckDB, warm', warm);
  },
};

/** Fitting models to 100,000 customers and scoring each: name → milliseconds, one for each repetition. */
const modelTimes = new Map();
const noteModels = (name, ms) => modelTimes.set(name, [...(modelTimes.get(name) ?? []), ms]);
const ourModels = 'Value Tiers in Chromium: three models and the choice, bands, back-test, every customer scored';
const lifetimes = 'Python lifetimes: BG/NBD and Gamma-Gamma fitted, every customer scored';
contenders.models = async () => {
  const { ms, customers } = await onPage(PEERS, async (page) =>
    page.evaluate((input) => window.peers.ourModels(input.files[0]), await fileOn(page, LIVES)),
  );
  noteModels(ourModels, ms);
  if (!PYTHON) return;
  const run = spawnSync(PYTHON, [new URL('lifetimes_peer.py', import.meta.url).pathname, LIVES], { maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(`lifetimes: ${run.stderr}`);
  const theirs = JSON.parse(run.stdout.toString().trim().split('\n').at(-1));
  if (theirs.customers !== customers) throw new Error(`lifetimes found ${theirs.customers} customers, the engine ${customers}`);
  noteModels(lifetimes, theirs.fit + theirs.score);
};

const names = Object.keys(contenders);
for (let round = 0; round < Number(REPEAT); round += 1) {
  for (let turn = 0; turn < names.length; turn += 1) {
    // Another one begins in each round: what heats the machine does not always hit the same.
    const name = names[(round + turn) % names.length];
    process.stderr.write(`round ${round + 1} of ${REPEAT}: ${name}\n`);
    await contenders[name]();
  }
}
const version = browser.version();
await browser.close();

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const base = median(times.get(ours));
const rows = [...times].map(([name, values]) => ({
  name,
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
  ratio: median(values) / base,
}));
rows.sort((a, b) => a.median - b.median);
const whole = (value) => Math.round(value).toLocaleString('en');

console.log(`\n${found.get(ours)}; Chromium ${version}, ${os.cpus()[0]?.model.trim()}, ${os.cpus().length} cores, ${REPEAT} rounds\n`);
console.log('| what | median ms | min – max | ours = 1 |');
console.log('|---|---:|---:|---:|');
for (const row of rows) {
  console.log(`| ${row.name} | ${whole(row.median)} | ${whole(row.min)} – ${whole(row.max)} | ${row.ratio.toFixed(2)} |`);
}
const modelBase = median(modelTimes.get(ourModels));
console.log('\n100,000 customers whose lives follow BG/NBD\n');
console.log('| what | median ms | min – max | ours = 1 |');
console.log('|---|---:|---:|---:|');
for (const [name, values] of modelTimes) {
  console.log(`| ${name} | ${whole(median(values))} | ${whole(Math.min(...values))} – ${whole(Math.max(...values))} | ${(median(values) / modelBase).toFixed(1)} |`);
}
const longest = Math.max(0, ...longTasks);
console.log(
  longest === 0
    ? '\nMain thread while our report was made and drawn: no task over 50 ms.'
    : `\nMain thread while our report was made and drawn: ${longTasks.length} tasks over 50 ms, the longest ${whole(longest)} ms.`,
);
writeFileSync(RESULT, `${JSON.stringify({ version, found: Object.fromEntries(found), times: Object.fromEntries(times), longTasks }, null, 2)}\n`);
