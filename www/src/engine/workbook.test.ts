import { describe, expect, it } from 'vitest';

import type { Source } from './analysis.js';
import type { Port } from './client.js';
import { FailureError, type Failure } from './protocol.js';
import { mayBeWorkbook, Workbooks, type BookReply, type BookRequest } from './workbook.js';

/** The smallest module there is. */
const MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]).buffer;

/** A Worker that does as it is told, a turn later. */
class FakeWorker implements Port<BookRequest, BookReply> {
  onmessage: Port<BookRequest, BookReply>['onmessage'] = null;
  onerror: Port<BookRequest, BookReply>['onerror'] = null;
  terminated = false;
  asked: BookRequest | undefined;
  #act: (worker: FakeWorker) => void;

  constructor(act: (worker: FakeWorker) => void) {
    this.#act = act;
  }

  postMessage(request: BookRequest): void {
    this.asked = request;
    queueMicrotask(() => this.#act(this));
  }

  terminate(): void {
    this.terminated = true;
  }
}

const says = (reply: BookReply) => (worker: FakeWorker) => worker.onmessage?.({ data: reply } as MessageEvent<BookReply>);
const dies = (worker: FakeWorker) => worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
const file = (size = 4): Source => ({ name: 'a.xlsx', size, slice: () => ({ arrayBuffer: async () => new ArrayBuffer(4) }) });

/** Workbooks whose Workers do these things, one after another. */
function workbooks(...acts: ((worker: FakeWorker) => void)[]): { books: Workbooks; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const ways = Promise.resolve([() => {
    const worker = new FakeWorker(acts[workers.length] ?? (() => undefined));
    workers.push(worker);
    return worker;
  }]);
  return { books: new Workbooks(() => ({ module: Promise.resolve(MODULE), ways })), workers };
}

const failure = (thrown: unknown): Failure | undefined => (thrown instanceof FailureError ? thrown.failure : undefined);
const sheets = [{ name: 'Orders', hidden: false, rows: 2, more: false, columns: 2, dated: true }];

describe('a workbook', () => {
  it('gives one sheet as text, and its Worker ends', async () => {
    const { books, workers } = workbooks(says({ sheets, chosen: 0, sure: true, text: new Blob(['a,b\n']) }));
    const given = file();
    const { book, text } = await books.open(given, 'Orders', new AbortController().signal);
    expect(book).toMatchObject({ file: given, sheets, chosen: 0, sure: true });
    expect([text.name, text.size]).toEqual(['a.xlsx', 4]);
    expect(new TextDecoder().decode(await text.slice(0, 3).arrayBuffer())).toBe('a,b');
    expect(workers.map(({ terminated, asked }) => [terminated, asked?.sheet])).toEqual([[true, 'Orders']]);
  });

  it.each<[string, (worker: FakeWorker) => void, Failure]>([
    ['what the module refuses', says({ failure: { code: 'workbook-encrypted' } }), { code: 'workbook-encrypted' }],
    ['a panic', says({ failure: { code: 'crashed', value: 'unreachable' } }), { code: 'workbook-damaged', value: 'unreachable' }],
    ['a Worker that dies', dies, { code: 'workbook-damaged', value: 'out of memory' }],
  ])('%s is told, its Worker ends, and the next one is opened', async (_, act, expected) => {
    const { books, workers } = workbooks(act, says({ sheets, chosen: 0, sure: true, text: new Blob() }));
    const { signal } = new AbortController();
    expect(failure(await books.open(file(), undefined, signal).catch((thrown: unknown) => thrown))).toEqual(expected);
    await books.open(file(), undefined, signal);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
  });

  it('that is given up takes its Worker with it', async () => {
    const abort = new AbortController();
    const { books, workers } = workbooks(() => abort.abort());
    await expect(books.open(file(), undefined, abort.signal)).rejects.toThrow();
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
  });

  it('beyond the limit is refused before it is read', async () => {
    const { books, workers } = workbooks();
    const thrown = await books.open(file(300 * 2 ** 20), undefined, new AbortController().signal).catch((e: unknown) => e);
    expect(failure(thrown)).toEqual({ code: 'workbook-too-large', value: '268435456' });
    expect(workers).toEqual([]);
  });

  it('is what the engine takes for one', () => {
    for (const [value, expected] of [['xlsx', true], ['html', true], ['zip', true], ['pdf', false], [undefined, false]] as const) {
      expect(mayBeWorkbook({ code: 'not-text', value })).toBe(expected);
    }
    expect(mayBeWorkbook({ code: 'one-column', value: 'xlsx' })).toBe(false);
  });
});
