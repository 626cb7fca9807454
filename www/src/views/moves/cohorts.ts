/** Customers by the period of their first order, as a heat table: its shades and its numbers are the same thing. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { CohortTable, Movement, Step } from '../../engine/types.js';
import type { ViewContext } from '../context.js';
import type { MovesHandlers } from '../moves.js';
import { oneOf } from '../switch.js';

const STEPS: readonly Step[] = ['month', 'quarter', 'year'];

function title(table: CohortTable, view: 'retention' | 'value', ctx: ViewContext): string {
  const { fmt } = ctx;
  const words = ctx.m.moves.cohorts;
  const { step, complete } = table;
  const [, next] = table.average;
  if (view === 'retention') return next === undefined ? words.titleNone : words.titleRetention(fmt, { step, share: next });
  const [first] = table.cohorts;
  const after = (first?.value.length ?? 0) - (complete ? 1 : 2);
  const value = first?.value[after];
  return first && value !== undefined && after > 0
    ? words.titleValue(fmt, { step, after, period: words.period(fmt, { step, start: first.start }), value })
    : words.titleNone;
}

export function renderCohorts(movement: Movement, ctx: ViewContext, on: MovesHandlers): TemplateResult {
  const { fmt } = ctx;
  const words = ctx.m.moves.cohorts;
  const table = movement.cohorts;
  const view = ctx.choices.cohorts;
  const { step } = table;
  const longest = Math.max(0, ...table.cohorts.map(({ active }) => active.length));
  const places = Array.from({ length: longest }, (_, after) => after);
  // Everybody orders in the period of their first order: it would drown all others.
  const counted = (values: number[]): number[] => (view === 'retention' ? values.slice(1) : values);
  const most = Math.max(1e-9, ...table.cohorts.flatMap((cohort) => counted(cohort[view])));
  const shade = (value: number, after: number): number =>
    view === 'retention' && after === 0 ? 0 : Math.min(4, Math.ceil((Math.max(value, 0) / most) * 4));
  const text = (value: number): string => (view === 'retention' ? fmt.share(value) : fmt.moneyShort(value));
  const says = title(table, view, ctx);
  return html`
    <div class="r-move-part r-cohorts">
      <h3 class="r-heading">${says}</h3>
      <p class="r-about">${words.about[view]}</p>
      <div class="r-move-switches">
        ${oneOf(
          'cohorts',
          words.switch,
          (['retention', 'value'] as const).map((id) => ({ id, name: words.views[id] })),
          view,
          (cohorts) => ctx.choose({ cohorts }),
        )}
        ${oneOf('cohort-step', words.step, STEPS.map((id) => ({ id, name: words.steps[id] })), step, (chosen) => on.ask({ step: chosen }))}
      </div>
      <div class="r-scroll" tabindex="0" role="region" aria-label=${says}>
        <table class="r-heat">
          <caption class="r-hidden">${says}</caption>
          <thead>
            <tr>
              <th scope="col">${words.first}</th>
              <th scope="col">${words.customers}</th>
              ${places.map((after) => html`<th scope="col">${words.after(fmt, { step, after })}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${table.cohorts.map(
              (cohort) => html`<tr>
                <th scope="row">${words.period(fmt, { step, start: cohort.start })}</th>
                <td>${fmt.count(cohort.customers)}</td>
                ${places.map((after) => {
                  const value = cohort[view][after];
                  if (value === undefined) return html`<td></td>`;
                  const running = !table.complete && after === cohort.active.length - 1;
                  return html`<td class="r-shade-${shade(value, after)}">${text(value)}${running ? '…' : nothing}</td>`;
                })}
              </tr>`,
            )}
            ${view === 'retention' && table.cohorts.length > 1
              ? html`<tr>
                  <th scope="row">${words.average}</th>
                  <td>${fmt.count(table.cohorts.reduce((all, { customers }) => all + customers, 0))}</td>
                  ${places.map((after) => {
                    const value = table.average[after];
                    return html`<td>${value === undefined ? nothing : text(value)}</td>`;
                  })}
                </tr>`
              : nothing}
          </tbody>
        </table>
      </div>
      <p class="r-aside">
        ${words.left} ${table.complete ? nothing : words.running}
        ${table.older > 0 ? words.older(fmt, { customers: table.older }) : nothing}
      </p>
    </div>
  `;
}
