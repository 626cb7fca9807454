/**
 * The clusters of the report on the screen: computed when their view is shown, and again when the report changes while it
 * is. An answer to an older question is dropped.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { Clustering } from '../engine/types.js';

export interface ClustersState {
  clustering?: Clustering | undefined;
  /** Why there are none. */
  failure?: Failure | undefined;
  asking: boolean;
}

export class Clusters {
  state: ClustersState = { asking: false };
  #analysis: Analysis | undefined;
  #changed: () => void;
  #shown = false;
  #stale = false;
  #question = 0;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The clusters of a report; those of the same file stay on the screen until the new ones are there. */
  of(analysis: Analysis | undefined): void {
    const same = analysis !== undefined && analysis === this.#analysis;
    this.#analysis = analysis;
    this.#question += 1;
    this.#stale = analysis !== undefined;
    this.state = { clustering: same ? this.state.clustering : undefined, asking: false };
    if (this.#shown) void this.#ask();
  }

  /** Whether their view is the one that is shown. */
  show(shown: boolean): void {
    this.#shown = shown;
    if (shown) void this.#ask();
  }

  async #ask(): Promise<void> {
    const analysis = this.#analysis;
    if (!analysis || !this.#stale) return;
    this.#stale = false;
    const question = ++this.#question;
    this.state = { ...this.state, asking: true };
    this.#changed();
    try {
      const clustering = await analysis.clusters();
      if (question !== this.#question) return;
      this.state = { clustering, asking: false };
    } catch (thrown) {
      if (question !== this.#question) return;
      this.state = { failure: failureOf(thrown), asking: false };
    }
    this.#changed();
  }
}
