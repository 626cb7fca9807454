/** Why revenue changed: a waterfall from one period to the next, on its side so that it fits a telephone. */

import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from '../../charts/vars.js';
import type { Movement, Total, ValueChange } from '../../engine/types.js';
import type { ViewContext } from '../context.js';

const PARTS = ['customers', 'orders', 'basket', 'refunds'] as const;

/** The part that did most. */
function largest(change: ValueChange): (typeof PARTS)[number] {
  const [first, ...rest] = PARTS;
  return rest.reduce<(typeof PARTS)[number]>(
    (most, part) => (Math.abs(Number(change[part])) > Math.abs(Number(change[most])) ? part : most), first,
  );
}

export function renderChange(movement: Movement, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.moves.change;
  const { change } = movement;
  if (!change) {
    return html`<div class="r-move-part"><p class="r-off">${words.none}</p></div>`;
  }
  const { before, after } = change;
  const title = words.title(fmt, { change, part: largest(change) });
  const signed = (money: Total): string => `${Number(money) > 0 ? '+' : ''}${fmt.money(money)}`;
  // Where each step begins and ends on the scale of money.
  let at = Number(before.net);
  const steps = PARTS.map((part) => {
    const from = at;
    at += Number(change[part]);
    return { name: words[part], text: signed(change[part]), from, to: at, tone: at < from ? 'save' : 'welcome' };
  });
  const bars = [
    { name: words.before, text: fmt.money(before.net), from: 0, to: Number(before.net), tone: 'protect' },
    ...steps,
    { name: words.after, text: fmt.money(after.net), from: 0, to: Number(after.net), tone: 'protect' },
  ];
  const ends = bars.flatMap(({ from, to }) => [from, to]);
  const low = Math.min(0, ...ends);
  const span = Math.max(...ends) - low || 1;
  const place = (value: number): number => (value - low) / span;
  const each = (value: number | undefined, decimals: number): string => (value === undefined ? ctx.m.none : fmt.fixed(value, decimals));
  const rows = [
    [words.customers, fmt.count(before.customers), fmt.count(after.customers), signed(change.customers)],
    [words.table.ordersEach, each(before.orders_each, 3), each(after.orders_each, 3), signed(change.orders)],
    [words.basket, each(before.basket, 2), each(after.basket, 2), signed(change.basket)],
    [words.refunds, fmt.money(before.refunds), fmt.money(after.refunds), signed(change.refunds)],
    [words.table.net, fmt.money(before.net), fmt.money(after.net), signed(change.net)],
  ] as const;
  return html`
    <div class="r-move-part r-change">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.kept(fmt, { kept: change.kept, before: before.customers, after: after.customers })}</p>
      <div class="r-waterfall" role="img" aria-label=${title}>
        ${bars.map(
          ({ name, text, from, to, tone }) => html`<span class="r-fall-name">${name}</span>
            <span class="r-fall-text"><b>${text}</b></span>
            <span class="r-fall-track">
              <span ${vars({
                from: place(Math.min(from, to)), to: place(Math.max(from, to)), tone: `var(--value-tiers-${tone})`,
              })}></span>
            </span>`,
        )}
      </div>
      <p class="r-aside">${words.about}</p>
      <details class="r-details">
        <summary>${ctx.m.report.behind}</summary>
        <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
          <table class="r-plain">
            <thead>
              <tr>
                <th scope="col">${words.table.part}</th>
                <th scope="col" class="r-num">${words.table.before}<br />${words.period(fmt, before)}</th>
                <th scope="col" class="r-num">${words.table.after}<br />${words.period(fmt, after)}</th>
                <th scope="col" class="r-num">${words.table.effect}</th>
              </tr>
            </thead>
            <tbody>
              ${rows.map(
                ([part, was, is, effect]) => html`<tr>
                  <th scope="row">${part}</th>
                  <td class="r-num">${was}</td>
                  <td class="r-num">${is}</td>
                  <td class="r-num">${effect}</td>
                </tr>`,
              )}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  `;
}
