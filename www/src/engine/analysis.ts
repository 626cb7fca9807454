/**
 * One file on one engine: inspected, streamed, reported, asked about.
 *
 * The file is read here in slices, each given to the Worker and waited for: no more than two are in memory, and a newer
 * pass takes over between two slices. `dispose` ends the Worker, whatever it is doing.
 */

import { FailureError, failureOf } from './protocol.js';
import type { Engine } from './client.js';
import type { Book } from './workbook.js';
import type {
  CustomerPage, CustomerQuery, Points, Preview, Report, SetAsidePage, Settings,
} from './types.js';

/** Bytes that a preview is made of. */
export const HEAD_BYTES = 256 * 1024;
/** Bytes given to the Worker at a time. */
export const CHUNK_BYTES = 4 * 1024 * 1024;
/** Customers in the scatter. */
const POINTS = 20_000;

/** Where a pass is. */
export interface Progress {
  stage: 'reading' | 'valuing';
  /** Bytes read, of how many. */
  bytes: number;
  size: number;
  rows: number;
  customers: number;
}

/** A pass that was overtaken by a newer one: nobody waits for it. */
export class Overtaken extends Error {}

/** A file, or what can be sliced like one. */
export interface Source {
  readonly name: string;
  readonly size: number;
  slice(start: number, end: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export class Analysis {
  readonly source: Source;
  readonly engine: Engine;
  /** The workbook that the source is a sheet of. */
  readonly book: Book | undefined;
  preview: Preview | undefined;
  /** The report of the last pass that was finished. */
  report: Report | undefined;
  #pass = 0;
  #points: Promise<Points> | undefined;

  constructor(source: Source, engine: Engine, book?: Book) {
    this.source = source;
    this.book = book;
    this.engine = engine;
  }

  async inspect(settings: Settings): Promise<Preview> {
    this.#pass += 1;
    const head = await this.#read(0, HEAD_BYTES);
    this.preview = await this.engine.call('inspect', head, this.source.size <= HEAD_BYTES, settings);
    return this.preview;
  }

  /**
   * Streams the whole file and makes the report. A pass that starts while another runs takes over; the other one
   * fails with [`Overtaken`].
   */
  async run(settings: Settings, progress: (progress: Progress) => void): Promise<Report> {
    this.#pass += 1;
    const pass = this.#pass;
    const current = <T>(value: T): T => {
      if (pass !== this.#pass) throw new Overtaken();
      return value;
    };
    const { name, size } = this.source;
    const sheet = this.book?.sheets[this.book.chosen]?.name;
    const file = { name, bytes: this.book?.file.size ?? size, ...(sheet === undefined ? {} : { sheet }) };
    current(await this.engine.call('start', [file], settings));
    const state = { rows: 0, customers: 0 };
    for (;;) {
      // While the Worker reads one slice, the next is fetched.
      const fetched = (offset: number): Promise<Uint8Array> => {
        const slice = this.#read(offset, offset + CHUNK_BYTES);
        // Told when it is waited for, which it may never be.
        slice.catch(() => undefined);
        return slice;
      };
      let next = fetched(0);
      for (let offset = 0; offset < size; offset += CHUNK_BYTES) {
        const chunk = current(await next);
        if (offset + CHUNK_BYTES < size) next = fetched(offset + CHUNK_BYTES);
        const bytes = Math.min(offset + CHUNK_BYTES, size);
        const { rows_read, customers } = current(await this.engine.call('push', chunk));
        Object.assign(state, { rows: rows_read, customers });
        progress({ stage: 'reading', bytes, size, ...state });
      }
      progress({ stage: 'valuing', bytes: size, size, ...state });
      const finish = current(await this.engine.call('finish'));
      // The whole file proved another order of day and month than its head: read again, now knowing it.
      if (finish.kind === 'report') return this.#keep(finish.report);
    }
  }

  /** The report of the same rows with other settings, without another pass over the file. */
  async recalculate(settings: Settings): Promise<Report> {
    return this.#keep(await this.engine.call('report', settings));
  }

  customers(query: CustomerQuery): Promise<CustomerPage> {
    return this.engine.call('customers', query);
  }

  /** A sample for the scatter, fetched once for each report. */
  points(): Promise<Points> {
    this.#points ??= this.engine.call('points', POINTS);
    return this.#points;
  }

  customersCsv(query: CustomerQuery): Promise<Uint8Array> {
    return this.engine.call('customersCsv', query);
  }

  setAside(offset: number, limit: number): Promise<SetAsidePage> {
    return this.engine.call('setAside', offset, limit);
  }

  setAsideCsv(): Promise<Uint8Array> {
    return this.engine.call('setAsideCsv');
  }

  dispose(): void {
    this.#pass += 1;
    this.engine.terminate();
  }

  #keep(report: Report): Report {
    this.report = report;
    this.#points = undefined;
    return report;
  }

  async #read(start: number, end: number): Promise<Uint8Array> {
    try {
      return new Uint8Array(await this.source.slice(start, Math.min(end, this.source.size)).arrayBuffer());
    } catch (thrown) {
      throw new FailureError({ code: 'unreadable-file', value: failureOf(thrown).value });
    }
  }
}
