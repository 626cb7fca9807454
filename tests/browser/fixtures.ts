// What every browser test starts from: the built page on a server of this machine, in a page that is watched.
// A test fails by itself on a console error, a breach of the policy, a failed request, or one that leaves the server.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test as base, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

/** A file to drop: its path, or its name and what is in it. */
export type Dropped = string | { name: string; text: string } | { name: string; bytes: Buffer };

/** Every request since the page began, by its address. Addresses of blobs and data are no requests. */
export interface Traffic {
  /** From here on, `since` counts anew. */
  mark(): void;
  /** The requests after the last mark. */
  since(): readonly string[];
}

interface Fixtures {
  traffic: Traffic;
  /** What went wrong so far. A test that means it to happen takes it out; anything left at the end fails the test. */
  wrong: string[];
}

interface WorkerFixtures {
  /** Where the built page is served, with a slash at the end. */
  address: string;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  address: [
    async ({}, use) => {
      // `cargo xtask test` serves already.
      const given = process.env['VALUE_TIERS_ADDRESS'];
      if (given) {
        await use(given);
        return;
      }
      const root = fileURLToPath(new URL('../..', `file://${__dirname}/`));
      const server = spawn('cargo', ['xtask', 'serve', '--no-build', '--port', '0'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        await use(await addressOf(server.stdout));
      } finally {
        server.kill();
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],

  baseURL: async ({ address }, use) => use(address),

  traffic: async ({ context }, use) => {
    const requests: string[] = [];
    let marked = 0;
    // Of the context: what the page's workers ask for is among them.
    context.on('request', (request) => {
      if (isRequest(request.url())) {
        requests.push(request.url());
      }
    });
    await use({
      mark: () => {
        marked = requests.length;
      },
      since: () => requests.slice(marked),
    });
  },

  wrong: async ({}, use) => use([]),

  page: async ({ page, address, wrong }, use) => {
    page.on('pageerror', (error) => wrong.push(`uncaught: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') {
        wrong.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    page.on('crash', () => wrong.push('the page crashed'));
    page.on('response', (response) => {
      if (response.status() >= 400) {
        wrong.push(`${response.status()} for ${response.url()}`);
      }
    });
    const origin = new URL(address).origin;
    page.context().on('request', (request) => {
      if (isRequest(request.url()) && new URL(request.url()).origin !== origin) {
        wrong.push(`request to ${request.url()}`);
      }
    });
    // A breach inside a worker is printed to the console; one in the document is told here too.
    await page.exposeFunction('valueTiersBreach', (what: string) => {
      wrong.push(`policy: ${what}`);
    });
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (breach) => {
        const tell: unknown = Reflect.get(window, 'valueTiersBreach');
        if (typeof tell === 'function') {
          tell(`${breach.violatedDirective} blocked ${breach.blockedURI}`);
        }
      });
    });
    await use(page);
    expect(wrong, 'what went wrong on the page without a word to the test').toEqual([]);
  },
});

export { expect };

/** Waits until the page itself knows of no new file for most of a second. */
async function quiet(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let [seen, since] = [-1, performance.now()];
    while (performance.now() - since < 800) {
      const { length } = performance.getEntriesByType('resource');
      if (length !== seen) [seen, since] = [length, performance.now()];
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
}

/** Opens the page and waits until nothing is loading any more; from there on `traffic.since()` counts. */
export async function open(page: Page, traffic: Traffic, path = './'): Promise<void> {
  await page.goto(path, { waitUntil: 'load' });
  // On a busy machine some instances of the browser stop reporting their requests, and would never be seen to be idle.
  await page.waitForLoadState('networkidle', { timeout: 15_000 }).catch(() => quiet(page));
  traffic.mark();
}

/** Drops a file on the widget, or several at once, as a mouse would: on whatever lies in the middle of it. */
export async function dropFile(page: Page, ...files: Dropped[]): Promise<void> {
  // A file of any size reaches the page by an input without passing through the test's own messages.
  const input = await page.evaluateHandle(() => {
    const made = document.createElement('input');
    made.type = 'file';
    made.multiple = true;
    return made;
  });
  const [first] = files;
  await input.setInputFiles(
    typeof first === 'string'
      ? files as string[]
      : (files as Exclude<Dropped, string>[]).map((file) => (
        { name: basename(file.name), mimeType: 'text/csv', buffer: 'bytes' in file ? file.bytes : Buffer.from(file.text, 'utf8') })),
  );
  await page.locator('value-tiers').evaluate((widget, source) => {
    const box = widget.getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = Math.max(1, Math.min(box.top + box.height / 2, window.innerHeight - 1));
    const target = widget.shadowRoot?.elementFromPoint(x, y) ?? widget;
    const transfer = new DataTransfer();
    for (const dropped of source.files ?? []) {
      transfer.items.add(dropped);
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      target.dispatchEvent(
        new DragEvent(type, {
          bubbles: true,
          composed: true,
          cancelable: true,
          clientX: x,
          clientY: y,
          dataTransfer: transfer,
        }),
      );
    }
  }, input);
  await input.dispose();
}

function isRequest(url: string): boolean {
  return !url.startsWith('blob:') && !url.startsWith('data:');
}

/** The address that the server prints when it is ready. */
async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const found = /http:\/\/\S+/.exec(line);
    if (found) {
      return found[0];
    }
  }
  throw new Error('the server stopped before it said its address: run `cargo xtask build` first');
}

/** Puts axe-core into the pages that are opened from here on. */
export async function bringAxe(page: Page): Promise<void> {
  const www = fileURLToPath(new URL('../../www/package.json', `file://${__filename}`));
  await page.addInitScript({ path: createRequire(www).resolve('axe-core/axe.min.js') });
}

/** What a machine finds on the page against WCAG 2.2 AA and good practice. */
export async function violations(page: Page): Promise<string[]> {
  const results = await page.evaluate(async () => {
    const run = (Reflect.get(window, 'axe') as { run: (options: unknown) => Promise<AxeResults> }).run;
    return run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${JSON.stringify(target)} ${failureSummary ?? ''}`));
}
