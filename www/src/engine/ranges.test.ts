import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { Analysis, CHUNK_BYTES, type Source } from './analysis.js';
import { Engine, type Port } from './client.js';
import type { Calls, Reply, Request } from './protocol.js';
import { failureOf } from './protocol.js';
import { helpers } from './ranges.js';
import type { Report } from './types.js';

const SIZE = 100 * 1024 * 1024;

/** A file of rows of 64 bytes, each of which says where it stands. */
const file: Source = {
  name: 'orders.csv',
  size: SIZE,
  slice: (start, end) => ({
    arrayBuffer: async () => {
      const bytes = new Uint8Array(end - start);
      for (let at = Math.ceil((start + 1) / 64) * 64 - 1; at < end; at += 64) bytes[at - start] = 10;
      return bytes.buffer;
    },
  }),
};

/** A Worker that notes which bytes it was given, and answers as an engine does. */
class FakeWorker implements Port {
  onmessage: Port['onmessage'] = null;
  onerror: Port['onerror'] = null;
  terminated = false;
  calls: string[] = [];
  pushed = 0;
  hashed = 0;
  taken: number[] = [];
  #says: Partial<{ [K in keyof Calls]: (worker: FakeWorker) => unknown }>;

  constructor(says: Partial<{ [K in keyof Calls]: (worker: FakeWorker) => unknown }> = {}) {
    this.#says = says;
  }

  postMessage({ id, call, args }: Request): void {
    this.calls.push(call);
    const [bytes] = args as [Uint8Array];
    setTimeout(() => {
      let reply: Reply;
      try {
        reply = { id, value: this.#answer(call, bytes) };
      } catch (thrown) {
        reply = { id, failure: failureOf(thrown) };
      }
      if (!this.terminated) this.onmessage?.({ data: reply } as MessageEvent<Reply>);
    });
  }

  #answer(call: keyof Calls, bytes: Uint8Array): unknown {
    const said = this.#says[call];
    if (said) return said(this);
    switch (call) {
      case 'push': this.pushed += bytes.length; return { rows_read: this.pushed / 64, rows_set_aside: 0, customers: 1 };
      case 'startRange': case 'atBorder': return true;
      // A batch that says how many bytes are in it.
      case 'readRange': this.pushed += bytes.length; return new Uint8Array(new Float64Array([bytes.length]).buffer);
      case 'endRange': return new Uint8Array(new Float64Array([0]).buffer);
      case 'take': this.taken.push(new Float64Array(bytes.buffer)[0]!); return { rows_read: 0, rows_set_aside: 0, customers: 1 };
      case 'hash': this.hashed += bytes.length; return undefined;
      case 'finish': return { kind: 'report', report: {} as Report };
      default: return undefined;
    }
  }

  terminate(): void {
    this.terminated = true;
  }
}

async function read(first: FakeWorker, ...others: FakeWorker[]): Promise<Analysis> {
  const left = [...others];
  const analysis = new Analysis({ source: file }, new Engine(first), [], () => {
    const next = left.shift();
    return next && Promise.resolve(new Engine(next));
  });
  await analysis.run({}, () => undefined);
  await analysis.list({} as never);
  return analysis;
}

const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);

describe('ranges', () => {
  beforeEach(() => { vi.stubGlobal('navigator', { hardwareConcurrency: 3 }); });
  afterEach(() => { vi.unstubAllGlobals(); });

  it('are for large files, and for machines with several cores', () => {
    expect(helpers(SIZE)).toBe(2);
    expect(helpers(CHUNK_BYTES)).toBe(0);
    vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
    expect(helpers(SIZE)).toBe(0);
    vi.stubGlobal('navigator', undefined);
    expect(helpers(SIZE)).toBe(0);
  });

  it('are read by the others, taken in order, and hashed when the report is there', async () => {
    const [first, ...others] = [new FakeWorker(), new FakeWorker(), new FakeWorker()];
    await read(first!, ...others);
    expect(first!.pushed + sum(first!.taken)).toBe(SIZE);
    for (const other of others) expect(other.pushed).toBeGreaterThan(SIZE / 4);
    expect(first!.taken.at(-1)).toBe(0);
    expect(first!.hashed).toBe(SIZE - first!.pushed);
    expect(first!.calls.indexOf('hash')).toBeGreaterThan(first!.calls.indexOf('finish'));
    expect(others.map(({ terminated }) => terminated)).toEqual([true, true]);
    // Behind a line feed.
    expect(first!.pushed % 64).toBe(0);
  });

  it.each<[string, FakeWorker, FakeWorker]>([
    ['an engine can not', new FakeWorker(), new FakeWorker({ startRange: () => false })],
    ['an engine can not look at the file', new FakeWorker(), new FakeWorker({ inspect: () => { throw { code: 'empty-file' }; } })],
    ['an engine fails on the way', new FakeWorker(), new FakeWorker({ readRange: () => { throw { code: 'crashed' }; } })],
    ['a range does not end with a row', new FakeWorker(), new FakeWorker({ endRange: () => undefined })],
    ['a range does not begin with one', new FakeWorker({ atBorder: () => false }), new FakeWorker()],
  ])('are read by the first where %s', async (_, first, other) => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
    await read(first, other);
    expect([first.pushed, first.taken, other.terminated]).toEqual([SIZE, [], true]);
  });

  it('end with the analysis', async () => {
    vi.stubGlobal('navigator', { hardwareConcurrency: 2 });
    const first = new FakeWorker();
    const other = new FakeWorker();
    const analysis: Analysis = new Analysis({ source: file }, new Engine(first), [], () => Promise.resolve(new Engine(other)));
    const run = analysis.run({}, () => { if (other.pushed > 0) analysis.dispose(); });
    await expect(run).rejects.toThrow();
    expect([first.terminated, other.terminated]).toEqual([true, true]);
  });
});
