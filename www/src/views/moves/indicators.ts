/** The indicators of two periods: how far each moved with its interval, on one axis with no change in the middle. */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { vars } from '../../charts/vars.js';
import type { Indicator, Movement } from '../../engine/types.js';
import type { ViewContext } from '../context.js';
import { saveChart } from '../save-chart.js';

const MONEY = ['revenue', 'net_per_customer', 'basket'];
const SHARES = ['new_share', 'repeat_rate', 'second_order30', 'second_order90', 'churn_rate', 'refund_rate', 'discount_share'];

/** A value of an indicator in its own unit. */
export function valued({ id }: Indicator, of: number | undefined, { fmt, m }: ViewContext): string {
  return of === undefined ? m.none
    : MONEY.includes(id) ? fmt.money(of)
    : SHARES.includes(id) ? fmt.share(of, 1)
    : id === 'active_customers' ? fmt.count(of)
    : id === 'gap' ? m.moves.indicators.days(fmt, { days: fmt.number(of, 1) })
    : fmt.number(of, 2);
}

const plus = (number: number, text: string): string => `${number > 0 ? '+' : ''}${text}`;

/** The difference of two shares is in points, of anything else in its own unit. */
export function differs({ id }: Indicator, by: number, { fmt, m }: ViewContext): string {
  return plus(by, SHARES.includes(id) ? m.moves.indicators.points(fmt, { points: fmt.fixed(by * 100, 1) })
    : id === 'active_customers' ? fmt.number(by, 0)
    : MONEY.includes(id) ? fmt.money(by)
    : id === 'gap' ? m.moves.indicators.days(fmt, { days: fmt.fixed(by, 1) })
    : fmt.fixed(by, 2));
}

export function renderIndicators(movement: Movement, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.moves.indicators;
  const { change, indicators } = movement;
  if (!change || indicators.length === 0) return nothing;
  const known = indicators.filter(({ interval }) => interval !== undefined);
  const title = words.title(fmt, {
    of: known.length, clear: known.filter(({ clear }) => clear).map(({ id }) => words.names[id]),
  });
  const says = ({ interval, clear }: Indicator): string =>
    interval === undefined ? words.few : clear ? words.clear : words.chance;
  const drawn = indicators.filter(({ relative_interval }) => relative_interval !== undefined);
  const whole = Math.max(0.01, ...drawn.flatMap(({ relative_interval: [low, high] = [0, 0] }) => [Math.abs(low), Math.abs(high)]));
  const place = (by: number): number => 0.5 + by / whole / 2;
  return html`
    <div class="r-move-part r-shifts">
      <h3 class="r-heading">${title}</h3>
      <p class="r-about">${words.about(fmt, { before: change.before, after: change.after })}</p>
      <div class="r-shift-rows" role="img" aria-label=${title}>
        ${drawn.map(({ id, relative = 0, relative_interval: [low, high] = [0, 0], clear }) => html`
          <span>${words.names[id]}</span>
          <span class="r-shift-text"><b>${plus(relative, fmt.share(relative))}</b></span>
          <span class="r-shift-track" ${vars({ at: place(relative), low: place(low), high: place(high) })}>
            <span class="r-shift-band"></span><span class="r-shift-dot" ?data-clear=${clear}></span>
          </span>`)}
      </div>
      ${saveChart(ctx, 'indicators')}
      <p class="r-aside">${words.key} ${words.how}</p>
      <details class="r-details">
        <summary>${ctx.m.report.behind}</summary>
        <div class="r-scroll" tabindex="0" role="region" aria-label=${title}>
          <table class="r-plain">
            <thead>
              <tr>
                <th scope="col">${words.indicator}</th>
                <th scope="col" class="r-num">${ctx.m.moves.change.before}</th>
                <th scope="col" class="r-num">${ctx.m.moves.change.after}</th>
                <th scope="col" class="r-num">${words.difference}</th>
                <th scope="col">${words.verdict}</th>
              </tr>
            </thead>
            <tbody>
              ${indicators.map((row) => html`<tr>
                <th scope="row">${words.names[row.id]}<br /><span class="r-share">${words.formula[row.id]}</span></th>
                <td class="r-num">${valued(row, row.before, ctx)}<br /><span class="r-share">n = ${fmt.count(row.n_before)}</span></td>
                <td class="r-num">${valued(row, row.after, ctx)}<br /><span class="r-share">n = ${fmt.count(row.n_after)}</span></td>
                <td class="r-num">
                  ${row.difference === undefined ? '–' : differs(row, row.difference, ctx)}
                  ${row.interval === undefined
                    ? nothing
                    : html`<br /><span class="r-share">${words.range(fmt, { low: differs(row, row.interval[0], ctx), high: differs(row, row.interval[1], ctx) })}</span>`}
                </td>
                <td>${says(row)}</td>
              </tr>`)}
            </tbody>
          </table>
        </div>
      </details>
    </div>
  `;
}
