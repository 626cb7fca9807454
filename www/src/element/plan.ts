/**
 * What PLAN shows: what a budget could keep under a person's assumptions.
 *
 * It is computed when the section comes near the screen, and again when the report or an assumption changes. One question is
 * asked at a time; of the changes in between only the latest counts.
 */

import type { Analysis } from '../engine/analysis.js';
import { failureOf, type Failure } from '../engine/protocol.js';
import type { Budget, BudgetSettings, SegmentId } from '../engine/types.js';

export interface PlanState {
  /** The person's assumptions. They are saved with the settings. */
  assumed: BudgetSettings;
  budget?: Budget | undefined;
  /** Why there is none. */
  failure?: Failure | undefined;
  /** The figures in the form are examples until a person changes them. */
  example: boolean;
  /** The segment whose sliders are shown. */
  segment?: SegmentId | undefined;
}

export class Plan {
  state: PlanState = { assumed: {}, example: false };
  #analysis: Analysis | undefined;
  #changed: () => void;
  #near = false;
  #stale = false;
  #asking = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  /** The plan of a report: of the same file with the same assumptions. */
  of(analysis: Analysis | undefined): void {
    const same = analysis !== undefined && analysis === this.#analysis;
    this.#analysis = analysis;
    this.#stale = analysis !== undefined;
    if (!same) this.state = { assumed: analysis?.report?.settings.budget ?? {}, example: false };
    if (this.#near) void this.#ask();
  }

  /** The next report says what is assumed, also of the same file. */
  restore(): void {
    this.#analysis = undefined;
  }

  near(near: boolean): void {
    this.#near = near;
    if (near) void this.#ask();
  }

  /** Other assumptions. */
  assume(change: Partial<BudgetSettings>, example = false): void {
    const kept = this.state.example && !('amount' in change || 'groups' in change);
    this.state = { ...this.state, assumed: { ...this.state.assumed, ...change }, example: example || kept };
    this.#stale = true;
    void this.#ask();
  }

  /** Shows the sliders of another segment. */
  turn(segment: SegmentId): void {
    this.state = { ...this.state, segment };
    this.#changed();
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    this.#changed();
    while (this.#stale && this.#analysis) {
      this.#stale = false;
      const analysis = this.#analysis;
      try {
        const budget = await analysis.budget(this.state.assumed);
        if (analysis === this.#analysis) this.state = { ...this.state, budget, failure: undefined };
      } catch (thrown) {
        if (analysis === this.#analysis) this.state = { ...this.state, failure: failureOf(thrown) };
      }
    }
    this.#asking = false;
    this.#changed();
  }
}
