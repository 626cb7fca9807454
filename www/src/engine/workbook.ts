/**
 * Workbooks: one sheet of them as text, which is then read like any other.
 *
 * What opens them is a module of its own. It is fetched when the page is idle, so that there is no request later, and
 * compiled when the first workbook is given. Each opening has a Worker of its own, which is ended whatever comes of it:
 * bytes that no rule foresaw can end the Worker, and the next workbook gets another.
 */

import type { Source } from './analysis.js';
import { notCompiled, type Spawn } from './client.js';
import { FailureError, failureOf, type Failure } from './protocol.js';

/** A sheet, as far as it was looked at. */
export interface Sheet {
  name: string;
  hidden: boolean;
  /** Rows with something in them. */
  rows: number;
  /** Whether there are more. */
  more: boolean;
  columns: number;
  /** Whether most of its rows have a date. */
  dated: boolean;
}

/** An opened workbook. */
export interface Book {
  /** The file itself. */
  file: Source;
  sheets: Sheet[];
  /** The sheet that was read. */
  chosen: number;
  /** Whether a person chose it, or it is the only one that looks like orders. */
  sure: boolean;
}

export interface BookRequest {
  module: WebAssembly.Module;
  bytes: Uint8Array;
  /** The sheet to read; one that is not there, or none, leaves the choice to the module. */
  sheet: string | undefined;
}

export type BookReply = Omit<Book, 'file'> & { text: Blob } | { failure: Failure };

/** What the engine calls files that may be workbooks; the module finds out whether they are. */
const KINDS: ReadonlySet<string> = new Set(['xlsx', 'xls', 'ods', 'html', 'xml', 'zip']);
/** As much as the module takes (`guard::FILE`): a larger file is refused before it is read. */
const FILE_BYTES = 256 * 1024 * 1024;

/** Whether what the engine refused to read as text may be a workbook. */
export function mayBeWorkbook({ code, value }: Failure): boolean {
  return code === 'not-text' && KINDS.has(value ?? '');
}

/** What opens workbooks, fetched. */
export interface Opener {
  module: Promise<ArrayBuffer>;
  ways: Promise<Spawn<BookRequest, BookReply>[]>;
}

export class Workbooks {
  #load: () => Opener;
  #compiled: Promise<WebAssembly.Module> | undefined;

  /** `load` fetches what is not there yet. */
  constructor(load: () => Opener) {
    this.#load = load;
  }

  /** Opens a workbook and gives one sheet of it as CSV. To abort is to end the Worker. */
  async open(file: Source, sheet: string | undefined, signal: AbortSignal): Promise<{ book: Book; text: Source }> {
    if (file.size > FILE_BYTES) throw new FailureError({ code: 'workbook-too-large', value: String(FILE_BYTES) });
    const { module, ways } = this.#load();
    this.#compiled ??= module.then((bytes) => WebAssembly.compile(bytes)).catch((thrown: unknown) => {
      this.#compiled = undefined;
      throw thrown instanceof FailureError ? thrown : notCompiled(thrown);
    });
    const compiled = await this.#compiled;
    const spawns = await ways;
    const bytes = await file.slice(0, file.size).arrayBuffer().catch((thrown: unknown) => {
      throw new FailureError({ code: 'unreadable-file', value: failureOf(thrown).value });
    });
    const [spawn] = spawns;
    if (!spawn) throw new FailureError({ code: 'engine-unavailable' });
    signal.throwIfAborted();
    const port = spawn();
    try {
      const reply = await new Promise<BookReply>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new FailureError({ code: 'crashed' })), { once: true });
        port.onmessage = ({ data }) => resolve(data);
        port.onerror = (event) => {
          event.preventDefault?.();
          reject(new FailureError({ code: 'workbook-damaged', value: event.message }));
        };
        port.postMessage({ module: compiled, bytes: new Uint8Array(bytes), sheet }, [bytes]);
      });
      if ('failure' in reply) {
        const { failure } = reply;
        // A panic or memory that ran out: the Worker is gone, and the page goes on.
        throw new FailureError(failure.code === 'crashed' ? { ...failure, code: 'workbook-damaged' } : failure);
      }
      const { text, ...rest } = reply;
      const source: Source = { name: file.name, size: text.size, slice: (start, end) => text.slice(start, end) };
      return { book: { ...rest, file }, text: source };
    } finally {
      port.terminate();
    }
  }
}
