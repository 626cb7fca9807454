/** The value tiers at the end of every period: stacked bars, by number of customers. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from '../../charts/vars.js';
import type { Movement } from '../../engine/types.js';
import type { ViewContext } from '../context.js';

const RAMP = { high: 5, medium: 4, low: 2 } as const;

export function renderMix(movement: Movement, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.moves.mix;
  const { mix } = movement;
  const high = (at: number): number => mix.at(at)?.tiers.find(({ id }) => id === 'high')?.customers ?? 0;
  const title = words.title(fmt, {
    first: high(0), last: high(-1), from: mix.at(0)?.day ?? movement.from, to: movement.to,
  });
  const all = mix.map(({ tiers }) => tiers.reduce((sum, { customers }) => sum + customers, 0));
  const most = Math.max(1, ...all);
  const { valueTier } = ctx.m.terms;
  return html`
    <div class="r-move-part r-mix">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about(fmt, movement)}</p>
      <p class="r-mix-key" aria-hidden="true">
        ${(['high', 'medium', 'low'] as const).map(
          (id) => html`<span><i ${vars({ tone: `var(--value-tiers-value-${RAMP[id]})` })}></i>${valueTier[id]}</span>`,
        )}
      </p>
      <div class="r-mix-bars" role="img" aria-label=${title}>
        ${mix.map(
          ({ day, tiers }, i) => html`<span class="r-mix-day">${fmt.day(day)}</span>
            <span class="r-mix-bar">
              ${tiers.map(({ id, customers }) => html`<span ${vars({ share: customers / most, tone: `var(--value-tiers-value-${RAMP[id]})` })}></span>`)}
              <b>${fmt.count(all[i] ?? 0)}</b>
            </span>`,
        )}
      </div>
      <details class="r-details">
        <summary>${ctx.m.report.behind}</summary>
        <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
          <table class="r-plain">
            <thead>
              <tr>
                <th scope="col">${words.day}</th>
                ${mix[0]?.tiers.map(({ id }) => html`<th scope="col" class="r-num">${valueTier[id]}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${mix.map(
                ({ day, tiers }) => html`<tr>
                  <th scope="row">${fmt.day(day)}</th>
                  ${tiers.map((tier) => html`<td class="r-num">${words.of(fmt, tier)}<br /><span class="r-share">${fmt.money(tier.net)}</span></td>`)}
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  `;
}
