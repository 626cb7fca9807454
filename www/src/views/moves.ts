/** MOVES: from → to between two days, who rose and fell and why, the tiers over time, cohorts, and why revenue changed. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { MovesState } from '../element/moves.js';
import type { MovementQuery, MoverQuery, Report } from '../engine/types.js';
import type { ViewContext } from './context.js';
import { renderChange } from './moves/change.js';
import { renderCohorts } from './moves/cohorts.js';
import { renderIndicators } from './moves/indicators.js';
import { renderShifts } from './moves/shifts.js';
import { renderMigration } from './moves/migration.js';
import { renderMix } from './moves/mix.js';
import { renderMovers } from './moves/movers.js';

export interface MovesHandlers {
  /** Compares other days, or counts cohorts in other periods. */
  ask(change: Partial<MovementQuery>): void;
  /** Lists other customers. */
  list(query: MoverQuery): void;
}

export function renderMoves(report: Report, state: MovesState, ctx: ViewContext, on: MovesHandlers): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.moves;
  const { movement, failure } = state;
  if (report.input.shape === 'customers' || report.as_of === undefined) {
    return html`<div class="r-view r-moves"><p class="r-off">${words.noDates}</p></div>`;
  }
  const dates = html`
    <div class="r-move-dates">
      <label class="field inline">
        <span>${words.from}</span>
        <input type="date" min=${report.first_day ?? ''} max=${report.as_of} .value=${live(state.query.from ?? movement?.from ?? '')}
          @change=${(event: Event) => {
            const from = (event.target as HTMLInputElement).value;
            on.ask({ from: from === '' ? undefined : from });
          }} />
      </label>
      <span role="status" class="r-aside">${state.asking || !(movement || failure) ? words.working : nothing}</span>
    </div>
  `;
  if (!movement) {
    const says = failure && (failure.code === 'bad-setting' ? words.tooShort : ctx.m.failures[failure.code](fmt, failure));
    return html`<div class="r-view r-moves">${dates}${says ? html`<p class="r-off" role="alert">${says}</p>` : nothing}</div>`;
  }
  const { high } = movement;
  return html`
    <div class="r-view r-moves" aria-busy=${state.asking}>
      ${dates}
      <p class="r-about">${words.compared(fmt, movement)} ${words.held(fmt, movement)}</p>
      ${renderMigration(report, movement, ctx, on)} ${renderMovers(movement, state, ctx, on)}
      <div class="r-move-part">
        <h3 class="r-heading">
          ${high.customers === 0 ? words.high.nobody(fmt, movement) : words.high.title(fmt, { ...high, from: movement.from })}
        </h3>
        ${high.net_before === undefined || high.customers === 0
          ? nothing
          : html`<p class="r-about">${words.high.money(fmt, { before: high.net_before, since: high.net_between })}</p>`}
      </div>
      ${renderIndicators(movement, ctx)} ${renderShifts(movement, ctx)} ${renderMix(movement, ctx)} ${renderCohorts(movement, ctx, on)} ${renderChange(movement, ctx)}
    </div>
  `;
}
