/**
 * WORTH, looking ahead: first whether the file supports a forecast at all, then the forecast, always with its test.
 *
 * Where it does not, the forecast is folded away and the usual gap between orders stands in its place.
 */

import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { whiskers } from '../charts/whisker.js';
import type { Band, FindingCode, ModelReason, Models, Report } from '../engine/types.js';
import { renderAssumptions } from './assumptions.js';
import { renderBackTest } from './back-test.js';
import type { ViewContext } from './context.js';
import { renderModels } from './models.js';

/** What says that there is too little history, and not that the models failed on enough of it. */
const TOO_LITTLE: readonly FindingCode[] = [
  'no-purchases', 'few-customers', 'short-history', 'no-repeats', 'few-repeaters', 'no-back-test',
];

function reasons(title: string, found: ModelReason[], ctx: ViewContext): TemplateResult | typeof nothing {
  const words = ctx.m.forecast.verdict;
  if (found.length === 0) return nothing;
  return html`
    <h4 class="r-minor">${title}</h4>
    <ul class="r-reasons">
      ${found.map(({ code, value, limit }) => html`<li>${words.reasons[code](ctx.fmt, { value, limit })}</li>`)}
    </ul>
  `;
}

/** What the proof came to, where there is one. */
function passed(models: Models, ctx: ViewContext): TemplateResult | typeof nothing {
  const test = models.back_test;
  if (!test) return nothing;
  const sentence = ctx.m.forecast.verdict.test(ctx.fmt, {
    days: test.days,
    customers: test.customers,
    predicted: test.orders.predicted,
    actual: test.actual_orders,
    error: test.orders.total_error,
    ratio: test.error_ratio,
  });
  return html`<p>${sentence}</p>`;
}

function instead(report: Report, gates: ModelReason[], ctx: ViewContext): TemplateResult {
  const words = ctx.m.forecast.verdict;
  const gap = report.rfm?.usual_gap;
  const short = gates.some(({ code }) => TOO_LITTLE.includes(code));
  return html`
    <div class="r-instead">
      <p class="r-step">${short ? words.off : words.offOther}</p>
      ${gap === undefined
        ? html`<p class="r-about">${words.noGap}</p>`
        : html`<p class="r-gap">${words.usualGap(ctx.fmt, { gap })}</p><p class="r-about">${words.usualGapMeans}</p>`}
    </div>
  `;
}

function outlook(report: Report, models: Models, ctx: ViewContext): TemplateResult | typeof nothing {
  const { fmt } = ctx;
  const words = ctx.m.forecast.outlook;
  const last = models.outlook.at(-1);
  if (!last) return nothing;
  const { buyers: customers } = report.totals;
  const row = (months: number, band: Band, text: (value: number) => string) => ({
    name: words.months(fmt, { months }),
    expected: band.expected,
    low: band.low,
    high: band.high,
    text: text(band.expected),
    band: words.range(fmt, { low: text(band.low), high: text(band.high) }),
  });
  const money = (value: number): string => fmt.moneyShort(value);
  const count = (value: number): string => fmt.count(value);
  const revenue = models.outlook.flatMap(({ months, revenue: band }) => (band ? [row(months, band, money)] : []));
  const orders = models.outlook.map(({ months, orders: band }) => row(months, band, count));
  const revenueTitle = last.revenue && words.revenue(fmt, { customers, months: last.months, band: last.revenue });
  const ordersTitle = words.orders(fmt, { customers, months: last.months, band: last.orders });
  return html`
    <div class="r-outlook">
      ${revenueTitle ? html`<div><h4 class="r-finding-title">${revenueTitle}</h4>${whiskers(revenue, revenueTitle)}</div>` : nothing}
      <div><h4 class="r-finding-title">${ordersTitle}</h4>${whiskers(orders, ordersTitle)}</div>
    </div>
    <ul class="r-facts">
      ${report.as_of === undefined ? nothing : html`<li>${words.today(fmt, { day: fmt.day(report.as_of) })}</li>`}
      <li>${words.excluded}</li>
      <li>${words.unit}</li>
      <li>${words.band}</li>
      ${models.value
        ? html`<li>${words.value(fmt, {
            months: models.months,
            band: models.value,
            discount: models.discount_per_year,
            margin: models.margin,
          })}</li>`
        : nothing}
    </ul>
    <details class="r-details">
      <summary>${ctx.m.report.behind}</summary>
      <div class="r-scroll" tabindex="0" role="region" aria-label=${revenueTitle ?? ordersTitle}>
        <table class="r-plain">
          <thead>
            <tr>
              <th scope="col">${words.table.horizon}</th>
              <th scope="col">${words.table.what}</th>
              <th scope="col" class="r-num">${words.table.expected}</th>
              <th scope="col" class="r-num">${words.table.low}</th>
              <th scope="col" class="r-num">${words.table.high}</th>
            </tr>
          </thead>
          <tbody>
            ${models.outlook.flatMap(({ months, revenue: money, orders: count }) => [
              ...(money ? [bandRow(months, words.table.revenue, money, (value) => fmt.fixed(value, 2), ctx)] : []),
              bandRow(months, words.table.orders, count, (value) => fmt.fixed(value, 1), ctx),
            ])}
          </tbody>
        </table>
      </div>
    </details>
  `;
}

function bandRow(months: number, what: string, band: Band, text: (value: number) => string, ctx: ViewContext): TemplateResult {
  return html`<tr>
    <th scope="row">${ctx.m.forecast.outlook.months(ctx.fmt, { months })}</th>
    <td>${what}</td>
    <td class="r-num">${text(band.expected)}</td>
    <td class="r-num">${text(band.low)}</td>
    <td class="r-num">${text(band.high)}</td>
  </tr>`;
}

export function renderForecast(report: Report, ctx: ViewContext): TemplateResult {
  const words = ctx.m.forecast;
  const { models } = report;
  if (!models) {
    return html`
      <h3 class="r-heading">${words.title}</h3>
      <p class="r-about">${words.noDates}</p>
    `;
  }
  const gates = models.why.filter(({ weight }) => weight === 'gate');
  const notes = models.why.filter(({ weight }) => weight === 'note');
  const body = html`
    ${outlook(report, models, ctx)} ${renderAssumptions(report, ctx)}
    ${models.back_test ? renderBackTest(models.back_test, ctx) : nothing} ${renderModels(models, ctx)}
  `;
  const anything = models.outlook.length > 0 || models.back_test !== undefined;
  return html`
    <h3 class="r-heading">${words.title}</h3>
    <div class="r-verdict" data-trusted=${models.trusted}>
      <p class="r-verdict-says">${models.trusted ? words.verdict.trusted : words.verdict.notTrusted}</p>
      ${models.trusted ? passed(models, ctx) : reasons(words.verdict.gates, gates, ctx)} ${reasons(words.verdict.notes, notes, ctx)}
    </div>
    ${models.trusted
      ? body
      : html`
          ${instead(report, gates, ctx)}
          ${anything
            ? html`<details class="r-details r-untrusted">
                <summary>${words.verdict.unfold}</summary>
                <p class="r-warning">${words.verdict.unfoldWarning}</p>
                ${body}
              </details>`
            : nothing}
        `}
  `;
}
