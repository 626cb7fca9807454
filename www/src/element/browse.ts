/**
 * The two tables that are paged from the engine: customers, and rows set aside.
 *
 * Only the page on the screen is here. An answer to an older question is dropped.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { CustomerPage, CustomerQuery, SetAsidePage } from '../engine/types.js';

export const PAGE_SIZES = [25, 50, 100] as const;

/** The most valuable first. */
export const firstQuery: CustomerQuery = { sort: 'net', descending: true, offset: 0, limit: PAGE_SIZES[0] };

/** How long to wait for another letter of a search, in milliseconds. */
const TYPING_MILLISECONDS = 200;

export interface BrowseState {
  query: CustomerQuery;
  customers?: CustomerPage | undefined;
  asideOffset: number;
  aside?: SetAsidePage | undefined;
}

export class Browse {
  state: BrowseState = { query: firstQuery, asideOffset: 0 };
  #analysis: Analysis | undefined;
  #changed: () => void;
  #failed: (failure: Failure) => void;
  #question = 0;
  #key = key();
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(changed: () => void, failed: (failure: Failure) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Gives customers pseudonyms, or their names again. The key lives as long as this does, or until `forget`. */
  async mask(on: boolean): Promise<void> {
    if (on === (this.state.query.mask !== undefined)) return;
    // A search was for names that are not shown any more.
    await this.ask({ mask: on ? this.#key : undefined, search: undefined });
  }

  /** Forgets the file, and under which pseudonyms its customers were shown. */
  forget(): void {
    this.#key = key();
    this.state.query = { ...this.state.query, mask: this.state.query.mask && this.#key };
    void this.of(undefined);
  }

  /** Shows the customers of a report: the same question again for the same file, the first one for another. */
  async of(analysis: Analysis | undefined): Promise<void> {
    const same = analysis !== undefined && analysis === this.#analysis;
    const query = same ? { ...this.state.query, offset: 0 } : { ...firstQuery, mask: this.state.query.mask };
    this.#analysis = analysis;
    clearTimeout(this.#typing);
    this.state = { query, asideOffset: 0, customers: same ? this.state.customers : undefined };
    if (analysis) await this.#ask();
  }

  /** Asks for other customers, from the first page unless the question names an offset. */
  async ask(change: Partial<CustomerQuery>): Promise<void> {
    clearTimeout(this.#typing);
    this.state = { ...this.state, query: { ...this.state.query, offset: 0, ...change } };
    await this.#ask();
  }

  /** The same while a person types: once they pause. */
  type(search: string): void {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => void this.ask({ search: search.trim() || undefined }), TYPING_MILLISECONDS);
  }

  /** Only these customers, in the usual order. */
  async show(query: Partial<CustomerQuery>): Promise<void> {
    await this.ask({ ...cleared, sort: firstQuery.sort, descending: firstQuery.descending, ...query });
  }

  async aside(offset: number, limit: number): Promise<void> {
    const analysis = this.#analysis;
    if (!analysis) return;
    try {
      const aside = await analysis.setAside(offset, limit);
      if (analysis !== this.#analysis) return;
      this.state = { ...this.state, aside, asideOffset: offset };
      this.#changed();
    } catch (thrown) {
      this.#failed(failureOf(thrown));
    }
  }

  async #ask(): Promise<void> {
    const analysis = this.#analysis;
    const question = ++this.#question;
    this.#changed();
    if (!analysis) return;
    try {
      const customers = await analysis.customers(this.state.query);
      if (question !== this.#question || analysis !== this.#analysis) return;
      this.state = { ...this.state, customers };
      this.#changed();
    } catch (thrown) {
      if (question === this.#question) this.#failed(failureOf(thrown));
    }
  }
}

/** As good as any other, and known to nobody. */
function key(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (word) => word.toString(16)).join('-');
}

/** No filter at all. */
export const cleared: Partial<CustomerQuery> = {
  search: undefined, segment: undefined, action: undefined, stage: undefined, value_tier: undefined,
  potential_tier: undefined, on_the_line: undefined, one_order: undefined, abc: undefined, cluster: undefined, risk_band: undefined, cause: undefined, own: undefined, r: undefined, f: undefined,
  next: undefined, bought: undefined, not_bought: undefined, first_from: undefined, first_to: undefined, once: false, key_account: false, at_a_loss: false,
};
