/**
 * One file on one engine: inspected, streamed, reported, asked about.
 *
 * The file is read here in slices, each given to the Worker and waited for: no more than two are in memory, and a newer
 * pass takes over between two slices. Of a large file other Workers read the later ranges. `dispose` ends all of them,
 * whatever they are doing.
 */

import { FailureError, failureOf } from './protocol.js';
import { helpers, Ranges } from './ranges.js';
import type { Engine } from './client.js';
import type { Book } from './workbook.js';
import type {
  Accounts, AccountsQuery, Agenda, AgendaQuery, Budget, BudgetSettings, CardQuery, Clustering, CompareQuery, Comparison, CrossSell, CustomerCard, CustomerPage, CustomerQuery, Movement, MovementQuery, MoverPage, MoverQuery, InputFile, Levels, List, ListRequest, OtherFile, OwnCount, OwnFields, OwnSegment, Preview, Report, SetAsidePage, Settings, Sql, SqlQuery,
} from './types.js';

/** Bytes that a preview is made of. */
export const HEAD_BYTES = 256 * 1024;
/** Bytes given to the Worker at a time. */
export const CHUNK_BYTES = 4 * 1024 * 1024;

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

/** A file, or the sheet of a workbook that was opened. */
export interface Given {
  source: Source;
  /** The workbook that the source is a sheet of. */
  book?: Book | undefined;
}

/** A file beside the first one, as far as it was looked at. */
export interface Beside extends OtherFile {
  given: Given;
}

export class Analysis {
  readonly source: Source;
  readonly engine: Engine;
  /** The workbook that the source is a sheet of. */
  readonly book: Book | undefined;
  /** The files beside it. */
  readonly others: readonly Given[];
  preview: Preview | undefined;
  /** What the files beside it are. */
  beside: Beside[] = [];
  /** The report of the last pass that was finished. */
  report: Report | undefined;
  #pass = 0;
  #clusters: Promise<Clustering> | undefined;
  /** Another engine, where one can be had for nothing. */
  #more: (() => Promise<Engine> | undefined) | undefined;
  #ranges: Ranges | undefined;
  /** Where the bytes begin that the first engine has not seen, and when it has. */
  #unhashed: number | undefined;
  #hash: Promise<void> | undefined;

  constructor({ source, book }: Given, engine: Engine, others: readonly Given[] = [], more?: () => Promise<Engine> | undefined) {
    this.source = source;
    this.book = book;
    this.engine = engine;
    this.others = others;
    this.#more = more;
  }

  /** The first file and those beside it. */
  get given(): Given[] {
    return [{ source: this.source, book: this.book }, ...this.others];
  }

