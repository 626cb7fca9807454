/** What changed within each segment: habits and categories of two periods, as two tables of arrows. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CategoryShift, Indicator, Movement, Shift } from '../../engine/types.js';
import type { ViewContext } from '../context.js';
import { differs, valued } from './indicators.js';

/** Findings in the title at most. */
const NAMED = 3;

interface Cell { text: string; by: number | undefined; clear: boolean; known: boolean; from: string; range: string }

function nameOf({ group, segment }: Shift, ctx: ViewContext): string {
  const words = ctx.m.moves.shifts;
  return segment ? ctx.m.terms.segment[segment] : group === 'all' ? words.all : words.notYet;
}

function ofIndicator(one: Indicator, ctx: ViewContext): Cell {
  const words = ctx.m.moves.indicators;
  const { difference, interval, before, after, clear } = one;
  return {
    text: difference === undefined ? ctx.m.none : differs(one, difference, ctx),
    by: difference, clear, known: interval !== undefined,
    from: `${valued(one, before, ctx)} → ${valued(one, after, ctx)}`,
    range: interval ? words.range(ctx.fmt, { low: differs(one, interval[0], ctx), high: differs(one, interval[1], ctx) }) : words.few,
  };
}

function ofCategory({ before, after, interval, clear }: CategoryShift, ctx: ViewContext): Cell {
  const { fmt } = ctx;
  const words = ctx.m.moves.indicators;
  const points = (by: number): string => `${by > 0 ? '+' : ''}${words.points(fmt, { points: fmt.fixed(by * 100, 1) })}`;
  return {
    text: points(after - before), by: after - before, clear, known: interval !== undefined,
    from: `${fmt.share(before, 1)} → ${fmt.share(after, 1)}`,
    range: interval ? words.range(fmt, { low: points(interval[0]), high: points(interval[1]) }) : words.few,
  };
}

function table(caption: string, heads: string[], rows: { name: string; customers: number; cells: Cell[] }[], ctx: ViewContext): TemplateResult {
  const words = ctx.m.moves.shifts;
  return html`
    <div class="r-scroll" tabindex="0" role="region" aria-label=${caption}>
      <table class="r-plain r-arrows">
        <caption>${caption}</caption>
        <thead><tr>
          <th scope="col">${words.segment}</th>
          <th scope="col" class="r-num">${words.customers}</th>
          ${heads.map((head) => html`<th scope="col" class="r-num">${head}</th>`)}
        </tr></thead>
        <tbody>${rows.map(({ name, customers, cells }) => html`<tr>
          <th scope="row">${name}</th>
          <td class="r-num">${ctx.fmt.count(customers)}</td>
          ${cells.map(({ text, by = 0, clear, known, from, range }) => html`<td class="r-num ${clear ? 'r-clear' : known ? '' : 'r-off'}" title=${range}>
            ${by === 0 ? nothing : html`<span aria-hidden="true">${by > 0 ? '▲' : '▼'}</span>`} ${text}
            <span class="r-share">${from}</span>
            ${clear ? html`<span class="r-hidden">${words.clear}</span>` : nothing}
          </td>`)}
        </tr>`)}</tbody>
      </table>
    </div>
  `;
}

export function renderShifts({ shifts, shifts_by, change }: Movement, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.moves.shifts;
  if (!change) return nothing;
  const named = ctx.m.moves.indicators.names;
  const groups = shifts.filter(({ group }) => group !== 'all');
  // What never is, as refunds where there are none, changes nowhere.
  const ids = groups[0]?.indicators.map(({ id }) => id).filter((_, at) => groups.some(({ indicators }) => (indicators[at]?.before ?? 0) + (indicators[at]?.after ?? 0) > 0)) ?? [];
  const habits = groups.map((shift) => ({ name: nameOf(shift, ctx), customers: shift.customers, cells: shift.indicators.filter(({ id }) => ids.includes(id)).map((one) => ofIndicator(one, ctx)) }));
  const categories = shifts.find(({ categories }) => categories.length > 0)?.categories.map(({ name }) => name) ?? [];
  const spent = shifts.filter((shift) => shift.categories.length > 0)
    .map((shift) => ({ name: nameOf(shift, ctx), customers: shift.customers, cells: shift.categories.map((one) => ofCategory(one, ctx)) }));
  if (habits.length + spent.length === 0) return html`<p class="r-aside">${words.short}</p>`;
  const found = [...spent.map((row) => ({ ...row, heads: categories })), ...habits.map((row) => ({ ...row, heads: ids.map((id) => named[id]) }))]
    .flatMap(({ name, cells, heads }) => cells.map((cell, at) => ({ ...cell, name, word: heads[at] ?? '' })));
  const clear = found.filter((cell) => cell.clear);
  const title = words.title(fmt, {
    of: found.filter(({ known }) => known).length, larger: clear.length,
    found: clear.slice(0, NAMED).map(({ name, word, text }) => words.finding(fmt, { name, word, by: text })),
  });
  return html`
    <div class="r-move-part">
      <h3 class="r-heading">${title}</h3>
      ${shifts_by === undefined
        ? html`<p class="r-about">${words.short}</p>`
        : html`<p class="r-about">${words.about(fmt, { day: shifts_by })}</p>`}
      ${habits.length > 0 ? table(words.habits, ids.map((id) => named[id]), habits, ctx) : nothing}
      ${spent.length > 0 ? table(words.categories, categories, spent, ctx) : nothing}
      <p class="r-aside">${words.how}</p>
    </div>
  `;
}
