/**
 * The page's side of the Worker: loads the engine once, keeps a spare Worker ready, and makes calls.
 *
 * Everything is fetched while the page loads: the engine's two parts are compiled here and given to each Worker, the second
 * one behind the first, which is all that the page waits for. The Worker's script is kept as text, so that another Worker is made without a request. Where a host's policy forbids `blob:`
 * Workers, they are made from the script's address instead; then the browser may ask its cache for it again, and so
 * those that come to an end in peace are taken back.
 */

import type { CallName, Calls, Failure, Reply, Request } from './protocol.js';
import type { BookReply, BookRequest } from './workbook.js';
import { FailureError, failureOf } from './protocol.js';

/** As much of a Worker as the client needs; a test gives another one. */
export interface Port<Asked = Request, Said = Reply> {
  postMessage(message: Asked, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<Said>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/** Makes Workers. */
export interface Spawn<Asked = Request, Said = Reply> {
  (): Port<Asked, Said>;
  /** Whether each one costs a request. */
  asks?: boolean;
}

/** Where the two modules and their Workers come from: `assets.ts`, or what another build has in its place. */
export interface Assets {
  /** What looks at a file and reads it. */
  engine(): Promise<WebAssembly.Module>;
  /** What values customers: the other part of the engine. */
  engineRest(): Promise<WebAssembly.Module>;
  /** The best way first. */
  engineWorkers(): Promise<Spawn[]>;
  excel(): Promise<ArrayBuffer>;
  excelWorkers(): Promise<Spawn<BookRequest, BookReply>[]>;
}

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
  #back: ((port: Port) => void) | undefined;

  /** `back`: where the Worker goes when it is released; without it, it is ended. */
  constructor(port: Port, back?: (port: Port) => void) {
    this.#port = port;
    this.#back = back;
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

  /** Has no more use for it. What it knows is forgotten before anyone else gets the Worker. */
  release(): void {
    if (!this.#back || this.#dead || this.#calls.size > 0) return this.terminate();
    this.#dead = { code: 'crashed' };
    this.#back(this.#port);
  }

  /** Ends the Worker: every call fails with this. */
  fail(failure: Failure): void {
    if (!this.#dead) this.#end(failure);
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
  #rest: Promise<WebAssembly.Module>;
  #ways: Promise<Spawn[]>;
  #spare: Promise<Engine> | undefined;
  /** Workers that were taken back, or made ahead, where another one would cost a request. */
  #idle: Port[] = [];
  #asks = false;
  #disposed = false;
  /** Modules that were run once; all elements of a page share one. */
  static readonly #warmed = new WeakSet<WebAssembly.Module>();

  /** `ways`: how a Worker can be made, the best first; what the page's policy refuses is not tried again. */
  constructor(module: Promise<WebAssembly.Module>, rest: Promise<WebAssembly.Module>, ways: Promise<Spawn[]>) {
    this.#module = module;
    this.#rest = rest;
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

  /** One more for the same file, where it costs no request. Whoever takes it ends it. */
  more(): Promise<Engine> | undefined {
    return this.#asks || this.#disposed ? undefined : this.take();
  }

  /** Ends the spare engine. */
  async dispose(): Promise<void> {
    const spare = this.#spare;
    this.#spare = undefined;
    this.#disposed = true;
    for (const port of this.#idle.splice(0)) port.terminate();
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

  /** Gives the engine its other part when that is there. */
  async #complete(engine: Engine): Promise<void> {
    try {
      const rest = await this.#rest;
      await engine.call('complete', rest);
      this.#warm(engine, rest);
    } catch (thrown) {
      engine.fail({ ...failureOf(thrown), code: 'engine-unavailable' });
    }
  }

  #refill(): void {
    // Where another one would cost a request, the next file waits for the Worker of the last but one.
    if (this.#disposed || (this.#asks && this.#idle.length === 0)) return;
    this.#spare = this.#open();
    // Told to whoever takes it.
    this.#spare.catch(() => undefined);
  }

  #takeBack(port: Port): void {
    if (this.#disposed || this.#idle.length > 1) return port.terminate();
    this.#idle.push(port);
    if (!this.#spare) this.#refill();
  }

  async #open(): Promise<Engine> {
    const ways = await this.#ways;
    let failure: unknown;
    for (const spawn of [...ways]) {
      let engine: Engine | undefined;
      try {
        const first = spawn.asks === true && !this.#asks;
        this.#asks = spawn.asks === true;
        // The Worker starts while the module is still compiled.
        engine = new Engine(this.#idle.pop() ?? spawn(), this.#asks ? (port) => this.#takeBack(port) : undefined);
        const module = await this.#module.catch((thrown: unknown) => {
          engine?.terminate();
          throw new Unopened(thrown);
        });
        engine.version = await engine.call('open', module);
        ways.splice(0, ways.indexOf(spawn));
        if (first) this.#idle.push(spawn());
        void this.#complete(engine);
        return engine;
      } catch (thrown) {
        if (thrown instanceof Unopened) throw thrown.reason;
        failure = thrown;
      }
    }
    throw new FailureError({ ...failureOf(failure), code: 'engine-unavailable' });
  }
}

/** There is no module to be opened, whoever asks. */
class Unopened extends Error {
  constructor(readonly reason: unknown) {
    super();
  }
}

/** Why a module could not be compiled. */
export function notCompiled(thrown: unknown): FailureError {
  const value = failureOf(thrown).value;
  const blocked = /content security policy|unsafe-eval/i.test(value ?? '');
  return new FailureError({ code: blocked ? 'wasm-blocked' : 'engine-unavailable', value });
}
