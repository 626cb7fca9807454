/**
 * A document that is computed when it comes near the screen, and again when the report changes while it is there. An answer to
 * an older question is dropped.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';

export interface DemandState<T> {
  document?: T | undefined;
  /** Why there is none. */
  failure?: Failure | undefined;
  asking: boolean;
}

export class Demand<T> {
  state: DemandState<T> = { asking: false };
  #question: (analysis: Analysis) => Promise<T>;
  #changed: () => void;
  #analysis: Analysis | undefined;
  #near = false;
  #stale = false;
  #number = 0;

  constructor(question: (analysis: Analysis) => Promise<T>, changed: () => void) {
    this.#question = question;
    this.#changed = changed;
  }

  /** The document of a report. What was shown of the same file stays until the new one is there. */
  of(analysis: Analysis | undefined): void {
    const same = analysis !== undefined && analysis === this.#analysis;
    this.#analysis = analysis;
    this.#number += 1;
    this.#stale = analysis !== undefined;
    this.state = { document: same ? this.state.document : undefined, asking: false };
    if (this.#near) void this.#ask();
  }

  /** The question has changed. */
  again(): void {
    if (!this.#analysis) return;
    this.#number += 1;
    this.#stale = true;
    this.state = { ...this.state, asking: false };
    if (this.#near) void this.#ask();
  }

  /** Whether its place is near the screen. */
  near(near: boolean): void {
    this.#near = near;
    if (near) void this.#ask();
  }

  async #ask(): Promise<void> {
    const analysis = this.#analysis;
    if (!analysis || !this.#stale) return;
    this.#stale = false;
    const number = ++this.#number;
    this.state = { ...this.state, asking: true };
    this.#changed();
    try {
      const document = await this.#question(analysis);
      if (number !== this.#number) return;
      this.state = { document, asking: false };
    } catch (thrown) {
      if (number !== this.#number) return;
      this.state = { failure: failureOf(thrown), asking: false };
    }
    this.#changed();
  }
}
