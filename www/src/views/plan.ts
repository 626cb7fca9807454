/** PLAN: what a budget could keep, hours of service against value, and what if. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { PlanState } from '../element/plan.js';
import type { BudgetSettings, SegmentId } from '../engine/types.js';
import type { ViewContext } from './context.js';
import { renderBudget } from './plan/budget.js';
import { renderService } from './plan/service.js';
import { renderWhatIf } from './plan/what-if.js';

export interface PlanHandlers {
  /** Other assumptions, or examples of them. */
  assume(change: Partial<BudgetSettings>, example?: boolean): void;
  /** Shows the sliders of another segment. */
  turn(segment: SegmentId): void;
}

export function renderPlan(state: PlanState, ctx: ViewContext, on: PlanHandlers): TemplateResult {
  const { budget, failure } = state;
  if (!budget) {
    const says = failure ? ctx.m.failures[failure.code](ctx.fmt, failure) : ctx.m.plan.working;
    return html`<div class="r-view r-planning"><p class="r-off" role="status">${says}</p></div>`;
  }
  return html`
    <div class="r-view r-planning">
      ${failure ? html`<p class="r-off" role="alert">${ctx.m.failures[failure.code](ctx.fmt, failure)}</p>` : nothing}
      ${renderBudget(budget, state, ctx, on)} ${renderService(budget, ctx, on)} ${renderWhatIf(budget, state, ctx, on)}
    </div>
  `;
}
