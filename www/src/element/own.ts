/**
 * Segments of one's own: those that are kept, how many are in each, and the one that is being made.
 *
 * Counts are asked for where there is something to count; what a rule can be about, when someone begins to make one. An
 * answer to an older question is dropped.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { OwnCount, OwnFields, OwnSegment } from '../engine/types.js';
import { isComplete } from '../views/own-rule.js';

/** A segment that is being made, or changed. */
export interface OwnDraft {
  rule: OwnSegment;
  /** Its place among those kept; absent for a new one. */
  place: number | undefined;
  count?: OwnCount | undefined;
}

export interface OwnState {
  counts: readonly OwnCount[];
  fields?: OwnFields | undefined;
  draft?: OwnDraft | undefined;
}

export class Own {
  state: OwnState = { counts: [] };
  #analysis: Analysis | undefined;
  #changed: () => void;
  #failed: (failure: Failure) => void;
  #question = 0;
  #counting = 0;

  constructor(changed: () => void, failed: (failure: Failure) => void) {
    this.#changed = changed;
    this.#failed = failed;
  }

  /** The segments of another report: of the same file a draft stays. `masked`: what could name somebody is not asked for. */
  of(analysis: Analysis | undefined, kept: readonly OwnSegment[], masked = false): void {
    const same = analysis !== undefined && analysis === this.#analysis;
    this.#analysis = analysis;
    this.#question += 1;
    this.state = { counts: same ? this.state.counts : [], draft: same ? this.state.draft : undefined };
    void this.count(kept);
    if (this.state.draft) {
      void this.#fields(masked);
      this.change(this.state.draft.rule);
    }
  }

  /** Counts the segments that are kept. */
  async count(kept: readonly OwnSegment[]): Promise<void> {
    const question = ++this.#counting;
    const counts = kept.length === 0 ? [] : await this.#ask((analysis) => analysis.ownSegments(kept));
    if (question !== this.#counting || counts === undefined) return;
    this.state = { ...this.state, counts };
    this.#changed();
  }

  /** Begins a new one, or changes one that is kept. */
  edit(rule: OwnSegment, place: number | undefined, masked: boolean): void {
    this.state = { ...this.state, draft: { rule, place } };
    this.#changed();
    void this.#fields(masked);
    this.change(rule);
  }

  /** The rule under the hand: who is in it follows at once. */
  change(rule: OwnSegment): void {
    const { draft } = this.state;
    if (!draft) return;
    const question = ++this.#question;
    const complete = isComplete(rule);
    this.state = { ...this.state, draft: { ...draft, rule, count: complete ? draft.count : undefined } };
    this.#changed();
    if (!complete) return;
    // Also before it has a name.
    const named = { ...rule, name: rule.name.trim() || '–' };
    void this.#ask((analysis) => analysis.ownSegments([named])).then((counts) => {
      if (question !== this.#question || !this.state.draft || !counts) return;
      this.state = { ...this.state, draft: { ...this.state.draft, count: counts[0] } };
      this.#changed();
    });
  }

  close(): void {
    this.#question += 1;
    this.state = { ...this.state, draft: undefined };
    this.#changed();
  }

  async #fields(masked: boolean): Promise<void> {
    const fields = await this.#ask((analysis) => analysis.ownFields(masked));
    if (!fields) return;
    this.state = { ...this.state, fields };
    this.#changed();
  }

  async #ask<T>(question: (analysis: Analysis) => Promise<T>): Promise<T | undefined> {
    const analysis = this.#analysis;
    if (!analysis) return undefined;
    try {
      const answer = await question(analysis);
      return analysis === this.#analysis ? answer : undefined;
    } catch (thrown) {
      if (analysis === this.#analysis) this.#failed(failureOf(thrown));
      return undefined;
    }
  }
}
