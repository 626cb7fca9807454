/**
 * The card of one customer: asked for when it is opened, gone when it is closed. An answer that nobody waits for any more is
 * dropped. What is noted on it stays as long as the file does, and leaves with the files that are saved.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { CustomerCard, CustomerQuery } from '../engine/types.js';

export class Card {
  shown: CustomerCard | undefined;
  #analysis: Analysis | undefined;
  #changed: () => void;
  #failed: (failure: Failure) => void;
  #question = 0;
  /** By the customer's name. */
  #noted = new Map<string, string>();

  constructor(changed: () => void, failed: (failure: Failure) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Another report: a card of the one before says nothing of it. */
  of(analysis: Analysis | undefined): void {
    if (analysis !== this.#analysis) this.#noted.clear();
    this.#analysis = analysis;
    this.close();
  }

  /** What is noted on the customer whose card is open: typed, or read from a file. */
  get note(): string {
    const { shown } = this;
    return shown ? this.#noted.get(shown.row.customer) ?? shown.note ?? '' : '';
  }

  set note(text: string) {
    const { shown } = this;
    if (shown) this.#noted.set(shown.row.customer, text);
  }

  /** All that was typed, for a file that leaves. */
  get notes(): NonNullable<CustomerQuery['notes']> {
    return Array.from(this.#noted, ([customer, text]) => ({ customer, text: text.trim() }));
  }

  /** Explains a customer, under a pseudonym where there is a key. */
  async open(number: number, mask: string | undefined): Promise<void> {
    const question = ++this.#question;
    try {
      const card = await this.#analysis?.customer({ number, mask });
      if (question !== this.#question) return;
      this.shown = card;
      this.#changed();
    } catch (thrown) {
      if (question === this.#question) this.#failed(failureOf(thrown));
    }
  }

  close(): void {
    this.#question += 1;
    if (!this.shown) return;
    this.shown = undefined;
    this.#changed();
  }
}
