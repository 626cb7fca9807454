import { describe, expect, it, vi } from 'vitest';

import { Analysis, CHUNK_BYTES, Overtaken, type Source } from './analysis.js';
import { Engine, Engines, type Port } from './client.js';
import type { Calls, Reply, Request } from './protocol.js';
import { FailureError, failureOf } from './protocol.js';
import type { Finish, Report } from './types.js';

/** A Worker that answers by a function, a turn later. */
class FakeWorker implements Port {
  onmessage: Port['onmessage'] = null;
  onerror: Port['onerror'] = null;
  terminated = false;
  readonly asked: Request[] = [];
  #answer: (request: Request) => unknown;

  constructor(answer: (request: Request) => unknown) {
    this.#answer = answer;
  }

  postMessage(request: Request): void {
    this.asked.push(request);
    queueMicrotask(() => {
      if (this.terminated) return;
      let reply: Reply;
      try {
        reply = { id: request.id, value: this.#answer(request) };
      } catch (thrown) {
        reply = { id: request.id, failure: failureOf(thrown) };
      }
      this.onmessage?.({ data: reply } as MessageEvent<Reply>);
    });
  }

  terminate(): void {
    this.terminated = true;
  }

  calls(): string[] {
    return this.asked.map(({ call }) => call);
  }
}

const report = { engine: '1', as_of: '2024-12-31' } as Report;
const fakeModule = Promise.resolve({} as WebAssembly.Module);
const fakeRest = Promise.resolve({} as WebAssembly.Module);

describe('engine', () => {
  it('rejects with the failure that the Worker tells, and goes on', async () => {
    const engine = new Engine(new FakeWorker(({ call }) => {
      if (call === 'finish') throw { code: 'no-usable-row', value: 'no_date' };
      return 'ok';
    }));
    await expect(engine.call('finish')).rejects.toMatchObject({ failure: { code: 'no-usable-row', value: 'no_date' } });
    await expect(engine.call('open', {} as WebAssembly.Module)).resolves.toBe('ok');
    expect(engine.dead).toBe(false);
  });

  it('ends after a panic', async () => {
    const worker = new FakeWorker(() => {
      throw new Error('unreachable');
    });
    const engine = new Engine(worker);
    await expect(engine.call('finish')).rejects.toMatchObject({ failure: { code: 'crashed', value: 'Error: unreachable' } });
    expect(worker.terminated).toBe(true);
    await expect(engine.call('finish')).rejects.toBeInstanceOf(FailureError);
  });

  it('rejects every call under way when the Worker dies', async () => {
    const worker = new FakeWorker(() => undefined);
    worker.postMessage = () => undefined;
    const engine = new Engine(worker);
    const call = engine.call('finish');
    worker.onerror?.({ message: 'out of memory', preventDefault: () => undefined } as ErrorEvent);
    await expect(call).rejects.toMatchObject({ failure: { code: 'crashed', value: 'out of memory' } });
  });
});

describe('engines', () => {
  it('keep one open and ready, and another as soon as it is taken', async () => {
    const workers: FakeWorker[] = [];
    const spawn = (): FakeWorker => {
      const worker = new FakeWorker(() => '1.0');
      workers.push(worker);
      return worker;
    };
    const engines = new Engines(fakeModule, fakeRest, Promise.resolve([spawn]));
    await expect(engines.ready()).resolves.toBe('1.0');
    expect(workers.length).toBe(1);
    const one = await engines.take();
    const two = await engines.take();
    expect(one).not.toBe(two);
    await engines.ready();
    expect(workers.length).toBe(3);
    expect(workers.map((worker) => worker.calls())).toEqual([['open', 'complete', 'warm'], ['open', 'complete'], ['open', 'complete']]);
  });

  it('are made in another way where the page forbids the first, and it is not tried again', async () => {
    let refused = 0;
    const engines = new Engines(fakeModule, fakeRest, Promise.resolve([
      () => {
        refused += 1;
        throw new Error('blob: is refused');
      },
      () => new FakeWorker(() => '1.0'),
    ]));
    await expect(engines.ready()).resolves.toBe('1.0');
    await engines.take();
    await engines.ready();
    expect(refused).toBe(1);
  });

  it('read before the part that values is there, and tell when it does not come', async () => {
    let fails = (_: Error): void => undefined;
    const rest = new Promise<WebAssembly.Module>((_, reject) => { fails = reject; });
    const spawn = (): FakeWorker => {
      const worker = new FakeWorker(() => '1.0');
      const post = worker.postMessage.bind(worker);
      // As the Worker does: what needs the other part waits.
      worker.postMessage = (request) => { if (request.call !== 'finish') post(request); };
      return worker;
    };
    const engine = await new Engines(fakeModule, rest, Promise.resolve([spawn])).take();
    await expect(engine.call('push', new Uint8Array())).resolves.toBe('1.0');
    const finish = engine.call('finish');
    fails(new Error('404'));
    await expect(finish).rejects.toMatchObject({ failure: { code: 'engine-unavailable', value: 'Error: 404' } });
    expect(engine.dead).toBe(true);
  });

  it('tell whoever takes one why there is none', async () => {
    const module = Promise.reject(new FailureError({ code: 'wasm-blocked' }));
    const engines = new Engines(module, fakeRest, Promise.resolve([() => new FakeWorker(() => '')]));
    await expect(engines.take()).rejects.toMatchObject({ failure: { code: 'wasm-blocked' } });
  });
});

describe('analysis', () => {
  const source = (size: number): Source & { read: [number, number][] } => {
    const read: [number, number][] = [];
    return {
      name: 'orders.csv',
      size,
      read,
      slice: (start, end) => {
        read.push([start, end]);
        return { arrayBuffer: async () => new ArrayBuffer(end - start) };
      },
    };
  };
  const answers = (finishes: Finish[]) => ({ call }: Request): unknown => {
    const replies: Partial<Record<keyof Calls, () => unknown>> = {
      push: () => ({ rows_read: 1, rows_set_aside: 0, customers: 1 }),
      finish: () => finishes.shift(),
    };
    return replies[call]?.();
  };

  it('hands the file over in slices, every byte once', async () => {
    const size = 2 * CHUNK_BYTES + 5;
    const file = source(size);
    const worker = new FakeWorker(answers([{ kind: 'report', report }]));
    const progress = vi.fn();
    await expect(new Analysis({ source: file }, new Engine(worker)).run({}, progress)).resolves.toBe(report);
    expect(file.read).toEqual([[0, CHUNK_BYTES], [CHUNK_BYTES, 2 * CHUNK_BYTES], [2 * CHUNK_BYTES, size]]);
    expect(worker.calls()).toEqual(['start', 'push', 'push', 'push', 'finish']);
    expect(progress.mock.calls.map(([p]) => p.stage)).toEqual(['reading', 'reading', 'reading', 'valuing']);
  });

  it('reads the file again when the engine asks for it', async () => {
    const worker = new FakeWorker(answers([{ kind: 'reread' }, { kind: 'report', report }]));
    await new Analysis({ source: source(10) }, new Engine(worker)).run({}, () => undefined);
    expect(worker.calls()).toEqual(['start', 'push', 'finish', 'push', 'finish']);
  });

  it('lets a newer pass overtake', async () => {
    const worker = new FakeWorker(answers([{ kind: 'report', report }]));
    const analysis = new Analysis({ source: source(3 * CHUNK_BYTES) }, new Engine(worker));
    const older = analysis.run({}, () => undefined);
    const newer = analysis.run({}, () => undefined);
    await expect(older).rejects.toBeInstanceOf(Overtaken);
    await expect(newer).resolves.toBe(report);
  });

  it('says that a file can’t be read', async () => {
    const file: Source = { name: 'gone', size: 5, slice: () => ({ arrayBuffer: () => Promise.reject(new Error('gone')) }) };
    const analysis = new Analysis({ source: file }, new Engine(new FakeWorker(answers([]))));
    await expect(analysis.run({}, () => undefined)).rejects.toMatchObject({ failure: { code: 'unreadable-file' } });
  });
});
