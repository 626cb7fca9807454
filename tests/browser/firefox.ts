// A Firefox as people have it, driven over WebDriver BiDi, which it speaks by itself. Where there is none, the tests
// say so and are skipped.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { WebSocket as Socket } from 'ws';

// The tests lie beside the page, its packages do not.
const { WebSocket } = createRequire(new URL('../../www/package.json', `file://${__dirname}/`))('ws') as { WebSocket: typeof Socket };

const programs = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];

export const firefox = process.env['VALUE_TIERS_FIREFOX'] ?? programs.find((path) => existsSync(path));

/** Nothing that a new profile would ask of the network. */
const PREFERENCES = {
  'app.normandy.enabled': false,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.server': 'data:,',
};

/** Opens an address and runs a function in it. */
export async function inFirefox<A, R>(address: string, work: (argument: A) => Promise<R>, argument: A): Promise<R> {
  const profile = mkdtempSync(join(tmpdir(), 'value-tiers-firefox-'));
  writeFileSync(join(profile, 'user.js'), Object.entries(PREFERENCES)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`).join(''));
  const browser = spawn(firefox ?? '', ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((end) => browser.once('close', end));
  try {
    const ask = await connect(await addressOf(browser.stderr));
    await ask('session.new', { capabilities: {} });
    const { contexts } = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
    const context = contexts[0]?.context;
    await ask('browsingContext.navigate', { context, url: address, wait: 'complete' });
    const told = (await ask('script.evaluate', {
      // As text there and back: what a compiler wraps around a function is not there in the page.
      expression: `(${work.toString()})(${JSON.stringify(argument)}).then(JSON.stringify)`,
      target: { context },
      awaitPromise: true,
    })) as { result?: { value: string }; exceptionDetails?: { text: string } };
    if (!told.result) throw new Error(told.exceptionDetails?.text);
    return JSON.parse(told.result.value) as R;
  } finally {
    browser.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: output })) {
    const found = /WebDriver BiDi listening on (ws:\S+)/.exec(line);
    // What it says later is read and forgotten: a full pipe would hold it up.
    if (found?.[1]) {
      output.resume();
      return `${found[1]}/session`;
    }
  }
  throw new Error('Firefox ended before it listened');
}

type Ask = (method: string, params: unknown) => Promise<unknown>;

async function connect(address: string): Promise<Ask> {
  const socket = new WebSocket(address);
  await new Promise<void>((opened, failed) => {
    socket.onopen = () => opened();
    socket.onerror = () => failed(new Error(`no answer at ${address}`));
  });
  const asked = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  socket.onmessage = ({ data }) => {
    const said = JSON.parse(String(data)) as { id?: number; result?: unknown; message?: string; error?: string };
    const waiting = asked.get(said.id ?? -1);
    if (said.error === undefined) waiting?.resolve(said.result);
    else waiting?.reject(new Error(`${said.error}: ${said.message ?? ''}`));
  };
  return (method, params) => new Promise((resolve, reject) => {
    const id = asked.size + 1;
    asked.set(id, { resolve, reject });
    socket.send(JSON.stringify({ id, method, params }));
  });
}