  async inspect(settings: Settings): Promise<Preview> {
    this.#pass += 1;
    const [head, whole] = await headOf(this.source);
    this.preview = await this.engine.call('inspect', head, whole, settings);
    const beside: Beside[] = [];
    for (const given of this.others) {
      const [bytes, all] = await headOf(given.source);
      beside.push({ given, ...await this.engine.call('inspectAlso', bytes, all, given.source.name, settings) });
    }
    this.beside = beside;
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
    const orders: Given[] = [{ source: this.source, book: this.book }];
    const joined: Given[] = [];
    for (const { part, given } of this.beside) (part === 'append' ? orders : joined).push(given);
    const size = [...orders, ...joined].reduce((sum, { source }) => sum + source.size, 0);
    const state = { rows: 0, customers: 0 };
    /** Bytes of the files that are behind. */
    let behind = 0;
    const stream = async (source: Source, counts: boolean, divided?: Ranges): Promise<void> => {
      let ranges = divided;
      let offset = 0;
      const on = async (): Promise<void> => {
        const end = (): number => ranges?.border ?? source.size;
        // While the Worker reads one slice, the next is fetched.
        const fetched = (start: number): Promise<Uint8Array> => {
          const slice = read(source, start, Math.min(start + CHUNK_BYTES, end()));
          // Told when it is waited for, which it may never be.
          slice.catch(() => undefined);
          return slice;
        };
        let next = fetched(offset);
        while (offset < end()) {
          const chunk = current(await next);
          const reached = offset + chunk.length;
          if (reached < end()) next = fetched(reached);
          const { rows_read, customers } = current(await this.engine.call('push', chunk));
          offset = reached;
          if (counts) Object.assign(state, { rows: rows_read, customers });
          progress({ stage: 'reading', bytes: behind + offset + (ranges?.bytes ?? 0), size, ...state });
        }
      };
      void divided?.open(this.#helpers(source.size), () => offset);
      await on();
      if (divided) {
        this.#unhashed = offset;
        offset = await divided.into(this.engine, current, (rows, customers) => Object.assign(state, { rows, customers }));
        if (offset === this.#unhashed) this.#unhashed = undefined;
        ranges = undefined;
        // What could not be read apart.
        if (offset < source.size) await on();
      }
      behind += source.size;
    };
    for (const given of joined) {
      const [head, whole] = await headOf(given.source);
      current(await this.engine.call('join', head, whole, named(given), settings));
      await stream(given.source, false);
      current(await this.engine.call('joined'));
    }
    const begun = behind;
    current(await this.engine.call('start', orders.map(named), settings));
    for (let first = true; ; first = false) {
      behind = begun;
      this.#unhashed = undefined;
      this.#ranges?.end();
      this.#ranges = first && orders.length === 1 ? await this.#divided(settings) : undefined;
      for (const [place, { source }] of orders.entries()) {
        if (place > 0) {
          const [head, whole] = await headOf(source);
          current(await this.engine.call('append', head, whole, settings));
        }
        await stream(source, true, this.#ranges);
      }
      progress({ stage: 'valuing', bytes: size, size, ...state });
      const finish = current(await this.engine.call('finish'));
      // The whole file proved another order of day and month than its head: read again, now knowing it.
      if (finish.kind === 'report') {
        this.#hash = this.#hashed();
        return this.#keep(finish.report);
      }
    }
  }

  /** The report of the same rows with other settings, without another pass over the file. */
  async recalculate(settings: Settings): Promise<Report> {
    return this.#keep(await this.engine.call('report', settings));
  }

  /** The report for a moment, while a hand moves something: without models and k-means groups where that is the day. */
  glance(settings: Settings): Promise<Report> {
    return this.engine.call('glance', settings);
  }

  async customers(query: CustomerQuery): Promise<CustomerPage> {
    // Who is in a cluster is known once they are computed.
    if (query.cluster !== undefined) await this.clusters();
    return this.engine.call('customers', query);
  }

  customer(query: CardQuery): Promise<CustomerCard> {
    return this.engine.call('customer', query);
  }

  ownFields(masked: boolean): Promise<OwnFields> {
    return this.engine.call('ownFields', masked);
  }

  ownSegments(segments: readonly OwnSegment[]): Promise<OwnCount[]> {
    return this.engine.call('ownSegments', segments);
  }

  /** Computed once for each report. */
  clusters(): Promise<Clustering> {
    this.#clusters ??= this.engine.call('clusters');
    return this.#clusters;
  }

  crossSell(): Promise<CrossSell> {
    return this.engine.call('crossSell');
  }

  /** A list names the file by its hash. */
  async list(request: ListRequest): Promise<List> {
    await this.#hash;
    return this.engine.call('list', request);
  }

  movement(query: MovementQuery): Promise<Movement> {
    return this.engine.call('movement', query);
  }

  movers(query: MoverQuery): Promise<MoverPage> {
    return this.engine.call('movers', query);
  }

  comparison(query: CompareQuery): Promise<Comparison> {
    return this.engine.call('comparison', query);
  }

  agenda(query: AgendaQuery): Promise<Agenda> {
    return this.engine.call('agenda', query);
  }

  budget(settings: BudgetSettings): Promise<Budget> {
    return this.engine.call('budget', settings);
  }

  sql(query: SqlQuery): Promise<Sql> {
    return this.engine.call('sql', query, this.report?.settings ?? {});
  }

  levels(): Promise<Levels> {
    return this.engine.call('levels');
  }

  accounts(query: AccountsQuery): Promise<Accounts> {
    return this.engine.call('accounts', query);
  }

  async customersCsv(query: CustomerQuery): Promise<Uint8Array> {
    // They are a column of the list.
    await this.clusters();
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
    this.#ranges?.end();
    this.engine.terminate();
  }

  /** Gives the Worker back, where that saves a request. */
  release(): void {
    this.#pass += 1;
    this.#ranges?.end();
    this.engine.release();
  }

  /** Looks at what other engines have read, which the first one never saw, for the file's hash. */
  async #hashed(): Promise<void> {
    const pass = this.#pass;
    try {
      for (let offset = this.#unhashed ?? this.source.size; offset < this.source.size && pass === this.#pass; offset += CHUNK_BYTES) {
        await this.engine.call('hash', await read(this.source, offset, offset + CHUNK_BYTES));
      }
    } catch {
      // Gone since then: lists name it without the hash.
    }
  }

  /** Engines for the later ranges of a large file, as they come. */
  #helpers(size: number): Promise<Engine>[] {
    const all = Array.from({ length: helpers(size) }, () => this.#more?.());
    return all.filter((engine) => engine !== undefined);
  }

  async #divided(settings: Settings): Promise<Ranges | undefined> {
    const { source } = this;
    if (!this.#more || helpers(source.size) === 0) return undefined;
    const [head, whole] = await headOf(source);
    return new Ranges({
      size: source.size, chunk: CHUNK_BYTES, read: (start, end) => read(source, start, end),
      start: [head, whole, [named({ source, book: this.book })], settings],
    });
  }

  #keep(report: Report): Report {
    this.report = report;
    this.#clusters = undefined;
    return report;
  }
}

/** A file as the report names it. */
function named({ source, book }: Given): InputFile {
  const sheet = book?.sheets[book.chosen]?.name;
  return { name: source.name, bytes: book?.file.size ?? source.size, ...(sheet === undefined ? {} : { sheet }) };
}

/** The first bytes of a file, and whether they are all. */
export async function headOf(source: Source): Promise<[Uint8Array, boolean]> {
  return [await read(source, 0, HEAD_BYTES), source.size <= HEAD_BYTES];
}

async function read(source: Source, start: number, end: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await source.slice(start, Math.min(end, source.size)).arrayBuffer());
  } catch (thrown) {
    throw new FailureError({ code: 'unreadable-file', value: failureOf(thrown).value });
  }
}
