/** Hours of service for each group and tier, in proportion to the value at stake: a heat table. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { vars } from '../../charts/vars.js';
import type { Budget, ValueTier } from '../../engine/types.js';
import type { ViewContext } from '../context.js';
import type { PlanHandlers } from '../plan.js';

const TIERS: readonly ValueTier[] = ['high', 'medium', 'low'];

export function renderService(budget: Budget, ctx: ViewContext, on: PlanHandlers): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.plan.service;
  const { action, valueTier } = ctx.m.terms;
  const [any] = budget.service;
  if (!any) return html``;
  const most = budget.service.reduce((found, cell) => (cell.share > found.share ? cell : found), any);
  const groups = budget.groups.filter(({ customers }) => customers > 0);
  return html`
    <div class="r-plan-part">
      <h3 class="r-heading">
        ${most.share > 0 ? words.title(fmt, { name: action[most.action], tier: valueTier[most.tier], share: most.share }) : words.none}
      </h3>
      <p class="r-about">${words.about}</p>
      <label class="r-field r-hours">
        <span>${words.hours}</span>
        <input type="number" min="0" step="any" inputmode="decimal" .value=${live(String(budget.hours ?? ''))}
          @change=${(event: Event) => {
            const text = (event.target as HTMLInputElement).value;
            on.assume({ hours: text === '' ? undefined : Number(text) });
          }} />
      </label>
      <div class="r-scroll" tabindex="0" role="region" aria-label=${words.table}>
        <table class="r-heat r-service">
          <caption class="r-hidden">${words.table}</caption>
          <thead>
            <tr>
              <td></td>
              ${TIERS.map((tier) => html`<th scope="col">${valueTier[tier]}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${groups.map(
              ({ id }) => html`<tr>
                <th scope="row">${action[id]}</th>
                ${TIERS.map((tier) => {
                  const cell = budget.service.find((one) => one.action === id && one.tier === tier);
                  if (!cell || cell.customers === 0) return html`<td>${ctx.m.none}</td>`;
                  return html`<td ${vars({ share: cell.share / (most.share || 1) })}>
                    <button type="button" class="r-link" @click=${() => ctx.open({ action: id, value_tier: tier, sort: 'value_at_risk', descending: true })}>
                      ${words.cell(fmt, cell)}</button>
                    ${cell.minutes === undefined ? nothing : html`<span>${words.minutes(fmt, { minutes: cell.minutes })}</span>`}
                    <span>${ctx.m.report.customers(fmt, { count: cell.customers })}</span>
                    <span>${words.value} ${fmt.moneyShort(cell.value)}</span>
                  </td>`;
                })}
              </tr>`,
            )}
          </tbody>
        </table>
      </div>
    </div>
  `;
}
