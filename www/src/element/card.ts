/**
 * The card of one customer: asked for when it is opened, gone when it is closed. An answer that nobody waits for any more is
 * dropped.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { CustomerCard } from '../engine/types.js';

export class Card {
  shown: CustomerCard | undefined;
  #analysis: Analysis | undefined;
  #changed: () => void;
  #failed: (failure: Failure) => void;
  #question = 0;

  constructor(changed: () => void, failed: (failure: Failure) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** Another report: a card of the one before says nothing of it. */
  of(analysis: Analysis | undefined): void {
    this.#analysis = analysis;
    this.close();
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
