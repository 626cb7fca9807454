/**
 * Groups of customers as a table with bars: one row a group, customers beside money. It is its own table of numbers,
 * and every view of WHO that has named groups is this one.
 */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { bar } from '../charts/bar.js';
import { icon, toneOf } from '../charts/tone.js';
import type { ActionId, CustomerQuery, Total } from '../engine/types.js';
import type { ViewContext } from './context.js';

export interface GroupRow {
  name: string;
  /** The action group whose colour and icon it wears. */
  tone: ActionId;
  /** After the name: the rule, or the arrows of the eight types. */
  rule?: string | undefined;
  /** Below the name. */
  remark?: string | undefined;
  customers: number;
  net: Total;
  recency?: number | undefined;
  orders?: number | undefined;
  /** How to list its customers, where the engine can. */
  query?: Partial<CustomerQuery> | undefined;
}

/** `buyers` and `net` are the wholes that the bars are parts of. */
export function groupTable(
  ctx: ViewContext,
  rows: GroupRow[],
  whole: { buyers: number; net: Total },
  caption: string,
): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report;
  const net = Number(whole.net);
  const ofCustomers = (row: GroupRow): number => (whole.buyers > 0 ? row.customers / whole.buyers : 0);
  const ofNet = (row: GroupRow): number => (net > 0 ? Number(row.net) / net : 0);
  // One scale for both bars of all rows, so that they may be compared.
  const longest = Math.max(0.01, ...rows.flatMap((row) => [ofCustomers(row), ofNet(row)]));
  const medians = rows.some((row) => row.recency !== undefined || row.orders !== undefined);
  return html`
    <table class="r-groups">
      <caption class="r-hidden">${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${words.who.group}</th>
          <th scope="col" class="r-num">${words.who.customers}</th>
          <th scope="col" class="r-num">${words.who.net}</th>
          ${medians
            ? html`<th scope="col" class="r-num r-wide">${words.who.recency}</th>
                <th scope="col" class="r-num r-wide">${words.who.orders}</th>`
            : nothing}
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const tone = toneOf(row.tone);
          const { query } = row;
          return html`
            <tr class=${row.customers === 0 ? 'r-none' : ''}>
              <th scope="row">
                <span class="r-name r-tone-${row.tone}">
                  ${icon(row.tone)}
                  ${query && row.customers > 0
                    ? html`<button type="button" class="r-link" @click=${() => ctx.open(query)}>${row.name}</button>`
                    : html`<span>${row.name}</span>`}
                  ${row.rule ? html`<span class="r-rule">${row.rule}</span>` : nothing}
                </span>
                ${row.remark ? html`<span class="r-remark">${row.remark}</span>` : nothing}
              </th>
              <td class="r-num">
                <span class="r-figure">
                  <span>${fmt.count(row.customers)}</span>
                  ${row.customers > 0 ? html`<span class="r-share">${fmt.share(ofCustomers(row))}</span>` : nothing}
                </span>
                ${bar(ofCustomers(row) / longest, 'var(--value-tiers-quiet)')}
              </td>
              <td class="r-num">
                <span class="r-figure">
                  <span>${row.customers > 0 ? fmt.money(row.net) : ctx.m.none}</span>
                  ${row.customers > 0 ? html`<span class="r-share">${fmt.share(ofNet(row))}</span>` : nothing}
                </span>
                ${bar(ofNet(row) / longest, tone)}
              </td>
              ${medians
                ? html`<td class="r-num r-wide">${row.recency === undefined ? ctx.m.none : fmt.count(row.recency)}</td>
                    <td class="r-num r-wide">${row.orders === undefined ? ctx.m.none : fmt.number(row.orders)}</td>`
                : nothing}
            </tr>
          `;
        })}
      </tbody>
    </table>
  `;
}
