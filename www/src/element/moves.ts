/**
 * What MOVES shows: the movement between two days, and one page of the customers who moved.
 *
 * It is computed when the section comes near the screen, and again when the report changes while it is there. An answer to
 * an older question is dropped.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { Movement, MovementQuery, MoverPage, MoverQuery } from '../engine/types.js';

/** Customers on a page of the list. */
export const MOVERS = 10;

const risers: MoverQuery = { direction: 'up', offset: 0, limit: MOVERS };

export interface MovesState {
  query: MovementQuery;
  movement?: Movement | undefined;
  /** Why there is none. */
  failure?: Failure | undefined;
  asking: boolean;
  list: MoverQuery;
  page?: MoverPage | undefined;
}

export class Moves {
  state: MovesState = { query: {}, asking: false, list: risers };
  #analysis: Analysis | undefined;
  #changed: () => void;
  #failed: (failure: Failure) => void;
  #near = false;
  #stale = false;
  #question = 0;

  constructor(changed: () => void, failed: (failure: Failure) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** The movement of a report: of the same file with the same question, as far as the earlier day still is earlier. */
  of(analysis: Analysis | undefined): void {
    const same = analysis !== undefined && analysis === this.#analysis;
    const { query, movement, list } = this.state;
    const asOf = analysis?.report?.as_of;
    const kept = same && asOf !== undefined && query.from !== undefined && query.from < asOf ? query.from : undefined;
    this.#analysis = analysis;
    this.#question += 1;
    this.#stale = analysis !== undefined;
    this.state = same
      ? { query: { ...query, from: kept }, movement, list: { ...list, offset: 0 }, asking: false }
      : { query: {}, list: risers, asking: false };
    if (this.#near) void this.#ask();
  }

  /** Whether the section is near the screen. */
  near(near: boolean): void {
    this.#near = near;
    if (near) void this.#ask();
  }

  /** Compares other days, or counts cohorts in other periods. */
  ask(change: Partial<MovementQuery>): void {
    this.state = { ...this.state, query: { ...this.state.query, ...change } };
    this.#stale = true;
    void this.#ask();
  }

  /** Lists other customers, or another page of them. */
  async list(list: MoverQuery): Promise<void> {
    const analysis = this.#analysis;
    const question = this.#question;
    this.state = { ...this.state, list };
    this.#changed();
    if (!analysis || !this.state.movement || this.#stale) return;
    try {
      const page = await analysis.movers(list);
      if (question !== this.#question || list !== this.state.list) return;
      this.state = { ...this.state, page };
      this.#changed();
    } catch (thrown) {
      if (question === this.#question && list === this.state.list) this.#failed(failureOf(thrown));
    }
  }

  async #ask(): Promise<void> {
    const analysis = this.#analysis;
    if (!analysis || !this.#stale) return;
    this.#stale = false;
    const question = ++this.#question;
    this.state = { ...this.state, asking: true };
    this.#changed();
    try {
      const movement = await analysis.movement(this.state.query);
      if (question !== this.#question) return;
      this.state = { ...this.state, movement, failure: undefined, asking: false };
      await this.list({ ...this.state.list, offset: 0 });
    } catch (thrown) {
      if (question !== this.#question) return;
      this.state = { ...this.state, movement: undefined, page: undefined, failure: failureOf(thrown), asking: false };
      this.#changed();
    }
  }
}
