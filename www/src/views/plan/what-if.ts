/** What if a segment ordered more often, spent more, or stayed: three sliders, and the value to come beside as it is. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { bar } from '../../charts/bar.js';
import type { PlanState } from '../../element/plan.js';
import type { Budget, Change, SegmentId } from '../../engine/types.js';
import { behind } from '../back-test.js';
import type { ViewContext } from '../context.js';
import type { PlanHandlers } from '../plan.js';

const SLIDERS = [
  { id: 'frequency', least: -50, most: 50 },
  { id: 'basket', least: -50, most: 50 },
  { id: 'retention', least: 0, most: 100 },
] as const;
const NONE: Change = { frequency: 0, basket: 0, retention: 0 };

export function renderWhatIf(budget: Budget, state: PlanState, ctx: ViewContext, on: PlanHandlers): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.plan.whatIf;
  const names = ctx.m.terms.segment;
  const assumed = state.assumed.what_if ?? {};
  const chosen = budget.what_if.find(({ segment }) => segment === state.segment) ?? budget.what_if.reduce<(typeof budget.what_if)[number] | undefined>(
    (found, one) => (!found || Number(one.at_stake) > Number(found.at_stake) ? one : found), undefined);
  if (!chosen) return nothing;
  const change = assumed[chosen.segment] ?? NONE;
  const { base, next, months } = budget;
  const title = Object.keys(assumed).length === 0 ? words.flat(fmt, { base, months }) : words.title(fmt, { base, next, months });
  const most = Math.max(0.01, ...budget.what_if.flatMap((one) => [Number(one.base), Number(one.next)]));
  const signed = (value: number, least: number): string => (value > 0 && least < 0 ? `+${fmt.share(value)}` : fmt.share(value));
  return html`
    <div class="r-plan-part">
      <h3 class="r-heading" aria-live="polite">${title}</h3>
      <p class="r-about">${words.formula} ${ctx.m.plan.yours}</p>
      <div class="r-what-if">
        <div class="r-sliders">
          <label class="r-field">
            <span>${words.segment}</span>
            <select .value=${live(chosen.segment)} @change=${(event: Event) => on.turn((event.target as HTMLSelectElement).value as SegmentId)}>
              ${budget.what_if.map(({ segment }) => html`<option value=${segment} ?selected=${segment === chosen.segment}>${names[segment]}</option>`)}
            </select>
          </label>
          ${SLIDERS.map(({ id, least, most: highest }) => {
            const value = change[id] ?? 0;
            return html`<label class="r-slider">
              <span>${words[id]}</span><b>${signed(value, least)}</b>
              <input type="range" min=${least} max=${highest} step="1" .value=${live(String(Math.round(value * 100)))}
                aria-valuetext=${signed(value, least)}
                @input=${(event: Event) => on.assume({
                  what_if: { ...assumed, [chosen.segment]: { ...NONE, ...change, [id]: Number((event.target as HTMLInputElement).value) / 100 } },
                })} />
            </label>`;
          })}
          <button type="button" class="r-button" @click=${() => on.assume({ what_if: {} })}>${words.reset}</button>
        </div>
        <div class="r-rivals" role="img" aria-label=${words.table}>
          ${budget.what_if.map(
            (one) => html`<div class="r-rival">
              <span>${names[one.segment]}</span>
              <b>${one.next === one.base ? fmt.moneyShort(one.base) : `${fmt.moneyShort(one.base)} → ${fmt.moneyShort(one.next)}`}</b>
              ${bar(Number(one.base) / most, 'var(--value-tiers-quiet)')}
              ${one.next === one.base ? nothing : bar(Number(one.next) / most, 'var(--value-tiers-accent)')}
            </div>`,
          )}
        </div>
      </div>
      ${behind(
        words.table,
        [
          { name: words.segment }, { name: ctx.m.risk.customers, number: true }, { name: ctx.m.plan.service.value, number: true },
          { name: ctx.m.risk.atStake, number: true }, { name: words.base, number: true }, { name: words.next, number: true },
        ],
        budget.what_if.map((one) => [
          names[one.segment], fmt.count(one.customers), fmt.money(one.value), fmt.money(one.at_stake), fmt.money(one.base), fmt.money(one.next),
        ]),
        ctx,
      )}
    </div>
  `;
}
