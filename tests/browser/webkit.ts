// WebKit as Debian ships it: MiniBrowser of WebKitGTK, driven over WebDriver, on a screen of its own. Where one of the
// three is missing, the tests say so and are skipped.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const driver = '/usr/bin/WebKitWebDriver';
const screen = '/usr/bin/Xvfb';
const folders = existsSync('/usr/lib')
  ? readdirSync('/usr/lib').flatMap((folder) => ['4.1', '4.0'].map((version) => `/usr/lib/${folder}/webkit2gtk-${version}/MiniBrowser`))
  : [];
const browser = folders.find((path) => existsSync(path));

export const webkit = existsSync(driver) && existsSync(screen) ? browser : undefined;

/** Opens an address and runs a function in it. */
export async function inWebkit<A, R>(address: string, work: (argument: A) => Promise<R>, argument: A): Promise<R> {
  const started: ChildProcess[] = [];
  try {
    const xvfb = spawn(screen, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    started.push(xvfb);
    const display = await new Promise<string>((tell, fail) => {
      xvfb.stdio[3]?.once('data', (text: Buffer) => tell(text.toString().trim()));
      xvfb.once('error', fail);
    });
    const port = 20_000 + (process.pid % 20_000);
    started.push(spawn(driver, [`--port=${port}`], {
      env: { ...process.env, DISPLAY: `:${display}`, WEBKIT_DISABLE_COMPOSITING_MODE: '1', GDK_BACKEND: 'x11' }, stdio: 'ignore',
    }));
    const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, {
        method, ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const { value } = (await response.json()) as { value: unknown };
      if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
      return value;
    };
    for (let tries = 0; ; tries += 1) {
      try {
        await ask('GET', '/status');
        break;
      } catch (thrown) {
        if (tries > 100) throw thrown;
        await new Promise((later) => setTimeout(later, 100));
      }
    }
    const options = { binary: webkit, args: ['--automation'] };
    const { sessionId } = (await ask('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    const session = `/session/${sessionId}`;
    try {
      await ask('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
      await ask('POST', `${session}/url`, { url: address });
      const script = `const tell = arguments[1]; (${work.toString()})(arguments[0]).then((value) => tell({ value }), (thrown) => tell({ thrown: String(thrown) }));`;
      const told = (await ask('POST', `${session}/execute/async`, { script, args: [argument] })) as { value?: R; thrown?: string };
      if (told.thrown !== undefined) throw new Error(told.thrown);
      return told.value as R;
    } finally {
      await ask('DELETE', session).catch(() => undefined);
    }
  } finally {
    for (const child of started.reverse()) child.kill();
  }
}
