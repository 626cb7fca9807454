/** Who moved furthest, with the reason: risers, fallers, or the customers of one cell of the matrix. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { MovesState } from '../../element/moves.js';
import { MOVERS } from '../../element/moves.js';
import type { Movement, Mover } from '../../engine/types.js';
import type { ViewContext } from '../context.js';
import { renderPager } from '../customers.js';
import type { MovesHandlers } from '../moves.js';
import { oneOf } from '../switch.js';
import { nameOf } from './groups.js';

function row(mover: Mover, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const { none, terms, moves } = ctx.m;
  const before = mover.tier_before ? terms.valueTier[mover.tier_before] : moves.fresh;
  const after = mover.tier_after ? terms.valueTier[mover.tier_after] : moves.gone;
  const index = (value: number | undefined): string => (value === undefined ? none : fmt.number(value, 0));
  return html`<tr>
    <th scope="row"><button type="button" class="r-link" @click=${() => ctx.open({ search: mover.customer })}>${mover.customer}</button></th>
    <td>${before === after ? before : html`${before} → ${after}`}</td>
    <td class="r-num">${index(mover.index_before)} → ${index(mover.index_after)}</td>
    <td>${moves.movers.reason[mover.reason](fmt, mover)}</td>
    <td class="r-num">${fmt.money(mover.net)}</td>
  </tr>`;
}

export function renderMovers(movement: Movement, state: MovesState, ctx: ViewContext, on: MovesHandlers): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.moves.movers;
  const { list, page } = state;
  const { direction } = list;
  const total = page?.total ?? 0;
  const view = list.by ?? 'tiers';
  const title = direction
    ? (direction === 'up' ? words.titleUp : words.titleDown)(fmt, {
        ...(direction === 'up' ? movement.risers : movement.fallers), from: movement.from,
      })
    : words.titleCell(fmt, {
        customers: total, from: nameOf(ctx, view, list.from ?? '', false), to: nameOf(ctx, view, list.to ?? '', true),
      });
  const turn = (to: 'up' | 'down'): void => on.list({ direction: to, offset: 0, limit: MOVERS });
  return html`
    <div class="r-move-part r-movers">
      <h3 class="r-heading" aria-live="polite">${title}</h3>
      ${direction
        ? oneOf('movers', words.switch, [{ id: 'up', name: words.up }, { id: 'down', name: words.down }], direction, turn)
        : html`<button type="button" class="r-button" @click=${() => turn('up')}>${words.back}</button>`}
      ${page === undefined ? nothing : total === 0 ? html`<p class="r-off">${words.nobody}</p>` : html`
        <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
          <table class="r-plain">
            <caption class="r-hidden">${title}</caption>
            <thead>
              <tr>
                <th scope="col">${words.customer}</th>
                <th scope="col">${words.tier}</th>
                <th scope="col" class="r-num">${words.index}</th>
                <th scope="col">${words.why}</th>
                <th scope="col" class="r-num">${words.net}</th>
              </tr>
            </thead>
            <tbody>${page.rows.map((mover) => row(mover, ctx))}</tbody>
          </table>
        </div>
        ${renderPager(ctx.m, fmt, list.offset, list.limit, total, (offset) => on.list({ ...list, offset }), nothing)}
      `}
    </div>
  `;
}
