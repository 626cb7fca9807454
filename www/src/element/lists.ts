/** Lists that leave as files, and what became of those that come back. */

import type { Analysis } from '../engine/analysis.js';
import type { Engines } from '../engine/client.js';
import { workbooks } from '../engine/engines.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { About, CustomerQuery, Lifts, ListFormat, Preset } from '../engine/types.js';
import { nameFor, type save } from '../export/save.js';

/** What a person chooses of a list besides its customers. */
export interface ListChoices {
  preset: Preset;
  format: ListFormat;
  /** Share that is not addressed. */
  holdOut: number;
  seed: number;
  callingCode: string;
}

export interface ListsState {
  choices: ListChoices;
  /** The list that was saved last. */
  made?: About | undefined;
  /** Why there is none. */
  failure?: Failure | undefined;
  lifts?: Lifts | undefined;
  /** What a contact of it cost, as a person says. */
  cost?: number | undefined;
  /** Why a list that came back can't be measured. */
  unmeasured?: Failure | undefined;
}

/** The beginning of a list of ours, whatever its delimiter. */
const LIST = /^[^\n]*\blist_id\b[^\n]*\bgroup\b[^\n]*\bcustomer\b/;
const HEAD_BYTES = 512;
const TYPES: Record<ListFormat, string> = {
  csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A workbook has no beginning to read, so there the name tells: it bears the id of the list. */
const NAME = /VT-[0-9A-Z]{5}-[0-9A-Z]{5}[^/]*\.xlsx$/i;
/** The sheet of our workbooks with the customers. */
const SHEET = 'List';
/** The first letters of a workbook. */
const ZIP = 'PK';

/** Of some files the list that came back. */
export async function listAmong(files: readonly File[]): Promise<File | undefined> {
  for (const file of files) {
    const head = await file.slice(0, HEAD_BYTES).text().catch(() => '');
    if (LIST.test(head) || (head.startsWith(ZIP) && NAME.test(file.name))) return file;
  }
  return undefined;
}

export class Lists {
  /** A tenth held out: without it nobody will know what the list has brought. */
  state: ListsState = { choices: { preset: 'plain', format: 'csv', holdOut: 0.1, seed: 1, callingCode: '' } };
  #changed: () => void;
  #save: typeof save;
  /** Measures the list on the screen anew. */
  #again: (() => Promise<void>) | undefined;

  constructor(changed: () => void, saved: typeof save) {
    this.#changed = changed;
    this.#save = saved;
  }

  choose(choice: Partial<ListChoices>): void {
    this.#set({ choices: { ...this.state.choices, ...choice }, made: undefined, failure: undefined });
  }

  /** Saves the customers of a query; `record` for both groups of the same list. */
  async save(analysis: Analysis, query: CustomerQuery, record = false): Promise<void> {
    const { preset, format, holdOut, seed, callingCode } = this.state.choices;
    try {
      const { about, bytes } = await analysis.list({
        query, preset, record, format, hold_out: holdOut, seed, ...(callingCode === '' ? {} : { calling_code: callingCode }),
      });
      const what = record ? `${about.list_id}-record` : about.list_id;
      this.#save(nameFor(analysis.source.name, what, format), bytes, TYPES[format]);
      this.#set({ made: about, failure: undefined });
    } catch (thrown) {
      this.#set({ made: undefined, failure: failureOf(thrown) });
    }
  }

  /** Saves how the last list came to be. */
  saveAbout(analysis: Analysis): void {
    const { made } = this.state;
    if (made) this.#save(nameFor(analysis.source.name, made.list_id, 'json'), JSON.stringify(made, null, 2), 'application/json');
  }

  /** Measures a list that came back; beside it results, or the orders of the report that is shown. */
  async measure(list: File, results: File | undefined, analysis: Analysis | undefined, engines: Engines, mask: string | undefined): Promise<void> {
    const bytes = async (file: File): Promise<Uint8Array> => {
      if (await file.slice(0, ZIP.length).text() !== ZIP) return new Uint8Array(await file.arrayBuffer());
      const { text } = await workbooks.open(file, SHEET, new AbortController().signal);
      return new Uint8Array(await text.slice(0, text.size).arrayBuffer());
    };
    this.#again = () => this.measure(list, results, analysis, engines, mask);
    const own = analysis ? undefined : engines.take();
    try {
      const engine = analysis?.engine ?? await own!;
      const lifts = await engine.call('lift', await bytes(list), results && await bytes(results), mask, this.state.cost);
      this.#set({ lifts, unmeasured: undefined });
    } catch (thrown) {
      this.#set({ lifts: undefined, unmeasured: failureOf(thrown) });
    }
    // An engine that was taken for this alone has no more use.
    own?.then((engine) => engine.release(), () => undefined);
  }

  /** The same with what a contact cost. */
  async costing(cost: number | undefined): Promise<void> {
    this.#set({ cost });
    await this.#again?.();
  }

  /** Forgets the list that was saved, as another report is shown. */
  forget(): void {
    this.#set({ made: undefined, failure: undefined });
  }

  /** Forgets what came back. */
  dismiss(): void {
    this.#again = undefined;
    this.#set({ lifts: undefined, unmeasured: undefined, cost: undefined });
  }

  #set(change: Partial<ListsState>): void {
    this.state = { ...this.state, ...change };
    this.#changed();
  }
}
