/**
 * The page's side of the Worker: loads the engine once, keeps a spare Worker ready, and makes calls.
 *
 * Everything is fetched while the page loads: the module is compiled here and given to each Worker, and the Worker's
 * script is kept as text, so that another Worker is made without a request. Where a host's policy forbids `blob:`
 * Workers, they are made from the script's address instead; then the browser may ask its cache for it again.
 */

import type { CallName, Calls, Failure, Reply, Request } from './protocol.js';
import { FailureError, failureOf } from './protocol.js';

/** As much of a Worker as the client needs; a test gives another one. */
export interface Port<Asked = Request, Said = Reply> {
  postMessage(message: Asked, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Said>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Makes Workers. */
export type Spawn<Asked = Request, Said = Reply> = () => Port<Asked, Said>;

interface Pending {
  resolve(value: never): void;
  reject(error: FailureError): void;
}

/** One Worker with an engine in it. */
export class Engine {
  /** Version of the engine, once it is open. */
  version = '';
  #port: Port;
  #calls = new Map<number, Pending>();
  #next = 1;
  #dead: Failure | undefined;

  constructor(port: Port) {
    this.#port = port;
    port.onmessage = ({ data }) => {
      const pending = this.#calls.get(data.id);
      this.#calls.delete(data.id);
      if (!pending) return;
      if ('failure' in data) {
        pending.reject(new FailureError(data.failure));
        // After a panic the engine's memory is not to be trusted.
        if (data.failure.code === 'crashed') this.#end(data.failure);
      } else {
        pending.resolve(data.value as never);
      }
    };
    port.onerror = (event) => {
      event.preventDefault?.();
      this.#end({ code: 'crashed', value: event.message });
    };
  }

  /** Whether it has crashed or was ended. */
  get dead(): boolean {
    return this.#dead !== undefined;
  }

  /** Makes a call. Bytes among the arguments move to the Worker and can't be used here any more. */
  call<K extends CallName>(call: K, ...args: Parameters<Calls[K]>): Promise<ReturnType<Calls[K]>> {
    if (this.#dead) return Promise.reject(new FailureError(this.#dead));
    const id = this.#next++;
    const transfer = args.flatMap((arg) => (ArrayBuffer.isView(arg) ? [arg.buffer as ArrayBuffer] : []));
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { resolve, reject });
      this.#port.postMessage({ id, call, args } as unknown as Request, transfer);
    });
  }

  /** Ends the Worker at once, in the middle of whatever it does. Calls under way are never answered. */
  terminate(): void {
    this.#calls.clear();
    this.#end({ code: 'crashed' });
  }

  #end(failure: Failure): void {
    this.#dead = failure;
    this.#port.terminate();
    for (const pending of this.#calls.values()) pending.reject(new FailureError(failure));
    this.#calls.clear();
  }
}

/** Where engines come from. */
export class Engines {
  #module: Promise<WebAssembly.Module>;
  #ways: Promise<Spawn[]>;
  #spare: Promise<Engine> | undefined;
  /** Modules that were run once; all elements of a page share one. */
  static readonly #warmed = new WeakSet<WebAssembly.Module>();

  /** `ways`: how a Worker can be made, the best first; what the page's policy refuses is not tried again. */
  constructor(module: Promise<WebAssembly.Module>, ways: Promise<Spawn[]>) {
    this.#module = module;
    this.#ways = ways;
    this.#refill();
  }

  /** Settles with the engine's version when one is ready. Fails with the reason why there can be none. */
  async ready(): Promise<string> {
    return (await this.#spare)?.version ?? '';
  }

  /** An engine of one's own. Whoever takes it ends it. */
  async take(): Promise<Engine> {
    const spare = this.#spare ?? this.#open();
    this.#spare = undefined;
    try {
      return await spare;
    } finally {
      this.#refill();
    }
  }

  /** Ends the spare engine. */
  async dispose(): Promise<void> {
    const spare = this.#spare;
    this.#spare = undefined;
    await spare?.then((engine) => engine.terminate(), () => undefined);
  }

  /**
   * The first spare engine runs once for nobody. What the browser compiles for it serves every later Worker: they share
   * the module. A person's file that comes meanwhile waits for the rest of a tenth of a second.
   */
  #warm(engine: Engine, module: WebAssembly.Module): void {
    if (Engines.#warmed.has(module)) return;
    Engines.#warmed.add(module);
    engine.call('warm').catch(() => undefined);
  }

  #refill(): void {
    this.#spare = this.#open();
    // Told to whoever takes it.
    this.#spare.catch(() => undefined);
  }

  async #open(): Promise<Engine> {
    const [module, ways] = await Promise.all([this.#module, this.#ways]);
    let failure: unknown;
    for (const spawn of [...ways]) {
      try {
        const engine = new Engine(spawn());
        engine.version = await engine.call('open', module);
        ways.splice(0, ways.indexOf(spawn));
        this.#warm(engine, module);
        return engine;
      } catch (thrown) {
        failure = thrown;
      }
    }
    throw new FailureError({ ...failureOf(failure), code: 'engine-unavailable' });
  }
}

/** Fetches and compiles the engine, while it still loads where the server allows. */
export async function compile(url: URL): Promise<WebAssembly.Module> {
  if (typeof WebAssembly !== 'object') throw new FailureError({ code: 'engine-unavailable' });
  const response = await fetch(url).catch((thrown: unknown) => {
    throw new FailureError({ code: 'engine-unavailable', value: failureOf(thrown).value });
  });
  if (!response.ok) throw new FailureError({ code: 'engine-unavailable', value: String(response.status) });
  try {
    // Some servers send another type than application/wasm, which streaming refuses.
    return response.headers.get('content-type')?.startsWith('application/wasm')
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (thrown) {
    throw notCompiled(thrown);
  }
}

/** Why a module could not be compiled. */
export function notCompiled(thrown: unknown): FailureError {
  const value = failureOf(thrown).value;
  const blocked = /content security policy|unsafe-eval/i.test(value ?? '');
  return new FailureError({ code: blocked ? 'wasm-blocked' : 'engine-unavailable', value });
}

/** Fetches the Worker's script once, and says how Workers are made: from its text, else from its address. */
export async function spawners<Asked = Request, Said = Reply>(url: string): Promise<Spawn<Asked, Said>[]> {
  const fromAddress: Spawn<Asked, Said> = () => new Worker(url, { type: 'module' });
  try {
    const response = await fetch(url);
    const text = await response.text();
    // The development server gives a script that imports others by relative address: useless as text.
    if (!response.ok || /\bimport\s*["'{*]|\bfrom\s*["']/.test(text)) return [fromAddress];
    const blob = URL.createObjectURL(new Blob([text], { type: 'text/javascript' }));
    return [() => new Worker(blob, { type: 'module' }), fromAddress];
  } catch {
    return [fromAddress];
  }
}
