/** The RFM grid: recency down, frequency across, colour for the share of revenue and the number in every cell. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { Axis, Report, Rfm } from '../../engine/types.js';
import type { ViewContext } from '../context.js';

/** Scores that stand in one row or column, with the values they hold. */
export interface Band {
  /** Lowest and highest score. */
  low: number;
  high: number;
  /** Lowest and highest value; the last band has no highest. */
  from: number;
  to: number | undefined;
}

/** Bands of one axis. `edges[i]` is the upper end of the i-th level in the order of the edges. */
function bands(rfm: Rfm, axis: Axis, edges: number[], least: number, scores: number[]): Band[] {
  const found: Band[] = [];
  const score = (level: number): number => scores[level] ?? 0;
  let from = least;
  let level = 0;
  while (level < scores.length) {
    let last = level;
    // Scores that fell together share a row: their edges are one value.
    const together = (next: number): boolean =>
      rfm.merged.some((m) => m.axis === axis && [level, next].every((l) => score(l) >= m.from && score(l) <= m.to));
    while (last + 1 < scores.length && together(last + 1)) last += 1;
    const edge = last < edges.length ? edges[last] : undefined;
    const to = edge === undefined ? undefined : Math.floor(edge);
    const [a, b] = [score(level), score(last)];
    found.push({ low: Math.min(a, b), high: Math.max(a, b), from, to });
    if (to !== undefined) from = to + 1;
    level = last + 1;
  }
  return found;
}

/** The scores there are, lowest first: thirds give 1, 3 and 5. */
const scoresOf = (rfm: Rfm): number[] => (rfm.method === 'tertiles' ? [1, 3, 5] : [1, 2, 3, 4, 5]);

/** Best recency first. */
export const recencyBands = (rfm: Rfm): Band[] =>
  bands(rfm, 'recency', rfm.recency_edges, 0, scoresOf(rfm).reverse());

/** Fewest orders first. */
export const frequencyBands = (rfm: Rfm): Band[] =>
  bands(rfm, 'frequency', rfm.frequency_edges, 1, scoresOf(rfm));

/** Five shades, 1 to 5. By the square root, because revenue is always concentrated and small shares differ too. */
function shade(share: number, highest: number): number {
  if (!(share > 0) || !(highest > 0)) return 1;
  return Math.min(5, 1 + Math.floor(Math.sqrt(share / highest) * 5));
}

export function renderGrid(report: Report, ctx: ViewContext): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.report.who.grid;
  const { rfm } = report;
  if (!rfm) return html`<p class="r-off">${words.off}</p>`;
  const rows = recencyBands(rfm);
  const columns = frequencyBands(rfm);
  const highest = Math.max(0, ...rfm.grid.map((cell) => cell.share_net));
  const top = rfm.grid.find((cell) => cell.share_net === highest);
  const topRow = top && rows.find((row) => top.r >= row.low && top.r <= row.high);
  const topColumn = top && columns.find((column) => top.f >= column.low && top.f <= column.high);
  const cellAt = (row: Band, column: Band) =>
    rfm.grid.find(
      (cell) =>
        cell.customers > 0 && cell.r >= row.low && cell.r <= row.high && cell.f >= column.low && cell.f <= column.high,
    );
  return html`
    ${top && topRow && topColumn
      ? html`<h3 class="r-heading">
          ${words.finding(fmt, {
            recency: words.recency(fmt, topRow),
            orders: words.orders(fmt, topColumn),
            customers: top.customers,
            share_net: top.share_net,
          })}
        </h3>`
      : nothing}
    <table class="r-grid">
      <caption class="r-hidden">${words.caption}</caption>
      <thead>
        <tr>
          <td class="r-corner">${words.axes}</td>
          ${columns.map(
            (column) => html`<th scope="col">
              <b>${words.orders(fmt, { from: column.from, to: column.to })}</b>
              <span>${words.score(fmt, { from: column.low, to: column.high })}</span>
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) => html`<tr>
            <th scope="row">
              <b>${words.recency(fmt, { from: row.from, to: row.to })}</b>
              <span>${words.score(fmt, { from: row.low, to: row.high })}</span>
            </th>
            ${columns.map((column) => {
              const cell = cellAt(row, column);
              if (!cell) return html`<td><span class="r-cell r-shade-0"><span class="r-hidden">${words.empty}</span></span></td>`;
              const { r, f, customers, share_net, net } = cell;
              return html`<td>
                <button
                  type="button"
                  class="r-cell r-shade-${shade(share_net, highest)}"
                  @click=${() => ctx.open({ r, f })}
                >
                  <b aria-hidden="true">${fmt.count(customers)}</b><span aria-hidden="true">${fmt.share(share_net)}</span>
                  <span class="r-hidden">${words.cell(fmt, { customers, share_net, net })}</span>
                </button>
              </td>`;
            })}
          </tr>`,
        )}
      </tbody>
    </table>
    <p class="r-key">
      <span>${words.key}</span>
      <span>${words.less}</span>
      ${[1, 2, 3, 4, 5].map((n) => html`<span class="r-swatch r-shade-${n}"></span>`)}
      <span>${words.more}</span>
    </p>
    ${rfm.merged.map(
      (merged) => html`<p class="r-aside">
        <b>${ctx.m.terms.axis[merged.axis]}</b> ${ctx.m.report.merged(fmt, merged)}
      </p>`,
    )}
  `;
}
