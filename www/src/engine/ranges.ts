/**
 * A large file on several engines: each reads a range of it and hands over what it has read, in batches, to the one that reads
 * the start. No memory is shared, so nothing is asked of the page's host.
 *
 * A range begins behind a line feed. Whether a row ends there is known to whoever reads what stands before: where none does
 * (the line feed was part of a quoted cell), the range was read in vain and is read again there.
 */

import type { Engine } from './client.js';
import type { Calls } from './protocol.js';

/** Bytes of a range that pay for another engine: it has to look at the file first, and where there are two cores the browser
 * itself is busy on the other one with fetching the file. */
const WORTH = 32 * 1024 * 1024;
/** Engines for one file at most. */
const MOST = 4;
/** Bytes in which a line feed is looked for. */
const LINE = 64 * 1024;
/** The part of the first engine in units of the others': it takes what they have read. */
const FIRST = 0.9;

/** What is needed to read a range: bytes of the file, how it begins, and how to tell that nobody waits any more. */
export interface Reading {
  size: number;
  chunk: number;
  read(start: number, end: number): Promise<Uint8Array>;
  start: [head: Uint8Array, whole: boolean, ...Parameters<Calls['startRange']>];
}

interface Range {
  start: number;
  end: number;
  /** The batches; nothing where they are of no use. */
  batches: Promise<Uint8Array[] | undefined>;
}

/** How many engines beside the first are worth while for so many bytes. */
export function helpers(size: number): number {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  return Math.max(0, Math.min(MOST, cores, Math.floor(size / WORTH)) - 1);
}

/** The later ranges of a file. */
export class Ranges {
  readonly #reading: Reading;
  #engines: Engine[] = [];
  #ranges: Range[] = [];
  #ended = false;
  /** Bytes read in them. */
  bytes = 0;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Where the first engine stops: the first of the ranges, or the end of the file. */
  get border(): number {
    return this.#ranges[0]?.start ?? this.#reading.size;
  }

  /** Takes engines as they come, and divides what the first one has not reached by then. */
  async open(engines: Promise<Engine>[], reached: () => number): Promise<void> {
    const { start: [head, whole, files, settings], size, chunk, read } = this.#reading;
    const ready = await Promise.all(engines.map(async (coming) => {
      let engine: Engine | undefined;
      try {
        engine = await coming;
        this.#engines.push(engine);
        if (this.#ended) throw new Error('nobody waits');
        await engine.call('inspect', head.slice(), whole, settings);
        return (await engine.call('startRange', files, settings)) ? engine : undefined;
      } catch {
        // The first engine reads everything, and says what is wrong with it.
        engine?.terminate();
        return undefined;
      }
    }));
    const able = ready.filter((engine) => engine !== undefined);
    // One slice is with the engine and one is under way.
    const from = reached() + 2 * chunk;
    const each = (size - from) / (able.length + FIRST);
    if (this.#ended || able.length === 0 || each < chunk) return this.end();
    const borders: number[] = [];
    for (let i = 0; i < able.length; i += 1) {
      const near = Math.floor(from + each * (i + FIRST));
      const feed = (await read(near, near + LINE)).indexOf(10);
      if (feed >= 0) borders.push(near + feed + 1);
    }
    // While the line feeds were looked for, the first engine has gone on: not as far as the first of them.
    if (this.#ended || borders.length === 0 || reached() + 2 * chunk > borders[0]!) return this.end();
    this.#ranges = borders.map((start, i) => {
      const end = borders[i + 1] ?? size;
      const batches = this.#read(able[i]!, start, end);
      batches.catch(() => undefined);
      return { start, end, batches };
    });
  }

  async #read(engine: Engine, start: number, end: number): Promise<Uint8Array[] | undefined> {
    const { size, chunk, read } = this.#reading;
    const batches: Uint8Array[] = [];
    try {
      let next = read(start, Math.min(start + chunk, end));
      for (let offset = start; offset < end; offset += chunk) {
        const slice = await next;
        if (offset + chunk < end) {
          next = read(offset + chunk, Math.min(offset + 2 * chunk, end));
          next.catch(() => undefined);
        }
        const { length } = slice;
        batches.push(await engine.call('readRange', slice));
        this.bytes += length;
      }
      const last = await engine.call('endRange', end === size);
      return last && [...batches, last];
    } catch {
      return undefined;
    } finally {
      engine.terminate();
    }
  }

  /**
   * Gives the first engine, which has read up to the border, what the others have read. Answers with the place from which it
   * has to read on by itself.
   */
  async into(engine: Engine, current: <T>(value: T) => T, taken: (rows: number, customers: number) => void): Promise<number> {
    let at = this.border;
    for (const { end, batches } of this.#ranges) {
      if (!current(await engine.call('atBorder'))) break;
      const all = current(await batches);
      if (!all) break;
      for (let batch = all.shift(); batch; batch = all.shift()) {
        const { rows_read, customers } = current(await engine.call('take', batch));
        taken(rows_read, customers);
      }
      at = end;
    }
    this.end();
    return at;
  }

  /** Ends every engine but the first. */
  end(): void {
    this.#ended = true;
    for (const engine of this.#engines) engine.terminate();
  }
}
