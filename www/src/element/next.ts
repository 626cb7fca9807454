/**
 * What NEXT shows: computed when the section comes near the screen, and again when the report changes while it is there. An
 * answer to an older question is dropped.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { CrossSell } from '../engine/types.js';

export interface NextState {
  found?: CrossSell | undefined;
  /** Why there is nothing. */
  failure?: Failure | undefined;
  asking: boolean;
}

export class Next {
  state: NextState = { asking: false };
  #analysis: Analysis | undefined;
  #changed: () => void;
  #near = false;
  #stale = false;
  #question = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** What a report is followed by; of the same file the last answer stays until the new one is there. */
  of(analysis: Analysis | undefined): void {
    const same = analysis !== undefined && analysis === this.#analysis;
    this.#analysis = analysis;
    this.#question += 1;
    this.#stale = analysis !== undefined;
    this.state = { found: same ? this.state.found : undefined, asking: false };
    if (this.#near) void this.#ask();
  }

  /** Whether the section is near the screen. */
  near(near: boolean): void {
    this.#near = near;
    if (near) void this.#ask();
  }

  async #ask(): Promise<void> {
    const analysis = this.#analysis;
    if (!analysis || !this.#stale) return;
    this.#stale = false;
    const question = ++this.#question;
    this.state = { ...this.state, asking: true };
    this.#changed();
    try {
      const found = await analysis.crossSell();
      if (question !== this.#question) return;
      this.state = { found, asking: false };
    } catch (thrown) {
      if (question !== this.#question) return;
      this.state = { failure: failureOf(thrown), asking: false };
    }
    this.#changed();
  }
}
